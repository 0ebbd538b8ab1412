import { pairs } from './simplified.json';

/** Each traditional character that our tables know by its simplified form, and that form. Written by test/scripts/simplified.ts. */
export function* simplifications(): Generator<readonly [traditional: string, simplified: string]> {
  for (let i = 0; i < pairs.length; i += 2) yield [pairs[i], pairs[i + 1]];
}

let forms: ReadonlyMap<string, string> | undefined;

/** Words in the characters that the fitted tables are written in; others stay as they are. */
export function simplified(words: string): string {
  forms ??= new Map(simplifications());
  let simple = '';
  for (const character of words) simple += forms.get(character) ?? character;
  return simple;
}

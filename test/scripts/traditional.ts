import { Converter } from 'opencc-js/cn2t';

const standard = Converter({ from: 'cn', to: 't' });
const taiwan = Converter({ from: 'cn', to: 'twp' });

/**
 * A fitted table with its words in traditional characters too, at the same values: the labelled texts are in simplified
 * ones, and what a character tells of a line's place does not depend on how it is written.
 */
export function withTraditional(table: ReadonlyMap<string, number>): Map<string, number> {
  const both = new Map(table);
  for (const [word, value] of table)
    for (const other of [standard(word), taiwan(word)])
      if (other.length === word.length && !both.has(other)) both.set(other, value);
  return both;
}

/** The characters of such words, each before those that stand for it in traditional writing: `发發髮 专專`. */
export function traditionalForms(words: Iterable<string>): string {
  const forms = new Map<string, Set<string>>();
  for (const word of words)
    for (const other of [standard(word), taiwan(word)])
      if (other.length === word.length)
        [...word].forEach((character, i) => {
          forms.set(character, (forms.get(character) ?? new Set()).add(other[i]));
        });
  return [...forms]
    .filter(([character, others]) => others.size > 1 || !others.has(character))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([character, others]) => character + [...others].join(''))
    .join(' ');
}

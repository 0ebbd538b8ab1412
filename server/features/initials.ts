import table from './initials.json';

/**
 * The first letters of a character's pinyin readings as bits: bit 0 is `a`. A character of several readings (重) has several;
 * a Latin letter has its own; all else has none.
 */
export function initialsOf(code: number): number {
  const at = code - FIRST;
  if (at >= 0 && at < table.first.length) return bits(table.first[at]) | (further().get(code) ?? 0);
  const letter = (code | 0x20) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : 0;
}

/** The letter that stands for a character where one must be shown, or the character itself. */
export const initialOf = (character: string): string =>
  table.first[character.charCodeAt(0) - FIRST]?.trim() || character;

const FIRST = 0x4e00;

const bits = (letters: string): number =>
  [...letters].reduce((sum, letter) => (letter === ' ' ? sum : sum | (1 << (letter.charCodeAt(0) - 97))), 0);

let furtherBits: Map<number, number> | undefined;
function further(): Map<number, number> {
  furtherBits ??= new Map(
    Object.entries(table.more).flatMap(([letters, characters]) =>
      [...characters].map((character) => [character.charCodeAt(0), bits(letters)] as const),
    ),
  );
  return furtherBits;
}

import table from './initials.json';

/**
 * The first letters of a character's pinyin readings as bits: bit 0 is `a`. A character of several readings (重) has several;
 * a Latin letter has its own; all else has none.
 */
export function initialsOf(code: number): number {
  const at = code - FIRST;
  if (at >= 0 && at < table.first.length) return letterBits()[at];
  return code < 128 ? bitOf(code | 0x20) : 0;
}

/** The letter that stands for a character where one must be shown, or the character itself. */
export const initialOf = (character: string): string =>
  table.first[character.charCodeAt(0) - FIRST]?.trim() || character;

const FIRST = 0x4e00;

const bitOf = (code: number): number => (code >= 97 && code <= 122 ? 1 << (code - 97) : 0);

let unpacked: Int32Array | undefined;

/** The table as one number for each character from U+4E00 on, unpacked when first asked for. */
function letterBits(): Int32Array {
  if (unpacked) return unpacked;
  const bits = Int32Array.from(table.first, (letter) => bitOf(letter.charCodeAt(0)));
  for (const [letters, characters] of Object.entries(table.more))
    for (const letter of letters)
      for (const character of characters) bits[character.charCodeAt(0) - FIRST] |= bitOf(letter.charCodeAt(0));
  unpacked = bits;
  return bits;
}

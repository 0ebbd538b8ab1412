import table from './initials.json';

/**
 * The first letters of a character's pinyin readings as bits: bit 0 is `a`. A character of several readings (重) has several;
 * a Latin letter has its own; all else has none.
 */
export const initialsOf = (code: number): number => spelling()[code];

/** The letter that stands for a character where one must be shown, or the character itself. */
export const initialOf = (character: string): string =>
  table.first[character.charCodeAt(0) - FIRST]?.trim() || character;

const FIRST = 0x4e00;

const bitOf = (code: number): number => (code >= 97 && code <= 122 ? 1 << (code - 97) : 0);

let unpacked: Int32Array | undefined;

/** `initialsOf` for every UTF-16 unit, unpacked when first asked for: for those who look at millions. */
export function spelling(): Int32Array {
  if (unpacked) return unpacked;
  const bits = Int32Array.from({ length: 0x10000 }, (_, code) => (code < 128 ? bitOf(code | 0x20) : 0));
  for (let i = 0; i < table.first.length; i++) bits[FIRST + i] = bitOf(table.first.charCodeAt(i));
  for (const [letters, characters] of Object.entries(table.more))
    for (const letter of letters)
      for (const character of characters) bits[character.charCodeAt(0)] |= bitOf(letter.charCodeAt(0));
  unpacked = bits;
  return bits;
}

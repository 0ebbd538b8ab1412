import { pinyin } from 'pinyin-pro';

const FIRST = 0x4e00;
const LAST = 0x9fff;

/**
 * The first letters of the readings of every character of the block CJK Unified Ideographs: `first` holds one letter for each
 * from U+4E00 on (a blank where none is known), `more` the characters that have further ones, by these letters.
 */
export function initialsTable(): { first: string; more: Record<string, string> } {
  let first = '';
  const more: Record<string, string> = {};
  for (let code = FIRST; code <= LAST; code++) {
    const [main = ' ', ...others] = letters(String.fromCharCode(code));
    first += main;
    const key = others.join('');
    if (key) more[key] = (more[key] ?? '') + String.fromCharCode(code);
  }
  return { first, more: Object.fromEntries(Object.entries(more).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The everyday reading's letter first, the others in the order of the alphabet. */
function letters(character: string): string[] {
  const read = (multiple: boolean): string[] =>
    pinyin(character, { pattern: 'first', toneType: 'none', type: 'array', multiple }).filter((letter) =>
      /^[a-z]$/.test(letter),
    );
  const main = read(false);
  return [...new Set([...main, ...read(true).sort()])];
}

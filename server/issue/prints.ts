import type { Sheet } from '../parse/sheet';

/**
 * The longer paragraphs of a file as others may recognise them: five characters for each, three hashed from its letters and
 * digits, two for its line. Bounded, and made of U+4E00…U+CDFF only, so that it is plain in JSON.
 */
export type Prints = string;

/** A paragraph's print and its first line (0-based). */
export interface Print {
  readonly print: string;
  readonly line: number;
}

const FIRST = 0x4e00;
const BITS = 15;
const MASK = (1 << BITS) - 1;
const LENGTH = 5;
/** Shorter paragraphs are printed twice for many reasons. */
const LETTERS = 40;
const MOST = 20_000;

/** The prints of running text. What stands beside it (folios, credits, notes, advertisements) has none. */
export function printsOf({ text, blocks }: Sheet): Prints {
  const found: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'body' || block.to - block.from < LETTERS || found.length === MOST) continue;
    const print = printOf(text.slice(block.from, block.to));
    if (print) found.push(print + packed(block.lines.first) + packed(block.lines.first >> BITS));
  }
  return found.join('');
}

export function* printed(prints: Prints): Generator<Print> {
  for (let i = 0; i < prints.length; i += LENGTH)
    yield {
      print: prints.slice(i, i + 3),
      line: prints.charCodeAt(i + 3) - FIRST + ((prints.charCodeAt(i + 4) - FIRST) << BITS),
    };
}

/**
 * Two hashes of the letters and digits, the order counting, line ends or none: 45 bits, so that ten thousand files share none by
 * chance.
 */
function printOf(paragraph: string): string | null {
  let [a, b, letters] = [0x811c9dc5, 0x9e3779b1, 0];
  for (let i = 0; i < paragraph.length; i++) {
    const code = paragraph.charCodeAt(i);
    if (!isLetter(code)) continue;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) + letters++;
  }
  return letters < LETTERS ? null : packed(a >>> 8) + packed(b >>> 4) + packed((a ^ b) >>> 17);
}

const isLetter = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122);

const packed = (value: number): string => String.fromCharCode(FIRST + (value & MASK));

/**
 * What kind of character each UTF-16 unit is, as one table look-up: the recogniser asks this of every character.
 * Classes follow GB/T 15834 (punctuation) and Unicode; half- and full-width forms share a class, since a paper's choice
 * between them is style.
 */
export enum Char {
  Other = 0,
  Han,
  Latin,
  Digit,
  Blank,
  /** 。！？… and their half-width forms: may end a sentence. */
  Stop,
  /** ，、；： and their half-width forms: never end a paragraph rightly. */
  Pause,
  Open,
  Close,
  Dash,
  /** Ornaments that open list items and bylines: □■◆●▲★ … */
  Bullet,
}

const table = new Uint8Array(65536);
const fill = (kind: Char, characters: string): void => {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = kind;
};
const range = (kind: Char, from: number, to: number): void => {
  for (let code = from; code <= to; code++) table[code] = kind;
};
range(Char.Han, 0x3400, 0x4dbf);
range(Char.Han, 0x4e00, 0x9fff);
range(Char.Han, 0xf900, 0xfaff);
range(Char.Han, 0x2e80, 0x2fdf);
range(Char.Han, 0xd800, 0xdfff);
fill(Char.Han, '〇々');
range(Char.Latin, 0x41, 0x5a);
range(Char.Latin, 0x61, 0x7a);
range(Char.Latin, 0xc0, 0x24f);
range(Char.Latin, 0xff21, 0xff3a);
range(Char.Latin, 0xff41, 0xff5a);
range(Char.Digit, 0x30, 0x39);
range(Char.Digit, 0xff10, 0xff19);
fill(Char.Blank, ' \t\u00a0\u3000\f\v\u2002\u2003\u2009\ufeff\u200b\u2028\u2029');
fill(Char.Stop, '。！？!?…．.');
fill(Char.Pause, '，、；：,;:');
fill(Char.Open, '“‘（《〈【〔「『〖([{﹁﹃');
fill(Char.Close, '”’）》〉】〕」』〗)]}﹂﹄');
fill(Char.Dash, '—―─-－–~～');
fill(Char.Bullet, '□■◆◇●○▲△★☆▼◎※►▶•·◼▪①②③④⑤⑥⑦⑧⑨⑩⑪⑫');

export const kindOf = (code: number): Char => table[code];

export const isBlank = (code: number): boolean => table[code] === Char.Blank;

/** Nearly all Han characters lie in one range: of those no table need be asked. */
export const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || table[code] === Char.Han;

/** The columns a character takes in a page set in full-width type, counted in half-width columns: 1 or 2. */
export const columnsOf = (code: number): 1 | 2 =>
  code < 0x80 || (code >= 0xff61 && code <= 0xffdc) || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;

/** The columns of a string. */
export function columns(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += columnsOf(text.charCodeAt(i));
  return sum;
}

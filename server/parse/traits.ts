import { Char, columnsOf, kindOf } from './chars';

/**
 * What a character tells a line's scan, all in one look-up. The low bits are its kind (`Char`), then its width, then the
 * printed forms that cannot do without it: a form is asked only of lines that hold what it needs, so that a paragraph of
 * plain text costs one pass over its characters and no pattern at all.
 */
export enum Trait {
  Kind = 0xf,
  /** It takes two columns. */
  Wide = 1 << 4,
  Digit = 1 << 5,
  /** It keeps pieces of a line apart: blanks, bars. */
  Apart = 1 << 6,
  /** A continuation: 上接, 下转, 未完, 余文见. */
  Turn = 1 << 7,
  /** A dateline: 讯, 电, 消息. */
  Wire = 1 << 8,
  /** Who reports: 记者, 通讯员, 報導. */
  Reporter = 1 << 9,
  /** Who else made the piece: 撰文, 采写, 整理. */
  Trade = 1 << 10,
  /** A page: 版, 頁. */
  PageSign = 1 << 11,
  /** A picture and whose it is: 图, 摄, 发. */
  Picture = 1 << 12,
  /** A label set off from what it names: 责编：, 来源：. */
  Label = 1 << 13,
  /** How a number in a list begins: 一、, （二）, 3. */
  Ordinal = 1 << 14,
  Latin = 1 << 15,
  /** A day or a number: 日, 號. */
  Day = 1 << 16,
  /** A year, a week: with pages and figures, what a longer page header cannot do without. */
  Year = 1 << 17,
  /** Speech and exclamation: no page header has them. */
  Voice = 1 << 18,
  Page = PageSign | Day,
  /** Where nothing is known of a line. */
  Any = 0x7ffff,
}

const table = new Uint32Array(65536);
for (let code = 0; code < 65536; code++) {
  const kind = kindOf(code);
  table[code] = kind | (columnsOf(code) === 2 ? Trait.Wide : 0) | (kind === Char.Latin ? Trait.Latin : 0);
}
const mark = (trait: Trait, characters: string): void => {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] |= trait;
};
mark(Trait.Digit, '0123456789０１２３４５６７８９');
mark(Trait.Apart, ' \t\u3000|｜');
mark(Trait.Turn, '接转轉續续完承余餘');
mark(Trait.Wire, '讯訊电電息');
mark(Trait.Reporter, '者员員导導道');
mark(Trait.Trade, '持者员員生文稿写寫访訪理译譯述笔筆录字道導导');
mark(Trait.PageSign, '版頁页');
mark(Trait.Day, '日号號');
mark(Trait.Year, '年期拜周週');
mark(Trait.Voice, '“”！？!?；;…');
mark(Trait.Picture, '图圖摄攝照影觉发發');
mark(Trait.Label, '：:／/');
mark(Trait.Ordinal, 'ABCDEFGHabcdefgh0123456789一二三四五六七八九十第（(');

export const traitsOf = (code: number): number => table[code];

// Few different sets of traits there are: numbered, they fit a table that stays in cache. First comes Han that says no more,
// nearly all of a page, then Han with traits, and from `CLOSER` on what a scan has to look at more closely.
const closely = (traits: number): number => {
  if (traits === (Char.Han | Trait.Wide)) return 0;
  const inWords = (traits & Trait.Kind) === Char.Han && traits & Trait.Wide;
  return inWords && !(traits & (Trait.Turn | Trait.Reporter)) ? 1 : 2;
};
const sets = Uint32Array.from([...new Set(table)].sort((a, b) => closely(a) - closely(b)));
const numbers = new Map(Array.from(sets, (traits, number) => [traits, number]));
const setOf = Uint8Array.from(table, (traits) => numbers.get(traits) as number);
export const CLOSER = sets.findIndex((traits) => closely(traits) === 2);

/** The number of a character's set of traits; the traits of such a set. */
export const traitSet = (code: number): number => setOf[code];
export const traitsIn = (set: number): number => sets[set];
export const isPlain = (code: number): boolean => setOf[code] === 0;

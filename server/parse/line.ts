import { Char, columnsOf, isBlank, kindOf } from './chars';
import { End, endOf, Start, startOf } from './edges';
import { author } from './forms/affiliation';
import { byline } from './forms/byline';
import { closing } from './forms/closing';
import { jump, type Reference, resumption } from './forms/continuation';
import { opensWithField, type Titled, titled } from './forms/fields';
import { type Folio, folio, SHORT_FOLIO } from './forms/folio';
import { LONGEST_DAY, type Note, note } from './forms/note';
import { type Section, section } from './forms/section';
import type { Signature } from './forms/signature';
import { Item, itemOf } from './list';
import { CLOSER, Trait, traitSet, traitsIn } from './traits';

export { End, Start } from './edges';

/**
 * What one non-blank physical line is by itself, whatever stands around it; only `blanksBefore` looks outside.
 * Computed once and kept while the line stays. Offsets are relative to the line's own start.
 */
export interface Line {
  /** 0-based physical line, the first of `rows`. */
  readonly at: number;
  /** The physical lines it is made of: several where a hard-wrapped line was put together again. */
  readonly rows: readonly number[];
  /** The line's characters without its line end. */
  readonly text: string;
  /** Where the first and behind the last character that is not blank. */
  readonly first: number;
  readonly last: number;
  /** Columns of leading blanks, and of the rest without trailing blanks. */
  readonly indent: number;
  readonly columns: number;
  /** Columns of the whole line as it lies, a blank or two at its end counted: what hard-wrapping counted. */
  readonly width: number;
  /** UTF-16 units between `first` and `last`. */
  readonly length: number;
  readonly blanksBefore: number;
  readonly start: Start;
  readonly end: End;
  /** Stops and pauses before the final character; stretches of blanks between Han characters. */
  readonly stops: number;
  readonly pauses: number;
  readonly gaps: number;
  readonly fullCommas: number;
  readonly halfCommas: number;
  /** Quotes or brackets opened and not closed, and closed without having been opened. */
  readonly open: number;
  readonly unopened: number;
  readonly latin: number;
  /** Ends in a short bracket, as a standing column's name does: …（人民时评）. */
  readonly column: boolean;
  /** What it would be in a list. */
  readonly item: Item;
  /** By its label, as in an export: one of its fields (作者：…), and a title. */
  readonly field: boolean;
  readonly titled: Titled | null;
  readonly signature: Signature | null;
  readonly closing: Signature | null;
  readonly note: Note | null;
  readonly section: Section | null;
  readonly folio: Folio | null;
  readonly resumption: Reference | null;
  readonly jump: Reference | null;
}

const columnEnd = /[（(][^（）()。，,；;]{2,24}[）)]$/;

/** A form that opens a line is looked for in so many of its first characters, one that ends it in so many of its last. */
const OPENING = 60;
const CLOSING = 60;
/** More letters than a stray abbreviation has: English forms may be there. */
const ENGLISH = 3;

/** What stands before the second character of 记者, 通讯员, 報導: 者, 员 and 道 alone are everyday words. */
const REPORTING = '记記讯訊报報';
/** What the labels of titles begin with: 标题：, 引题：, 副题：. */
const TITLES = '标標题題正主引肩眉副篇【[';
/** In columns: who signs, or where a piece was taken from. */
const BRIEF = 40;
/** In characters: the longest pen name; whoever signs with more has blanks in it. */
const PEN_NAME = 4;
/** In columns: a page's or a paper's name alone. */
const SHORTEST = 20;

const isDigit = (text: string, at: number): boolean => kindOf(text.charCodeAt(at)) === Char.Digit;

/** A blank behind such a character keeps pieces of the line apart. */
const apartBehind = (kind: Char): boolean => kind === Char.Han || kind === Char.Close || kind === Char.Digit;

/** The facts of a line; null where it is blank. */
export function lineOf(text: string, at: number, blanksBefore: number, rows: readonly number[] = [at]): Line | null {
  let first = 0;
  let indent = 0;
  while (first < text.length && isBlank(text.charCodeAt(first))) {
    const code = text.charCodeAt(first++);
    indent += code === 9 ? 4 : columnsOf(code);
  }
  let last = text.length;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  if (first === last) return null;
  let narrow = 0;
  let stops = 0;
  let pauses = 0;
  let gaps = 0;
  let fullCommas = 0;
  let halfCommas = 0;
  let depth = 0;
  let unopened = 0;
  let latin = 0;
  let seen = 0; // the traits of all characters, and of those where a line opens
  let opening = 0;
  let turn = Number.NEGATIVE_INFINITY; // where the last sign of a continuation stands
  for (let i = first; i < last; i++) {
    if (i === OPENING) opening = seen;
    const code = text.charCodeAt(i);
    const set = traitSet(code);
    if (set < CLOSER) {
      seen |= traitsIn(set);
      continue;
    }
    let traits = traitsIn(set);
    if (traits & Trait.Reporter && !REPORTING.includes(text[i - 1])) traits ^= Trait.Reporter;
    if (!(traits & Trait.Wide)) narrow++;
    seen |= traits;
    if (traits & Trait.Turn) turn = i;
    switch (traits & Trait.Kind) {
      case Char.Stop:
        // A point between digits or letters is no stop: 3.5, www.example.
        if (code !== 0x2e || !(isDigit(text, i + 1) || kindOf(text.charCodeAt(i + 1)) === Char.Latin)) stops++;
        break;
      case Char.Pause:
        if (code === 0x2c && i > first && isDigit(text, i - 1) && isDigit(text, i + 1)) break;
        pauses++;
        if (code === 0xff0c) fullCommas++;
        else if (code === 0x2c) halfCommas++;
        break;
      case Char.Open:
        depth++;
        break;
      case Char.Close:
        if (depth > 0) depth--;
        else unopened++;
        break;
      case Char.Blank:
        if (apartBehind(kindOf(text.charCodeAt(i - 1)))) gaps++;
        break;
      case Char.Latin:
        latin++;
        break;
    }
  }
  if (last <= OPENING) opening = seen;
  const length = last - first;
  const columns = 2 * length - narrow;
  const start = startOf(text, first, last);
  const end = endOf(text, first, last);
  const lastIsStop = end === End.Stop || end === End.StopQuote ? 1 : 0;
  const lastIsPause = end === End.Pause || end === End.Semicolon || end === End.Colon ? 1 : 0;
  const english = latin > ENGLISH;
  const enclosed = kindOf(text.charCodeAt(first)) === Char.Open;

  const resumed = (opening & Trait.Turn && seen & (Trait.PageSign | Trait.Latin)) || english ? resumption(text) : null;
  const jumped = turn >= text.length - CLOSING || english ? jump(text, seen) : null;
  const spoken = seen & Trait.Voice || fullCommas > 1;
  const dated = length <= SHORT_FOLIO || seen & (Trait.PageSign | Trait.Year | Trait.Digit | Trait.Latin);
  const header =
    columns <= 180 && (seen & (Trait.Page | Trait.Digit) || columns <= SHORTEST) && !spoken && dated && !resumed
      ? folio(text)
      : null;
  // Names alone make a byline only where hardly anything else could stand.
  const sentence = fullCommas > 0;
  const named =
    (columns <= 48 && stops === 0 && !sentence && !(seen & (Trait.Latin | Trait.Digit))) ||
    (columns <= 80 && seen & Trait.Apart && stops + pauses === 0);
  const described = columns <= 48 && end === End.Paren && stops === 0 && pauses <= 1;
  const field = '：:'.includes(text.charAt(first + 2) || ' ') && opensWithField(text);
  const traded = columns <= 140 && !sentence && opening & Trait.Trade;
  const reported = opening & (Trait.Wire | Trait.Reporter) || traded || english || named || field || described;
  const signature =
    reported && !header && !resumed
      ? (byline(text, opening, sentence) ??
        ((named && (length <= PEN_NAME || seen & Trait.Apart)) || described ? author(text) : null))
      : null;
  const marked =
    seen & (Trait.Apart | Trait.Picture | Trait.Label) || (seen & Trait.Page && columns <= 2 * LONGEST_DAY);
  const brief = columns <= BRIEF && stops + pauses === 0;
  const apart = marked || enclosed || start === Start.Dash || brief;
  // A byline that closes a paragraph stands in brackets, or behind its last sentence.
  const mayClose = end === End.Paren || (end === End.Han && stops > 0 && (seen & Trait.Reporter) !== 0);
  const aside = apart && (columns <= 200 || start === Start.Paren) && !(signature && !signature.weak);
  return {
    at,
    rows,
    text,
    first,
    last,
    indent,
    columns,
    width: indent + columns + (text.length - last <= 2 ? text.length - last : 0),
    length,
    blanksBefore,
    start,
    end,
    stops: stops - lastIsStop,
    pauses: pauses - lastIsPause,
    gaps,
    fullCommas,
    halfCommas,
    open: depth,
    unopened,
    latin,
    column: end === End.Paren && columnEnd.test(text.slice(Math.max(first, last - 30), last)),
    item:
      stops <= lastIsStop + (start === Start.Numbered ? 1 : 0) && !jumped
        ? itemOf(text.slice(first, last), columns, start, end)
        : Item.None,
    field,
    titled: seen & Trait.Label && TITLES.includes(text[first]) ? titled(text) : null,
    signature,
    closing: mayClose && signature?.place !== 'whole' ? closing(text) : null,
    note: aside ? note(text, seen) : null,
    section:
      (start === Start.Square || start === Start.Bullet) && section(text.slice(first, first + 90))
        ? section(text)
        : null,
    folio: header,
    resumption: resumed,
    jump: jumped,
  };
}

import { Char, columnsOf, isBlank, kindOf } from './chars';
import { byline, closing, type Signature } from './forms/byline';
import { jump, type Reference, resumption } from './forms/continuation';
import { type Folio, folio } from './forms/folio';
import { type Note, note } from './forms/note';
import { type Section, section } from './forms/section';

/** How a line begins. */
export enum Start {
  Han,
  Digit,
  Latin,
  Quote,
  Paren,
  Title,
  Square,
  Dash,
  Bullet,
  Numbered,
  Never,
  Other,
  None,
}

/** How a line ends. `Stop` covers 。！？ also behind closing quotes. */
export enum End {
  Stop,
  StopQuote,
  Ellipsis,
  Pause,
  Semicolon,
  Colon,
  Quote,
  Paren,
  Dash,
  Digit,
  Latin,
  Han,
  Other,
  None,
}

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
  readonly signature: Signature | null;
  readonly closing: Signature | null;
  readonly note: Note | null;
  readonly section: Section | null;
  readonly folio: Folio | null;
  readonly resumption: Reference | null;
  readonly jump: Reference | null;
}

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[，,、：:章节條条]|\d{1,2}[.．、](?!\d)|\d{1,2}[)）])/;
const columnEnd = /[（(][^（）()。，,；;]{2,24}[）)]$/;

/** The facts of a line; null where it is blank. */
export function lineOf(text: string, at: number, blanksBefore: number): Line | null {
  let first = 0;
  let indent = 0;
  while (first < text.length && isBlank(text.charCodeAt(first))) {
    const code = text.charCodeAt(first++);
    indent += code === 9 ? 4 : columnsOf(code);
  }
  let last = text.length;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  if (first === last) return null;
  let columns = 0;
  let stops = 0;
  let pauses = 0;
  let gaps = 0;
  let fullCommas = 0;
  let halfCommas = 0;
  let depth = 0;
  let unopened = 0;
  let latin = 0;
  let seen = 0; // one bit per trigger of the forms below
  let before: number = Char.Other;
  for (let i = first; i < last; i++) {
    const code = text.charCodeAt(i);
    columns += columnsOf(code);
    const kind = kindOf(code);
    switch (kind) {
      case Char.Stop:
        // A point between digits or letters is no stop: 3.5, www.example.
        if (
          code !== 0x2e ||
          !(kindOf(text.charCodeAt(i + 1)) === Char.Digit || kindOf(text.charCodeAt(i + 1)) === Char.Latin)
        )
          stops++;
        break;
      case Char.Pause:
        if (code === 0x2c && before === Char.Digit && kindOf(text.charCodeAt(i + 1)) === Char.Digit) break;
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
        if (before === Char.Han || before === Char.Close || before === Char.Digit) gaps++;
        break;
      case Char.Latin:
        latin++;
        break;
    }
    if (code > 0x7f) seen |= TRIGGER[code & 0xff];
    before = kind;
  }
  const start = startOf(text, first, last);
  const end = endOf(text, first, last);
  const lastIsStop = end === End.Stop || end === End.StopQuote ? 1 : 0;
  const lastIsPause = end === End.Pause || end === End.Semicolon || end === End.Colon ? 1 : 0;
  const short = columns <= 200;
  const head = text.slice(first, first + 90);
  // Each form is asked only where a character that it cannot do without was seen.
  const refers = (seen & TURN) !== 0 || latin > 3;
  const resumed = refers ? resumption(text) : null;
  const jumped = refers ? jump(text) : null;
  const header = columns <= 180 && !resumed ? folio(text) : null;
  const signature = ((seen & REPORT) !== 0 || latin > 3 || columns <= 48) && !header && !resumed ? byline(text) : null;
  return {
    at,
    rows: [at],
    text,
    first,
    last,
    indent,
    columns,
    width: indent + columns + (text.length - last <= 2 ? text.length - last : 0),
    length: last - first,
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
    signature,
    closing: end === End.Paren && signature?.place !== 'whole' ? closing(text) : null,
    note: (short || start === Start.Paren) && !(signature && !signature.weak) ? note(text) : null,
    section: start === Start.Square ? section(head) && section(text) : null,
    folio: header,
    resumption: resumed,
    jump: jumped,
  };
}

/** What a continuation (接, 转, 续, 完) and what a byline (记, 讯, 电 …) cannot do without, one bit each. */
const TURN = 1;
const REPORT = 2;
/** By the low byte of a character: a cheap first sieve, whose false hits do no harm. */
const TRIGGER = new Uint8Array(256);
for (const c of '接转轉續续完') TRIGGER[c.charCodeAt(0) & 0xff] |= TURN;
for (const c of '记記者讯訊电電通作报報摄攝编編') TRIGGER[c.charCodeAt(0) & 0xff] |= REPORT;

function startOf(text: string, first: number, last: number): Start {
  const code = text.charCodeAt(first);
  const kind = kindOf(code);
  if (
    (kind === Char.Han || kind === Char.Digit || kind === Char.Open) &&
    numbered.test(text.slice(first, Math.min(last, first + 8)))
  )
    return Start.Numbered;
  switch (kind) {
    case Char.Han:
      return Start.Han;
    case Char.Digit:
      return Start.Digit;
    case Char.Latin:
      return Start.Latin;
    case Char.Open:
      if ('“‘「『"\''.includes(text[first])) return Start.Quote;
      if ('《〈'.includes(text[first])) return Start.Title;
      return '【〖〔［['.includes(text[first]) ? Start.Square : Start.Paren;
    case Char.Dash:
      return Start.Dash;
    case Char.Bullet:
      return Start.Bullet;
    case Char.Stop:
      return code === 0x2026 ? Start.Other : Start.Never;
    case Char.Pause:
    case Char.Close:
      return Start.Never;
    default:
      return code === 0x22 || code === 0x27 ? Start.Quote : Start.Other;
  }
}

function endOf(text: string, first: number, last: number): End {
  const code = text.charCodeAt(last - 1);
  switch (kindOf(code)) {
    case Char.Stop:
      return code === 0x2026 ? End.Ellipsis : End.Stop;
    case Char.Pause:
      if (code === 0xff1a || code === 0x3a) return End.Colon;
      return code === 0xff1b || code === 0x3b ? End.Semicolon : End.Pause;
    case Char.Close: {
      let i = last - 2;
      while (i > first && kindOf(text.charCodeAt(i)) === Char.Close) i--;
      const inner = text.charCodeAt(i);
      if (kindOf(inner) === Char.Stop) return End.StopQuote;
      return '”’」』'.includes(text[last - 1]) ? End.Quote : End.Paren;
    }
    case Char.Dash:
      return End.Dash;
    case Char.Digit:
      return End.Digit;
    case Char.Latin:
      return End.Latin;
    case Char.Han:
      return End.Han;
    default:
      return code === 0x22 ? End.StopQuote : End.Other;
  }
}

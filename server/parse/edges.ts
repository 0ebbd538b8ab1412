import { Char, kindOf } from './chars';
import { Trait, traitsOf } from './traits';

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

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[，,、：:章节條条]|\d{1,2}[.．、](?!\d)|\d{1,2}[)）]|[A-Ha-h][.．、](?=\s*[\u4e00-\u9fff]))/;

/** `first`: where the first character that is not blank stands; `last`: behind the last one. */
export function startOf(text: string, first: number, last: number): Start {
  const code = text.charCodeAt(first);
  const kind = kindOf(code);
  if (traitsOf(code) & Trait.Ordinal && numbered.test(text.slice(first, Math.min(last, first + 8))))
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

export function endOf(text: string, first: number, last: number): End {
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

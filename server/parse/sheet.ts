import type { Lines, Span } from '../text/span';
import type { Text } from '../text/text';
import type { Profile } from './profile';

/**
 * What the recogniser understood of one text. Immutable. Offsets are UTF-16, half-open; lines are 0-based.
 * Invariant: `blocks` tile the text: the first begins at 0, each begins where the one before it ends, the last ends at
 * the text's length (an empty text has no block). Every block covers whole lines, line ends included.
 */
export interface Sheet {
  readonly text: Text;
  /** The house style inferred from the text, relative to which every line was judged. */
  readonly profile: Profile;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** In the order of the text. Lines before the first article (a folio, blanks) belong to none. */
  readonly articles: readonly Article[];
  /** Every continuation reference of every article, in the order of the text. */
  readonly continuations: readonly Continuation[];
}

export type BlockKind =
  | 'blank'
  | 'folio'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'column'
  | 'byline'
  | 'body'
  | 'abstract'
  | 'subhead'
  | 'section'
  | 'caption'
  | 'attribution'
  | 'endnote'
  | 'continuation'
  | 'list'
  | 'table'
  | 'notice'
  | 'advertisement';

/** A paragraph, a headline line, a run of blank lines …: the tiles of a text. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly lines: Lines;
  /** How sure the recogniser is of the kind, 0 to 1, calibrated. */
  readonly confidence: number;
  /** Lines of this block whose line end is no real paragraph end: the paragraph goes on in the next non-blank line. */
  readonly joins: readonly number[];
  /** How sure the recogniser is of the least sure of `joins`, 0 to 1; 1 where there are none. */
  readonly joined: number;
}

/** A page (版) as its folio announces it; it reaches to the next folio. */
export interface Page {
  /** The folio's line, and its characters: of one set over several lines the one with the page's number, and from the first to the last. */
  readonly line: number;
  readonly span: Span;
  /** As printed, numerals turned into ASCII digits: `15` for 第十五版, `A02`, `F2`. Empty where none is printed. */
  readonly label: string;
  /** The page's name (要闻), or null. */
  readonly name: string | null;
  /** ISO 8601 calendar date printed in the folio, or null. */
  readonly date: string | null;
  /** ISO weekday printed in the folio, 1 (Monday) to 7 (Sunday), or null. */
  readonly weekday: number | null;
  /** The paper's name printed in the folio, or null. */
  readonly paper: string | null;
  readonly lines: Lines;
}

export interface Article {
  /** Stable while the article's head (or first words) stays the same. */
  readonly id: string;
  readonly lines: Lines;
  readonly span: Span;
  /** How sure the recogniser is that an article starts at `lines.first`, 0 to 1, calibrated. */
  readonly confidence: number;
  /** The main headline (主题), its lines joined by a blank; null where the article has none. */
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly deck: string | null;
  /** The standing column's name (栏目), from its own line or from brackets after the headline. */
  readonly column: string | null;
  /** All lines of the headline block, in order. */
  readonly head: readonly HeadLine[];
  readonly bylines: readonly Byline[];
  readonly sections: readonly Mark[];
  readonly subheads: readonly Mark[];
  readonly captions: readonly Caption[];
  readonly continuations: readonly Continuation[];
  /** Indices into `Sheet.blocks`: [from, to). */
  readonly blocks: Span;
  /** Characters of the article's lines, indents and blank lines left out. */
  readonly characters: number;
}

export type HeadRole = 'kicker' | 'headline' | 'deck' | 'column';

export interface HeadLine {
  readonly line: number;
  readonly span: Span;
  readonly role: HeadRole;
  readonly text: string;
}

/** A byline (署名) or dateline (电头), wherever in the article it stands. */
export interface Byline {
  readonly line: number;
  readonly span: Span;
  /** 株洲日报, 本报, 新华社 …; null where only people are named. */
  readonly outlet: string | null;
  readonly place: string | null;
  /** The dateline's date as printed, or null. */
  readonly date: string | null;
  readonly people: readonly Person[];
}

export interface Person {
  /** Without padding: 贺　勇 is 贺勇. */
  readonly name: string;
  /** 记者, 全媒体记者, 通讯员 …; null where none is printed. */
  readonly role: string | null;
  readonly span: Span;
}

/** A section marker 【理】 (label without brackets) or a subhead (its text). */
export interface Mark {
  readonly line: number;
  readonly span: Span;
  readonly label: string;
  readonly confidence: number;
}

export interface Caption {
  readonly line: number;
  readonly span: Span;
  /** The credit (甲摄, 通讯员 供图), or null. */
  readonly credit: string | null;
}

export interface Continuation {
  /** The line that the reference stands on: of one split over lines, the last for `to`, the first for `from`. */
  readonly line: number;
  /** The reference itself, brackets included. */
  readonly span: Span;
  /** `to` for 下转…, `from` for 上接…. */
  readonly direction: 'to' | 'from';
  /** The other end's page as `Page.label` gives it; empty for （未完）, which names none. */
  readonly page: string;
  /** ①②… or empty. */
  readonly mark: string;
  /** A short title repeated at the reference, or null. */
  readonly title: string | null;
  /** Index of the article it belongs to in `Sheet.articles`. */
  readonly article: number;
}

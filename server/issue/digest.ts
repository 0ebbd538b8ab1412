import type { Sheet } from '../parse/sheet';
import type { Span } from '../text/span';

/** What other files may know of a file. While an edit leaves it equal, nothing outside the file is recomputed. */
export interface Digest {
  readonly file: string;
  readonly pages: readonly DigestPage[];
  readonly articles: readonly DigestArticle[];
}

export interface DigestPage {
  readonly label: string;
  readonly name: string | null;
  readonly date: string | null;
  readonly line: number;
}

export interface DigestArticle {
  readonly id: string;
  readonly line: number;
  /** Index into `Digest.pages`, or -1 before the first folio. */
  readonly page: number;
  readonly headline: string | null;
  readonly column: string | null;
  readonly people: readonly string[];
  readonly sections: readonly string[];
  readonly continuations: readonly DigestContinuation[];
}

export interface DigestContinuation {
  readonly direction: 'to' | 'from';
  readonly page: string;
  readonly mark: string;
  readonly title: string | null;
  readonly line: number;
  readonly span: Span;
  /** A little of the text next to the jump, to find the other end by likeness: the last words before a `to`, the first after a `from`. */
  readonly context: string;
}

export function digest(file: string, sheet: Sheet): Digest {
  return { file, pages: sheet.pages.map(({ label, name, date, line }) => ({ label, name, date, line })), articles: [] };
}

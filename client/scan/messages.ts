import type { LeafFacts } from './leaf';

// What the panel's page and the extension tell each other.

/** To the page: a page's original, or why there is none. Words are in the person's language. */
export type ToPage =
  | {
      readonly show: 'picture' | 'pdf' | 'tiff';
      readonly bytes: Uint8Array;
      /** Of the picture, by its ending. */
      readonly type: string;
      /** The same one again need not be read again. */
      readonly file: string;
      readonly leaf: LeafFacts;
      readonly heading: Heading;
    }
  /** The same file as before, another leaf of it. */
  | { readonly show: 'same'; readonly file: string; readonly leaf: LeafFacts; readonly heading: Heading }
  | { readonly show: 'nothing'; readonly html: string; readonly heading: Heading }
  /** A part of the extension that the page asked for. */
  | { readonly part: string; readonly bytes: Uint8Array | null };

export interface Heading {
  /** The page's name, and what is shown of it, for a screen reader. */
  readonly page: string;
  readonly spoken: string;
  readonly file: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** What the page keeps so that it is found again when the editor starts anew. */
  readonly kept: Kept;
}

/** The text that a panel is about: its file, and a line (0-based) of the page. */
export interface Kept {
  readonly uri: string;
  readonly line: number;
}

/** From the page. */
export type FromPage =
  | { readonly ready: true }
  | { readonly act: 'previous' | 'next' | 'outside' | 'settings' | 'again' }
  /** A part of the extension (in `dist/`) is needed to show a PDF. */
  | { readonly part: string }
  /** It could not be shown. */
  | { readonly failed: string };

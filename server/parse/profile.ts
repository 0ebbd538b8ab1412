import type { Text } from '../text/text';

/** The habits of one file, counted before any line is judged. Shares are 0 to 1. */
export interface Profile {
  /** Paragraphs begin with blanks (U+3000 or others). */
  readonly indented: boolean;
  /** Where blank lines stand: between all paragraphs, between articles only, or nowhere. */
  readonly blankLines: 'paragraphs' | 'articles' | 'none';
  /** The width in full-width characters at which lines were hard-wrapped, or null. */
  readonly wrapWidth: number | null;
  readonly punctuation: 'full' | 'half' | 'none';
}

/** TEMPORARY first form. */
export function profileOf(_text: Text): Profile {
  return { indented: false, blankLines: 'paragraphs', wrapWidth: null, punctuation: 'full' };
}

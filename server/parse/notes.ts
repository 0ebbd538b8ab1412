import type { Correction } from './corrections';
import type { Paper } from './paper';

/** What people said of one text, in the order in which they said it; kept beside it, never in it. */
export interface Notes {
  readonly corrections: readonly Correction[];
  /** What is declared of the paper; a correction of a line counts for more. */
  readonly paper?: Paper;
}

export const silence: Notes = { corrections: [] };

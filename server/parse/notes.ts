import type { Correction } from './corrections';

/** What people said of one text, in the order in which they said it; kept beside it, never in it. */
export interface Notes {
  readonly corrections: readonly Correction[];
}

export const silence: Notes = { corrections: [] };

import counts from './measured.json';

/** How often a rule was right, of what it said on labelled files. */
export interface Measured {
  readonly said: number;
  readonly right: number;
}

/** Undefined for a rule whose kind no labels know. The counts are what `npm run accuracy -- --measured DIR…` prints. */
export const measuredOf = (code: string): Measured | undefined => (counts as Readonly<Record<string, Measured>>)[code];

/** Below this precision, or without one, a rule may not be a warning by default. */
export const SURE_ENOUGH = 0.95;

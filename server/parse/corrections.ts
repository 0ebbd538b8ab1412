import { type Anchor, found, type Place } from './anchor';
import { STATES, State } from './state';

/** What a person may say of a line, where the recogniser took it for something else. */
export const SAYINGS = ['article', 'split', 'merge', 'not-headline', 'subhead'] as const;
export type Saying = (typeof SAYINGS)[number];

/**
 * `article`: an article starts here, with this line as (the first of) its head. `split`: one starts here without a head.
 * `merge`: none starts here, the line belongs to the article above.
 */
export interface Correction {
  readonly says: Saying;
  readonly anchor: Anchor;
}

const ALL = (1 << STATES) - 1;
const STARTS = (1 << State.Head) | (1 << State.Resumed);
const HEADS = (1 << State.Head) | (1 << State.HeadMore) | (1 << State.HeadRest);

const STATES_OF: Readonly<Record<Saying, number>> = {
  article: 1 << State.Head,
  split: 1 << State.Resumed,
  merge: ALL & ~STARTS & ~(1 << State.Folio),
  'not-headline': ALL & ~HEADS,
  subhead: 1 << State.Subhead,
};

/**
 * The states (bits of `State`) that are left to each line (by its number) of which something was said and which is found
 * again. A later word counts for more where two contradict each other. `lines`: all that are not blank.
 */
export function decisions(lines: readonly Place[], corrections: readonly Correction[]): ReadonlyMap<number, number> {
  const decided = new Map<number, number>();
  const places = found(
    lines,
    corrections.map(({ anchor }) => anchor),
  );
  corrections.forEach(({ says }, k) => {
    const index = places[k];
    if (index === null) return;
    const { at } = lines[index];
    const states = STATES_OF[says];
    decided.set(at, (decided.get(at) ?? ALL) & states || states);
  });
  return decided;
}

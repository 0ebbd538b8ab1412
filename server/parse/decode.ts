import type { View } from './evidence';
import { fitted, MAY_FOLLOW, MOST_FEATURES, type Model, NEVER, openStates, scoresOf, stepRow } from './model';
import { STATES } from './state';

/** What the search runs over: per line the open states, each one's weight, and which table weighs the step to it. */
export interface Lattice {
  readonly count: number;
  readonly open: Int32Array;
  /** count × STATES, in hundredths of a log-odds unit. */
  readonly scores: Int32Array;
  /** Row of `Model.steps` for the step from the line before. */
  readonly rows: Int32Array;
  readonly model: Model;
}

/**
 * The lattice of a view. `decided` gives the states that a person's word leaves a line, as bits, or 0: they overrule the
 * evidence, and narrow what the line's form leaves open where the two can agree.
 */
export function latticeOf(view: View, decided: (line: number) => number = () => 0, model: Model = fitted): Lattice {
  const count = view.lines.length;
  const open = new Int32Array(count);
  const scores = new Int32Array(count * STATES);
  const rows = new Int32Array(count);
  const features = new Int32Array(MOST_FEATURES);
  const row = new Int32Array(STATES);
  for (let i = 0; i < count; i++) {
    const said = decided(view.lines[i].at);
    const form = openStates(view, i);
    open[i] = said === 0 ? form : form & said || said;
    scoresOf(model, view, i, open[i], row, features);
    scores.set(row, i * STATES);
    if (i > 0) rows[i] = stepRow(view, i);
  }
  return { count, open, scores, rows, model };
}

/** The best reading of all lines together: a state for each (Viterbi's search). Sums are whole numbers: no rounding. */
export function bestReading({ count, open, scores, rows, model }: Lattice): Uint8Array {
  const path = new Uint8Array(count);
  if (count === 0) return path;
  const back = new Uint8Array(count * STATES);
  let best = new Float64Array(STATES);
  let next = new Float64Array(STATES);
  for (let s = 0; s < STATES; s++) best[s] = open[0] & (1 << s) ? scores[s] : NEVER;
  for (let i = 1; i < count; i++) {
    const at = i * STATES;
    for (let to = 0; to < STATES; to++) {
      next[to] = NEVER;
      if (!(open[i] & (1 << to))) continue;
      let most = 2 * NEVER;
      let chosen = 0;
      for (let from = 0; from < STATES; from++) {
        if (best[from] <= NEVER || !(MAY_FOLLOW[to] & (1 << from))) continue;
        const sum = best[from] + model.steps[rows[i] + from * STATES + to];
        if (sum > most) {
          most = sum;
          chosen = from;
        }
      }
      if (most > NEVER) {
        next[to] = most + scores[at + to];
        back[at + to] = chosen;
      }
    }
    // Where a person's word forbids every path, the line starts afresh rather than the whole reading failing.
    if (next.every((v) => v <= NEVER)) {
      const top = best.indexOf(Math.max(...best));
      for (let to = 0; to < STATES; to++)
        if (open[i] & (1 << to)) {
          next[to] = best[top] + scores[at + to];
          back[at + to] = top;
        }
    }
    [best, next] = [next, best];
  }
  let state = 0;
  for (let s = 1; s < STATES; s++) if (best[s] > best[state]) state = s;
  for (let i = count - 1; i >= 0; i--) {
    path[i] = state;
    state = back[i * STATES + state];
  }
  return path;
}

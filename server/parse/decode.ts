import type { View } from './evidence';
import { fitted, MAY_FOLLOW, MOST_FEATURES, type Model, openStates, scoresOf, stepRow } from './model';
import { STATES } from './state';

/** What the search runs over: per line the open states, each one's weight, and which table weighs the step to it. */
export interface Lattice {
  readonly count: number;
  /** Per line, its open states as bits. */
  readonly open: Int32Array;
  /** count × STATES, in hundredths of a log-odds unit; those of states that are not open mean nothing. */
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
  for (let i = 0; i < count; i++) {
    const said = decided(view.lines[i].at);
    const form = openStates(view, i);
    open[i] = said === 0 ? form : form & said || said;
    // Where a line can be one thing only there is nothing to weigh: all readings have it alike.
    if (open[i] & (open[i] - 1)) scoresOf(model, view, i, scores, i * STATES, features);
    if (i > 0) rows[i] = stepRow(view, i);
  }
  return { count, open, scores, rows, model };
}

/** The lowest state of a set of states given as bits. */
export const lowest = (states: number): number => 31 - Math.clz32(states & -states);

/** The best reading of all lines together: a state for each (Viterbi's search). Sums are whole numbers: no rounding. */
export function bestReading({ count, open, scores, rows, model: { steps } }: Lattice): Uint8Array {
  const path = new Uint8Array(count);
  if (count === 0) return path;
  const back = new Uint8Array(count * STATES);
  let best = new Float64Array(STATES);
  let next = new Float64Array(STATES);
  let live = open[0]; // the states that some path reaches
  for (let states = live; states; states &= states - 1) best[lowest(states)] = scores[lowest(states)];
  for (let i = 1; i < count; i++) {
    const at = i * STATES;
    let reached = 0;
    for (let states = open[i]; states; states &= states - 1) {
      const to = lowest(states);
      let most = Number.NEGATIVE_INFINITY;
      for (let before = live & MAY_FOLLOW[to]; before; before &= before - 1) {
        const from = lowest(before);
        const sum = best[from] + steps[rows[i] + from * STATES + to];
        if (sum > most) {
          most = sum;
          back[at + to] = from;
        }
      }
      if (most === Number.NEGATIVE_INFINITY) continue;
      next[to] = most + scores[at + to];
      reached |= 1 << to;
    }
    // Where a person's word forbids every path, the line starts afresh rather than the whole reading failing.
    if (reached === 0) {
      const top = highest(best, live);
      for (let states = open[i]; states; states &= states - 1) {
        const to = lowest(states);
        next[to] = best[top] + scores[at + to];
        back[at + to] = top;
      }
      reached = open[i];
    }
    live = reached;
    [best, next] = [next, best];
  }
  let state = highest(best, live);
  for (let i = count - 1; i >= 0; i--) {
    path[i] = state;
    state = back[i * STATES + state];
  }
  return path;
}

/** The first of some states (bits) that weighs most. */
function highest(weights: Float64Array, states: number): number {
  let top = lowest(states);
  for (let rest = states; rest; rest &= rest - 1) if (weights[lowest(rest)] > weights[top]) top = lowest(rest);
  return top;
}

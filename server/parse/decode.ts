import { REACH } from './kinship';
import type { Line } from './line';
import { fitted, type Model, scoresOf, stepRow } from './model';
import { MAY_FOLLOW, openStates } from './open';
import type { Profile } from './profile';
import { STATES } from './state';
import type { View } from './view';

/** What the search runs over: per line the open states, each one's weight, and which table weighs the step to it. */
export interface Lattice {
  readonly view: View;
  readonly count: number;
  /** Per line, the states that its form leaves open, as bits; and those that a person's word leaves of them. */
  readonly form: Int32Array;
  readonly open: Int32Array;
  /** count × STATES, in hundredths of a log-odds unit; those of states that are not open mean nothing. */
  readonly scores: Int32Array;
  /** Row of `Model.steps` for the step from the line before. */
  readonly rows: Int32Array;
  readonly model: Model;
  /** What of it may be read otherwise than the lattice it was made after was; all where there was none. */
  readonly fresh: Fresh;
}

/** The lines [from, to); those outside were there before, the latter ones `moved` lines earlier. */
interface Fresh {
  readonly from: number;
  readonly to: number;
  readonly moved: number;
}

/**
 * The lattice of a view. `decided` gives the states that a person's word leaves a line, as bits, or 0: they overrule the
 * evidence, and narrow what the line's form leaves open where the two can agree. `before`: of a view that this one came of
 * by edits; lines around which nothing changed weigh what they did.
 */
export function latticeOf(view: View, decided: (line: number) => number, before?: Lattice | null): Lattice {
  const count = view.lines.length;
  const form = new Int32Array(count);
  const open = new Int32Array(count);
  const scores = new Int32Array(count * STATES);
  const rows = new Int32Array(count);
  const { head, tail } = before ? stretchesKept(before.view, view) : { head: 0, tail: count };
  const moved = before ? count - before.count : 0;
  if (before)
    for (const [from, to, known] of [
      [0, head, 0],
      [tail, count, tail - moved],
    ]) {
      form.set(before.form.subarray(known, known + to - from), from);
      rows.set(before.rows.subarray(known, known + to - from), from);
      scores.set(before.scores.subarray(known * STATES, (known + to - from) * STATES), from * STATES);
    }
  for (let i = 0; i < count; i++) {
    const known = before && (i < head || i >= tail) ? before.open[i < head ? i : i - moved] : 0;
    if (known === 0) form[i] = openStates(view, i);
    if (known === 0 && i > 0) rows[i] = stepRow(view, i);
    const said = decided(view.lines[i].at);
    open[i] = said === 0 ? form[i] : form[i] & said || said;
    // Where a line can be one thing only there is nothing to weigh: all readings have it alike.
    const weighed = several(known) && (open[i] & ~known) === 0;
    if (several(open[i]) && !weighed) scoresOf(view, i, open[i], scores, i * STATES);
  }
  const fresh = before ? freshIn(open, before.open, head, tail) : { from: 0, to: count, moved: 0 };
  return { view, count, form, open, scores, rows, model: fitted, fresh };
}

/**
 * The lines that are not as they were, [head, tail) or otherwise open, and on to the nearest ones on both sides that can be
 * one thing only: all readings run through those, so that what lies beyond them stays.
 */
function freshIn(open: Int32Array, known: Int32Array, head: number, tail: number): Fresh {
  const count = open.length;
  const moved = count - known.length;
  let from = 0;
  while (from < head && open[from] === known[from]) from++;
  let to = count;
  while (to > tail && open[to - 1] === known[to - 1 - moved]) to--;
  from--;
  while (from > 0 && several(open[from])) from--;
  while (to < count && several(open[to])) to++;
  return { from: Math.max(0, from), to: Math.min(count, to + 1), moved };
}

/** What is to be read of a lattice: all, unless it is known how the one before was read. */
export const unread = ({ fresh, count }: Lattice, before: unknown): Fresh =>
  before ? fresh : { from: 0, to: count, moved: 0 };

const several = (states: number): boolean => (states & (states - 1)) !== 0;

/**
 * The lines of `after`, [0, head) and [tail, ∞), that stand in `before` too with all that their evidence looks at. None
 * where the file's habits changed: every line is judged by them.
 */
function stretchesKept(before: View, after: View): { head: number; tail: number } {
  const [old, fresh] = [before.lines, after.lines];
  const count = fresh.length;
  const habits = Object.keys(after.profile) as (keyof Profile)[];
  const otherwise = habits.some((habit) => before.profile[habit] !== after.profile[habit]);
  if (otherwise || before.wraps.kept !== after.wraps.kept) return { head: 0, tail: count };
  const most = Math.min(old.length, count);
  let head = 0;
  while (head < most && sameLine(old[head], fresh[head])) head++;
  let tail = 0;
  while (tail < most - head && sameLine(old[old.length - 1 - tail], fresh[count - 1 - tail])) tail++;
  return { head: Math.max(0, head - REACH), tail: count - Math.max(0, tail - REACH) };
}

/** A line's facts follow from its characters and the blank lines before it. */
const sameLine = (a: Line, b: Line): boolean => a === b || (a.text === b.text && a.blanksBefore === b.blanksBefore);

/** The lowest state of a set of states given as bits. */
export const lowest = (states: number): number => 31 - Math.clz32(states & -states);

/**
 * The best reading of all lines together: a state for each (Viterbi's search). Sums are whole numbers: no rounding.
 * `before`: that of the lattice that this one was made after.
 */
export function bestReading(lattice: Lattice, before?: Uint8Array | null): Uint8Array {
  const { count, open, scores, rows, model } = lattice;
  const { steps } = model;
  const { from: start, to: end, moved } = unread(lattice, before);
  const path = new Uint8Array(count);
  if (count === 0) return path;
  if (before) {
    path.set(before.subarray(0, start));
    path.set(before.subarray(end - moved), end);
  }
  const back = new Uint8Array((end - start) * STATES);
  let best = new Float64Array(STATES);
  let next = new Float64Array(STATES);
  let live = open[start]; // the states that some path reaches
  for (let states = live; states; states &= states - 1) best[lowest(states)] = scores[start * STATES + lowest(states)];
  for (let i = start + 1; i < end; i++) {
    const at = i * STATES;
    const links = (i - start) * STATES;
    let reached = 0;
    for (let states = open[i]; states; states &= states - 1) {
      const to = lowest(states);
      let most = Number.NEGATIVE_INFINITY;
      for (let before = live & MAY_FOLLOW[to]; before; before &= before - 1) {
        const from = lowest(before);
        const sum = best[from] + steps[rows[i] + from * STATES + to];
        if (sum > most) {
          most = sum;
          back[links + to] = from;
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
        back[links + to] = top;
      }
      reached = open[i];
    }
    live = reached;
    [best, next] = [next, best];
  }
  let state = highest(best, live);
  for (let i = end - 1; i >= start; i--) {
    path[i] = state;
    state = back[(i - start) * STATES + state];
  }
  return path;
}

/** The first of some states (bits) that weighs most. */
function highest(weights: Float64Array, states: number): number {
  let top = lowest(states);
  for (let rest = states; rest; rest &= rest - 1) if (weights[lowest(rest)] > weights[top]) top = lowest(rest);
  return top;
}

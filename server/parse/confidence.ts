import { type Lattice, lowest, unread } from './decode';
import type { Model } from './model';
import { MAY_FOLLOW } from './open';
import { STATES } from './state';

/** Step weights as factors, per table row; made once for a model. */
const factors = new WeakMap<Model, Float64Array>();
function factorsOf(model: Model): Float64Array {
  let table = factors.get(model);
  if (!table) {
    table = Float64Array.from(model.steps, (v) => Math.exp(v / 100));
    factors.set(model, table);
  }
  return table;
}

/** What a weight so many hundredths below the best counts, beside it. */
const falling = Float64Array.from({ length: 1 << 12 }, (_, v) => Math.exp(-v / 100));
const factorOf = (less: number): number => (less < falling.length ? falling[less] : Math.exp(-less / 100));

/** Room for one page's sums: they are written before they are read, and nothing of them outlives the question. */
let sums = { weight: new Float64Array(0), forward: new Float64Array(0) };
function sumsFor(size: number): typeof sums {
  if (size > MOST_KEPT) return { weight: new Float64Array(size), forward: new Float64Array(size) };
  if (sums.weight.length < size) sums = { weight: new Float64Array(2 * size), forward: new Float64Array(2 * size) };
  return sums;
}
const MOST_KEPT = 1 << 18;

/**
 * How likely each line is each state, over all readings of the page (the forward-backward sums): count × STATES, each
 * line's row adding up to 1. The weights are log-odds fitted on labelled pages, so these are calibrated probabilities.
 * `known`: those of the lattice that this one was made after.
 */
export function likelihoods(lattice: Lattice, known?: Float32Array | null): Float32Array {
  const { count, open, scores, rows, model } = lattice;
  const { from: start, to: end, moved } = unread(lattice, known);
  const table = factorsOf(model);
  const { weight, forward } = sumsFor((end - start) * STATES);
  for (let i = start; i < end; i++) {
    const at = (i - start) * STATES;
    if ((open[i] & (open[i] - 1)) === 0) {
      // One state alone is certain, however it is reached.
      weight[at + lowest(open[i])] = 1;
      forward[at + lowest(open[i])] = 1;
      continue;
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let states = open[i]; states; states &= states - 1) top = Math.max(top, scores[i * STATES + lowest(states)]);
    let sum = 0;
    for (let states = open[i]; states; states &= states - 1) {
      const to = lowest(states);
      const own = factorOf(top - scores[i * STATES + to]);
      weight[at + to] = own;
      let reach = i === 0 ? 1 : 0;
      if (i > 0)
        for (let before = open[i - 1] & MAY_FOLLOW[to]; before; before &= before - 1) {
          const from = lowest(before);
          reach += forward[at - STATES + from] * table[rows[i] + from * STATES + to];
        }
      forward[at + to] = reach * own;
      sum += forward[at + to];
    }
    // No path leads here: a person's word forbids them all, and the line starts afresh.
    const blocked = sum === 0;
    for (let states = open[i]; blocked && states; states &= states - 1)
      sum += forward[at + lowest(states)] = weight[at + lowest(states)];
    for (let states = open[i]; states; states &= states - 1) forward[at + lowest(states)] /= sum;
  }
  const result = new Float32Array(count * STATES);
  if (known) {
    result.set(known.subarray(0, start * STATES));
    result.set(known.subarray((end - moved) * STATES), end * STATES);
  }
  let behind = new Float64Array(STATES).fill(1);
  let before = new Float64Array(STATES);
  for (let i = end - 1; i >= start; i--) {
    const at = (i - start) * STATES;
    let sum = 0;
    for (let states = open[i]; states; states &= states - 1)
      sum += forward[at + lowest(states)] * behind[lowest(states)];
    for (let states = open[i]; states; states &= states - 1) {
      const s = lowest(states);
      result[i * STATES + s] = sum > 0 ? (forward[at + s] * behind[s]) / sum : forward[at + s];
    }
    if (i === start) break;
    let most = 0;
    for (let states = open[i - 1]; states; states &= states - 1) {
      const from = lowest(states);
      let reach = 0;
      for (let after = open[i]; after; after &= after - 1) {
        const to = lowest(after);
        if (MAY_FOLLOW[to] & (1 << from)) reach += table[rows[i] + from * STATES + to] * weight[at + to] * behind[to];
      }
      before[from] = reach;
      most = Math.max(most, reach);
    }
    for (let states = open[i - 1]; states; states &= states - 1)
      before[lowest(states)] = most > 0 ? before[lowest(states)] / most : 1;
    [behind, before] = [before, behind];
  }
  return result;
}

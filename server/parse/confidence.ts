import type { Lattice } from './decode';
import { MAY_FOLLOW, type Model } from './model';
import { STATES } from './state';

/** Step weights as factors, per table row; made once for a model. */
const factors = new WeakMap<Model, Float64Array>();
function factorsOf(model: Model): Float64Array {
  let table = factors.get(model);
  if (!table) {
    table = Float64Array.from(model.steps, (v, k) => {
      const to = k % STATES;
      const from = Math.floor(k / STATES) % STATES;
      return MAY_FOLLOW[to] & (1 << from) ? Math.exp(v / 100) : 0;
    });
    factors.set(model, table);
  }
  return table;
}

/**
 * How likely each line is each state, over all readings of the page (the forward-backward sums): count × STATES, each
 * line's row adding up to 1. The weights are log-odds fitted on labelled pages, so these are calibrated probabilities.
 */
export function likelihoods({ count, open, scores, rows, model }: Lattice): Float32Array {
  const result = new Float32Array(count * STATES);
  if (count === 0) return result;
  const table = factorsOf(model);
  const weight = new Float64Array(count * STATES);
  const forward = new Float64Array(count * STATES);
  const scale = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = i * STATES;
    let top = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < STATES; s++) if (open[i] & (1 << s) && scores[at + s] > top) top = scores[at + s];
    for (let s = 0; s < STATES; s++) if (open[i] & (1 << s)) weight[at + s] = Math.exp((scores[at + s] - top) / 100);
    let sum = reach(i, at);
    if (sum === 0) {
      for (let s = 0; s < STATES; s++) sum += forward[at + s] = weight[at + s];
    }
    scale[i] = sum;
    for (let s = 0; s < STATES; s++) forward[at + s] /= sum;
  }
  function reach(i: number, at: number): number {
    let sum = 0;
    for (let to = 0; to < STATES; to++) {
      if (weight[at + to] === 0) continue;
      let from = i === 0 ? 1 : 0;
      if (i > 0) for (let s = 0; s < STATES; s++) from += forward[at - STATES + s] * table[rows[i] + s * STATES + to];
      forward[at + to] = from * weight[at + to];
      sum += forward[at + to];
    }
    return sum;
  }
  let backward = new Float64Array(STATES).fill(1);
  for (let i = count - 1; i >= 0; i--) {
    const at = i * STATES;
    let sum = 0;
    for (let s = 0; s < STATES; s++) sum += forward[at + s] * backward[s];
    for (let s = 0; s < STATES; s++) result[at + s] = sum > 0 ? (forward[at + s] * backward[s]) / sum : forward[at + s];
    if (i === 0) break;
    const before = new Float64Array(STATES);
    let most = 0;
    for (let s = 0; s < STATES; s++) {
      for (let to = 0; to < STATES; to++)
        before[s] += table[rows[i] + s * STATES + to] * weight[at + to] * backward[to];
      if (before[s] > most) most = before[s];
    }
    if (most > 0) for (let s = 0; s < STATES; s++) before[s] /= most;
    else before.fill(1);
    backward = before;
  }
  return result;
}

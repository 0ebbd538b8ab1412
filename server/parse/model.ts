import { CONTEXTS, contextOf, evidence, FEATURES, type View } from './evidence';
import weights from './model.weights.json';
import { STATES, State } from './state';

/** The fitted numbers: hundredths of a log-odds unit, so that sums are exact whole numbers on every machine. */
export interface Model {
  /** FEATURES × STATES. */
  readonly unary: Int32Array;
  /** The same, two states in each number: FEATURES × HALVES. */
  readonly pairs: Int32Array;
  /** CONTEXTS × STATES (from) × STATES (to). */
  readonly steps: Int32Array;
}

interface Stored {
  readonly features: Record<string, readonly number[]>;
  readonly steps: readonly (readonly number[])[];
}

/** Reads the weights as the fit script writes them; a feature it does not name weighs nothing. */
export function modelOf(stored: Stored): Model {
  const unary = new Int32Array(FEATURES.length * STATES);
  FEATURES.forEach((name, f) => {
    const row = stored.features[name];
    if (row) unary.set(row, f * STATES);
  });
  const steps = new Int32Array(CONTEXTS * STATES * STATES);
  stored.steps.forEach((row, c) => {
    steps.set(row, c * STATES * STATES);
  });
  return { unary, pairs: pairsOf(unary), steps };
}

const HALVES = (STATES + 1) >> 1;

/** States 2h and 2h + 1 in the lower and upper half of a number: what all features of a line add up to stays within a half. */
function pairsOf(unary: Int32Array): Int32Array {
  const pairs = new Int32Array(FEATURES.length * HALVES);
  for (let f = 0; f < FEATURES.length; f++)
    for (let s = 0; s < STATES; s++) pairs[f * HALVES + (s >> 1)] += unary[f * STATES + s] * (s & 1 ? 0x10000 : 1);
  return pairs;
}

export const fitted: Model = modelOf(weights as unknown as Stored);

/** Note and the states behind it: few lines may be one of them. */
const SIDE = -1 << State.Note;

/**
 * The weight of each state for line `i`, from its evidence alone, into `out` from `at` on. Those of states that are not
 * open mean nothing. Two states are summed at a time and written out one by one: this is done for every feature of every
 * line, and so stays in registers.
 */
export function scoresOf(view: View, i: number, open: number, out: Int32Array, at: number): void {
  const { pairs } = fitted;
  const n = evidence(view, i, features);
  let folioHead = 0;
  let moreRest = 0;
  let bylineBody = 0;
  let restSubhead = 0;
  for (let k = 0; k < n; k++) {
    const row = features[k] * HALVES;
    folioHead = (folioHead + pairs[row]) | 0;
    moreRest = (moreRest + pairs[row + 1]) | 0;
    bylineBody = (bylineBody + pairs[row + 2]) | 0;
    restSubhead = (restSubhead + pairs[row + 3]) | 0;
  }
  parted(folioHead, out, at + State.Folio);
  parted(moreRest, out, at + State.HeadMore);
  parted(bylineBody, out, at + State.Byline);
  parted(restSubhead, out, at + State.Rest);
  if (!(open & SIDE)) return;
  let noteResumed = 0;
  let section = 0;
  for (let k = 0; k < n; k++) {
    const row = features[k] * HALVES;
    noteResumed = (noteResumed + pairs[row + 4]) | 0;
    section = (section + pairs[row + 5]) | 0;
  }
  parted(noteResumed, out, at + State.Note);
  out[at + State.Section] = section;
}

function parted(sum: number, out: Int32Array, at: number): void {
  const lower = (sum << 16) >> 16;
  out[at] = lower;
  out[at + 1] = (sum - lower) >> 16;
}

/** More than any line's features can be. */
export const MOST_FEATURES = 96;
const features = new Int32Array(MOST_FEATURES);

export const stepRow = (view: View, i: number): number => contextOf(view, i) * STATES * STATES;

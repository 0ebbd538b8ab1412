import { coarseEnd, coarseLength } from './evidence/classes';
import { kinshipEvidence } from './evidence/likeness';
import { neighbourEvidence } from './evidence/neighbours';
import { ownEvidence } from './evidence/own';
import { placeEvidence } from './evidence/place';
import { seamEvidence } from './evidence/seam';
import type { View } from './view';

export { FEATURES } from './evidence/features';
export type { View } from './view';

/** Writes the numbers of the features that hold for line `i` into `out`, and returns how many. No more than `REACH` lines back and ahead are looked at. */
export function evidence(view: View, i: number, out: Int32Array): number {
  let n = ownEvidence(view, i, out, 0);
  n = neighbourEvidence(view, i, out, n);
  n = seamEvidence(view, i, out, n);
  const line = view.lines[i];
  const length = coarseLength(line);
  if (line.stops !== 0 || length >= 5) return n;
  n = placeEvidence(view, i, out, n);
  // In a wrapped stretch likeness is asked only once its lines have been put together.
  const whole = view.wraps.width[i] === 0;
  return whole && (coarseEnd(line) !== 0 || length < 4) ? kinshipEvidence(view, i, out, n) : n;
}

/** How many contexts a transition between two lines is weighed in. */
export const CONTEXTS = 36;

/** The context of the step from line `i - 1` to line `i`: what stands between them, and their outer shapes. */
export function contextOf(view: View, i: number): number {
  const line = view.lines[i];
  const end = Math.min(2, [0, 1, 2, 2, 0][coarseEnd(view.lines[i - 1])]);
  const long = line.columns > 60 || line.stops > 0 || coarseEnd(line) === 0 ? 1 : 0;
  const gap = view.profile.blankLines === 'articles' ? (line.blanksBefore > 0 ? 2 : 1) : 0;
  return ((end * 2 + long) * 3 + gap) * 2 + (view.profile.indented && line.indent === 0 ? 1 : 0);
}

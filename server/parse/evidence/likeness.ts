import { kinship } from '../kinship';
import type { View } from '../view';
import { family } from './features';

const KINSHIP = family('kinship', 6 * 6);
const KINSHIP_OPENING = family('kinship-opening', 6 * 6);
const SAME_PAIRS = family('same-pairs', 9 * 3);
const SAME_TRIPLES = family('same-triples', 9 * 3);
const TOPIC = family('topic', 9 * 9 * 3);

/** Whether a short line's words are those of the text behind it (a headline's are), and whether that text goes on from before. */
export function kinshipEvidence({ lines }: View, i: number, out: Int32Array, n: number): number {
  const kin = kinship(lines, i);
  const ahead = step(kin.ahead, kin.own, OVERLAP);
  const behind = kin.known ? step(kin.behind, kin.own, OVERLAP) : 0;
  const pairs = kin.known ? step(kin.pairs.same, kin.pairs.all, PAIRS) : 0;
  const triples = kin.known ? step(kin.triples.same, kin.triples.all, TRIPLES) : 0;
  out[n++] = KINSHIP + ahead * 6 + behind;
  out[n++] = KINSHIP_OPENING + step(kin.opening, kin.own, OVERLAP) * 6 + behind;
  const seen = kin.seen < 80 ? 0 : kin.seen < 220 ? 1 : 2;
  out[n++] = SAME_PAIRS + pairs * 3 + seen;
  out[n++] = SAME_TRIPLES + triples * 3 + seen;
  out[n++] = TOPIC + (triples * 9 + pairs) * 3 + (ahead > behind + 1 ? 2 : ahead > behind ? 1 : 0);
  return n;
}

const OVERLAP = [0.001, 0.13, 0.26, 0.51];
const PAIRS = [0.03, 0.06, 0.09, 0.12, 0.16, 0.22, 0.3];
const TRIPLES = [0.003, 0.01, 0.02, 0.035, 0.055, 0.085, 0.14];

/** 0 for nothing to compare, else one more than how many of the rising bounds the share `part` / `whole` reaches. */
function step(part: number, whole: number, bounds: readonly number[]): number {
  if (whole === 0) return 0;
  const share = part / whole;
  let n = 0;
  while (n < bounds.length && share >= bounds[n]) n++;
  return n + 1;
}

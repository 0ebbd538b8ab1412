import { End, type Line, Start } from '../line';
import { odd } from '../odds';
import type { View } from '../view';
import { coarseEnd } from './classes';
import { family } from './features';

const SEAM = family('seam', 5 * 9 * 9);
const FIRST_CHAR = family('first-character', 9 * 5);
const LAST_CHAR = family('last-character', 9 * 5);
const STRADDLE = family('straddle', 8);
const SPLIT = family('split-number', 1);

/** What the characters at both sides of the line ends around line `i` say. Writes behind `n`, returns where it ended. */
export function seamEvidence({ lines }: View, i: number, out: Int32Array, n: number): number {
  const line = lines[i];
  const previous = lines[i - 1] as Line | undefined;
  const next = lines[i + 1] as Line | undefined;
  const end = coarseEnd(line);
  const before = odd.first.step(line.text.charCodeAt(line.first));
  const previousEnd = coarseEnd(previous);
  out[n++] = FIRST_CHAR + before * 5 + previousEnd;
  out[n++] = LAST_CHAR + odd.last.step(line.text.charCodeAt(line.last - 1)) * 5 + end;
  if (previous)
    out[n++] = SEAM + (previousEnd * 9 + odd.last.step(previous.text.charCodeAt(previous.last - 1))) * 9 + before;
  if (previous && previousEnd === 3) {
    // A number is never split (GB/T 15834), nor a word: digits, or Latin letters, on both sides of a line end are a break.
    const numbers = previous.end === End.Digit && line.start === Start.Digit;
    const kind = numbers ? 2 : line.start === Start.Han ? (previous.end === End.Han ? 0 : 1) : 3;
    out[n++] = STRADDLE + kind * 2 + (previous.open > 0 ? 1 : 0);
  }
  if (next && line.end === End.Digit && next.start === Start.Digit) out[n++] = SPLIT;
  return n;
}

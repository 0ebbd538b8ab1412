import { type Line, Start } from '../line';
import type { View } from '../view';
import { coarseEnd, coarseLength, formOf, indentClass, leadOf } from './classes';
import { family } from './features';

const PREVIOUS_END = family('previous-end', 15);
const PREVIOUS_LENGTH = family('previous-length', 7);
const PREVIOUS_FORM = family('previous-form', 14);
const PREVIOUS_JUMP = family('previous-jump', 1);
const PREVIOUS_CLOSING = family('previous-closing', 1);
const PREVIOUS_INDENT = family('previous-indent', 8);
const NEXT_START = family('next-start', 14);
const NEXT_LENGTH = family('next-length', 7);
const NEXT_END = family('next-end', 15);
const NEXT_FORM = family('next-form', 14);
const NEXT_LEAD = family('next-dateline', 3);
const NEXT_INDENT = family('next-indent', 8);
const SECOND_LENGTH = family('second-length', 7);
const SECOND_FORM = family('second-form', 14);
const SECOND_LEAD = family('second-dateline', 3);
const LEVEL = family('level', 9);
const PREVIOUS_BARE = family('previous-bare', 2 * 5 * 5 * 4);
const AFTER_END = family('after-end', 4 * 3);
const SHAPE = family('shape', 7 * 5 * 7 * 5);
const BREAK = family('break', 5 * 5 * 7 * 7);
const FULL = family('full', 3 * 3 * 5 * 3);
const FULL_START = family('full-start', 3 * 13);
const FULL_RUN = family('full-run', 6 * 6 * 4);

const level = (a: number, b: number): number => (a === b ? 1 : a < b ? 2 : 0);

/** How many lines in a row fill the wrap width from line `i` on, in six classes. */
function fullRun(full: Uint8Array, i: number, step: 1 | -1): number {
  let run = 0;
  for (let j = i; run < 12 && full[j] === 1; j += step) run++;
  return run <= 2 ? Math.max(0, run - 1) : run <= 4 ? 2 : run <= 7 ? 3 : run <= 11 ? 4 : 5;
}

const openingOf = ({ start }: Line): number =>
  start === Start.Han ? 0 : start === Start.Digit ? 1 : start === Start.Quote ? 2 : 3;

/** What the lines right before and behind line `i` are. Writes behind `n`, returns where it ended. */
export function neighbourEvidence({ lines, wraps, profile }: View, i: number, out: Int32Array, n: number): number {
  const line = lines[i];
  const previous = lines[i - 1] as Line | undefined;
  const next = lines[i + 1] as Line | undefined;
  const second = lines[i + 2] as Line | undefined;
  const length = coarseLength(line);
  const end = coarseEnd(line);
  const previousLength = coarseLength(previous);
  const previousEnd = coarseEnd(previous);
  const nextLength = coarseLength(next);

  out[n++] = PREVIOUS_END + (previous ? previous.end : 14);
  out[n++] = PREVIOUS_LENGTH + previousLength;
  out[n++] = PREVIOUS_FORM + formOf(previous);
  if (previous?.jump) out[n++] = PREVIOUS_JUMP;
  if (previous?.closing) out[n++] = PREVIOUS_CLOSING;
  out[n++] = PREVIOUS_INDENT + (previous ? indentClass(previous, profile) : 6);
  out[n++] = NEXT_START + (next ? next.start : 13);
  out[n++] = NEXT_LENGTH + nextLength;
  out[n++] = NEXT_END + (next ? next.end : 14);
  out[n++] = NEXT_FORM + formOf(next);
  const nextLead = leadOf(next);
  if (nextLead > 0) out[n++] = NEXT_LEAD + nextLead;
  out[n++] = NEXT_INDENT + (next ? indentClass(next, profile) : 6);
  out[n++] = SECOND_LENGTH + coarseLength(second);
  out[n++] = SECOND_FORM + formOf(second);
  const secondLead = leadOf(second);
  if (secondLead > 0) out[n++] = SECOND_LEAD + secondLead;
  if (previous && next) out[n++] = LEVEL + level(previous.indent, line.indent) * 3 + level(line.indent, next.indent);

  out[n++] = SHAPE + ((length * 5 + end) * 7 + nextLength) * 5 + coarseEnd(next);
  out[n++] = BREAK + ((previousEnd * 5 + end) * 7 + previousLength) * 7 + length;
  const full = wraps.full[i];
  const previousFull = previous ? wraps.full[i - 1] : 2;
  out[n++] =
    FULL +
    (((full + (wraps.width[i] > 0 ? 1 : 0)) * 3 + previousFull) * 5 + previousEnd) * 3 +
    (profile.indented ? (line.indent > 0 ? 2 : 1) : 0);
  out[n++] = FULL_START + previousFull * 13 + line.start;
  // A wrapped line that ends in a stop may end its paragraph: how long that would be, and the rest, tell.
  if (previousFull === 1 && previousEnd === 0)
    out[n++] = FULL_RUN + (fullRun(wraps.full, i - 1, -1) * 6 + fullRun(wraps.full, i, 1)) * 4 + openingOf(line);
  if (previous) {
    // A line without any stop that is no head may be an abstract, which rightly ends without one.
    const bareBefore = previous.stops === 0 ? 1 : 0;
    const openings = line.start === Start.Quote ? 1 : line.start === Start.Han ? 0 : line.start === Start.Never ? 3 : 2;
    out[n++] = PREVIOUS_BARE + ((bareBefore * 5 + previousEnd) * 5 + coarseEnd(lines[i - 2])) * 4 + openings;
    // What closes an article: a jump, an end note, a byline or credit behind the text.
    const ended = previous.jump
      ? 3
      : previous.closing || previous.note === 'endnote' || previous.note === 'crossReference'
        ? 2
        : previous.note || previous.signature?.place === 'whole'
          ? 1
          : 0;
    out[n++] = AFTER_END + ended * 3 + (line.stops === 0 && end !== 0 ? (length < 4 ? 0 : 1) : 2);
  }
  return n;
}

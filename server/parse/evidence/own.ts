import { departmentOf } from '../forms/department';
import { type Line, Start } from '../line';
import { madeOf } from '../odds';
import type { View } from '../view';
import { cap, classes, coarseEnd, coarseLength, formOf, indentClass, leadOf } from './classes';
import { family } from './features';

const BIAS = family('always', 1);
const LENGTH = family('length', 26);
const START = family('start', 13);
const END = family('end', 14);
const INDENT = family('indent', 6);
const BLANK_BEFORE = family('blank-before', 9);
const BLANK_AFTER = family('blank-after', 9);
const STOPS = family('stops', 18);
const PAUSES = family('pauses', 12);
const GAPS = family('gaps', 9);
const OPEN = family('left-open', 4);
const UNOPENED = family('unopened', 3);
const COLUMN = family('column-name', 2);
const DEPARTMENT = family('department', 2);
const FORM = family('form', 14);
const LEAD = family('dateline', 3);
const CLOSING = family('closing', 1);
const JUMP = family('jump', 1);
const WEAK_FOLIO = family('weak-folio', 1);
const SECTION = family('section', 2);
const LATIN = family('latin', 3);
const NUMBERED = family('numbered', 4);
const UNPUNCTUATED = family('unpunctuated', 7);
const HEADLIKE = family('headlike', 9 * 6);
const TITLELIKE = family('titlelike', 9 * 6);

const lengths = classes(8, 12, 16, 20, 26, 32, 40, 50, 64, 80, 120, 200);

const blankMode = { paragraphs: 0, articles: 1, none: 2 } as const;
/** The text's beginning and end count as more than one blank line. */
const blanksClass = (line: Line | undefined): number => (line ? cap(line.blanksBefore, 2) : 2);

/** What line `i` is by itself, and the blank lines around it. Writes behind `n`, returns where it ended. */
export function ownEvidence({ lines, wraps, profile }: View, i: number, out: Int32Array, n: number): number {
  const line = lines[i];
  const previous = lines[i - 1] as Line | undefined;
  const next = lines[i + 1] as Line | undefined;
  const wrapped = wraps.width[i] > 0;
  const length = coarseLength(line);
  const end = coarseEnd(line);
  const bare = line.stops === 0;
  const mode = blankMode[profile.blankLines] * 3;
  out[n++] = BIAS;
  out[n++] = LENGTH + lengths[Math.min(line.columns, lengths.length - 1)] + (wrapped ? 13 : 0);
  out[n++] = START + line.start;
  out[n++] = END + line.end;
  out[n++] = INDENT + indentClass(line, profile);
  out[n++] = BLANK_BEFORE + mode + (previous ? blanksClass(line) : 2);
  out[n++] = BLANK_AFTER + mode + blanksClass(next);
  out[n++] = STOPS + cap(line.stops, 2) * 6 + cap(length, 5);
  out[n++] = PAUSES + cap(line.pauses, 3) * 3 + (length <= 2 ? 0 : length <= 4 ? 1 : 2);
  if (line.gaps > 0 && length < 5) out[n++] = GAPS + cap(line.gaps - 1, 2) * 3 + (bare ? (line.pauses > 0 ? 1 : 0) : 2);
  if (line.open > 0) out[n++] = OPEN + cap(line.open, 2) + (end === 0 ? 1 : 0);
  if (line.unopened > 0) out[n++] = UNOPENED + (length <= 3 ? 1 : 0) + (previous && previous.open > 0 ? 1 : 0);
  const kind = line.columns <= 16 && bare && line.pauses === 0 ? departmentOf(line) : 0;
  if (kind > 0) out[n++] = DEPARTMENT + kind - 1;
  if (line.column) out[n++] = COLUMN + (bare ? 0 : 1);
  out[n++] = FORM + formOf(line);
  const lead = leadOf(line);
  if (lead > 0) out[n++] = LEAD + lead;
  if (line.closing) out[n++] = CLOSING;
  if (line.jump) out[n++] = JUMP;
  if (line.folio && !line.folio.strong && !line.folio.piece) out[n++] = WEAK_FOLIO;
  if (line.section) out[n++] = SECTION + (line.section.alone ? 1 : 0);
  if (line.latin > 0) out[n++] = LATIN + (line.latin * 2 > line.length ? 2 : line.latin > 12 ? 1 : 0);
  if (line.start === Start.Numbered || line.start === Start.Bullet)
    out[n++] = NUMBERED + (bare ? 0 : 1) + (line.start === Start.Bullet ? 2 : 0);
  if (profile.punctuation === 'none') out[n++] = UNPUNCTUATED + length;
  if (bare && length < 5) {
    const likeness = madeOf(line);
    out[n++] = HEADLIKE + Math.floor(likeness / 9) * 6 + length;
    out[n++] = TITLELIKE + (likeness % 9) * 6 + length;
  }
  return n;
}

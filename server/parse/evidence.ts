import { isHan } from './chars';
import { End, type Line, Start } from './line';
import odds from './odds.weights.json';
import type { Profile } from './profile';
import type { Wraps } from './wrap';

/** Everything the evidence for a line is drawn from. */
export interface View {
  readonly lines: readonly Line[];
  readonly wraps: Wraps;
  readonly profile: Profile;
}

/** The names of all features, in the order of their numbers: what `why` and the weights file speak of. */
export const FEATURES: string[] = [];
function family(name: string, size: number): number {
  const base = FEATURES.length;
  for (let k = 0; k < size; k++) FEATURES.push(size === 1 ? name : `${name}:${k}`);
  return base;
}

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
const FORM = family('form', 12);
const LEAD = family('dateline', 3);
const CLOSING = family('closing', 1);
const JUMP = family('jump', 1);
const WEAK_FOLIO = family('weak-folio', 1);
const SECTION = family('section', 2);
const LATIN = family('latin', 3);
const PREVIOUS_END = family('previous-end', 15);
const PREVIOUS_LENGTH = family('previous-length', 7);
const PREVIOUS_FORM = family('previous-form', 12);
const PREVIOUS_JUMP = family('previous-jump', 1);
const PREVIOUS_CLOSING = family('previous-closing', 1);
const PREVIOUS_INDENT = family('previous-indent', 8);
const NEXT_START = family('next-start', 14);
const NEXT_LENGTH = family('next-length', 7);
const NEXT_END = family('next-end', 15);
const NEXT_FORM = family('next-form', 12);
const NEXT_LEAD = family('next-dateline', 3);
const NEXT_INDENT = family('next-indent', 8);
const SECOND_LENGTH = family('second-length', 7);
const SECOND_FORM = family('second-form', 12);
const SECOND_LEAD = family('second-dateline', 3);
const SHAPE = family('shape', 7 * 5 * 7 * 5);
const BREAK = family('break', 5 * 5 * 7 * 7);
const SEAM = family('seam', 5 * 9 * 9);
const KINSHIP = family('kinship', 12);
const KINSHIP_BEFORE = family('kinship-before', 6);
const KINSHIP_AFTER = family('kinship-after', 6);
const FULL = family('full', 3 * 3 * 5 * 3);
const FULL_START = family('full-start', 3 * 13);
const FIRST_CHAR = family('first-character', 9 * 5);
const LAST_CHAR = family('last-character', 9 * 5);
const HEADLIKE = family('headlike', 9 * 6);
const RUN = family('short-run', 6 * 6);
const NUMBERED = family('numbered', 4);
const UNPUNCTUATED = family('unpunctuated', 7);
const STRADDLE = family('straddle', 4);
const LEVEL = family('level', 9);

const lengthBucket = (columns: number): number => {
  const n = columns / 2;
  if (n <= 4) return 0;
  if (n <= 6) return 1;
  if (n <= 8) return 2;
  if (n <= 10) return 3;
  if (n <= 13) return 4;
  if (n <= 16) return 5;
  if (n <= 20) return 6;
  if (n <= 25) return 7;
  if (n <= 32) return 8;
  if (n <= 40) return 9;
  if (n <= 60) return 10;
  return n <= 100 ? 11 : 12;
};

/** Six classes of length, 6 for no line. */
export const coarseLength = (line: Line | undefined): number => {
  if (!line) return 6;
  const n = line.columns / 2;
  return n <= 7 ? 0 : n <= 12 ? 1 : n <= 20 ? 2 : n <= 30 ? 3 : n <= 48 ? 4 : 5;
};

/** 0 a sentence's end, 1 a pause, 2 a closing quote or bracket, 3 nothing of the kind, 4 no line. */
export const coarseEnd = (line: Line | undefined): number => {
  if (!line) return 4;
  switch (line.end) {
    case End.Stop:
    case End.StopQuote:
    case End.Ellipsis:
      return 0;
    case End.Pause:
    case End.Semicolon:
    case End.Colon:
      return 1;
    case End.Quote:
    case End.Paren:
      return 2;
    default:
      return 3;
  }
};

/** The form a line has by itself: 0 none, then the kinds that a pattern tells. */
export const formOf = (line: Line | undefined): number => {
  if (!line) return 11;
  if (line.resumption) return 1;
  if (line.folio?.strong) return 2;
  if (line.section?.alone) return 3;
  if (line.signature) return line.signature.place === 'whole' ? 4 : 5;
  switch (line.note) {
    case 'caption':
      return 6;
    case 'credit':
      return 7;
    case 'endnote':
    case 'crossReference':
      return 8;
    case 'attribution':
      return 9;
    case 'staff':
      return 10;
    default:
      return 0;
  }
};

const indentClass = (line: Line, profile: Profile): number => (profile.indented ? 0 : 3) + (line.indent === 0 ? 0 : line.indent <= 4 ? 1 : 2);
const blankMode = { paragraphs: 0, articles: 1, none: 2 } as const;
const cap = (n: number, most: number): number => (n < most ? n : most);
const leadOf = (line: Line | undefined): number => (line?.signature?.place === 'start' ? (line.signature.people.length > 0 ? 2 : 1) : 0);

/** Log-odds of a character, in nine steps; 4 is neutral. */
function oddsBucket(table: Record<string, number>, character: string): number {
  const value = table[character];
  if (value === undefined) return 4;
  const step = Math.round(value / 8);
  return step < -4 ? 0 : step > 4 ? 8 : step + 4;
}

const odd = odds as { first: Record<string, number>; last: Record<string, number>; head: Record<string, number> };

/**
 * Writes the numbers of the features that hold for line `i` into `out`, and returns how many. Looks at most four lines
 * back and ahead, so that an edit is felt only nearby.
 */
export function evidence(view: View, i: number, out: Int32Array): number {
  const { lines, wraps, profile } = view;
  const line = lines[i];
  const previous = lines[i - 1] as Line | undefined;
  const next = lines[i + 1] as Line | undefined;
  const second = lines[i + 2] as Line | undefined;
  let n = 0;
  const wrapped = wraps.width[i] > 0;
  const length = coarseLength(line);
  const end = coarseEnd(line);
  const bare = line.stops === 0;
  const mode = blankMode[profile.blankLines] * 3;

  out[n++] = BIAS;
  out[n++] = LENGTH + lengthBucket(line.columns) + (wrapped ? 13 : 0);
  out[n++] = START + line.start;
  out[n++] = END + line.end;
  out[n++] = INDENT + indentClass(line, profile);
  out[n++] = BLANK_BEFORE + mode + (previous ? (line.blanksBefore === 0 ? 0 : line.blanksBefore === 1 ? 1 : 2) : 2);
  out[n++] = BLANK_AFTER + mode + (next ? (next.blanksBefore === 0 ? 0 : next.blanksBefore === 1 ? 1 : 2) : 2);
  out[n++] = STOPS + cap(line.stops, 2) * 6 + cap(length, 5);
  out[n++] = PAUSES + cap(line.pauses, 3) * 3 + (length <= 2 ? 0 : length <= 4 ? 1 : 2);
  if (line.gaps > 0 && length < 5) out[n++] = GAPS + cap(line.gaps - 1, 2) * 3 + (bare ? (line.pauses > 0 ? 1 : 0) : 2);
  if (line.open > 0) out[n++] = OPEN + cap(line.open, 2) + (end === 0 ? 1 : 0);
  if (line.unopened > 0) out[n++] = UNOPENED + (length <= 3 ? 1 : 0) + (previous && previous.open > 0 ? 1 : 0);
  if (line.column) out[n++] = COLUMN + (bare ? 0 : 1);
  out[n++] = FORM + formOf(line);
  const lead = leadOf(line);
  if (lead > 0) out[n++] = LEAD + lead;
  if (line.closing) out[n++] = CLOSING;
  if (line.jump) out[n++] = JUMP;
  if (line.folio && !line.folio.strong) out[n++] = WEAK_FOLIO;
  if (line.section) out[n++] = SECTION + (line.section.alone ? 1 : 0);
  if (line.latin > 0) out[n++] = LATIN + (line.latin * 2 > line.length ? 2 : line.latin > 12 ? 1 : 0);
  if (line.start === Start.Numbered || line.start === Start.Bullet) out[n++] = NUMBERED + (bare ? 0 : 1) + (line.start === Start.Bullet ? 2 : 0);
  if (profile.punctuation === 'none') out[n++] = UNPUNCTUATED + length;

  out[n++] = PREVIOUS_END + (previous ? previous.end : 14);
  out[n++] = PREVIOUS_LENGTH + coarseLength(previous);
  out[n++] = PREVIOUS_FORM + formOf(previous);
  if (previous?.jump) out[n++] = PREVIOUS_JUMP;
  if (previous?.closing) out[n++] = PREVIOUS_CLOSING;
  out[n++] = PREVIOUS_INDENT + (previous ? indentClass(previous, profile) : 6);
  out[n++] = NEXT_START + (next ? next.start : 13);
  out[n++] = NEXT_LENGTH + coarseLength(next);
  out[n++] = NEXT_END + (next ? next.end : 14);
  out[n++] = NEXT_FORM + formOf(next);
  if (leadOf(next) > 0) out[n++] = NEXT_LEAD + leadOf(next);
  out[n++] = NEXT_INDENT + (next ? indentClass(next, profile) : 6);
  out[n++] = SECOND_LENGTH + coarseLength(second);
  out[n++] = SECOND_FORM + formOf(second);
  if (leadOf(second) > 0) out[n++] = SECOND_LEAD + leadOf(second);
  if (previous && next) out[n++] = LEVEL + level(previous.indent, line.indent) * 3 + level(line.indent, next.indent);

  out[n++] = SHAPE + ((length * 5 + end) * 7 + coarseLength(next)) * 5 + coarseEnd(next);
  out[n++] = BREAK + ((coarseEnd(previous) * 5 + end) * 7 + coarseLength(previous)) * 7 + length;
  const full = wraps.full[i];
  const previousFull = previous ? wraps.full[i - 1] : 2;
  out[n++] = FULL + (((full + (wrapped ? 1 : 0)) * 3 + previousFull) * 5 + coarseEnd(previous)) * 3 + (profile.indented ? (line.indent > 0 ? 2 : 1) : 0);
  out[n++] = FULL_START + previousFull * 13 + line.start;

  const before = oddsBucket(odd.first, line.text[line.first]);
  const previousEnd = coarseEnd(previous);
  out[n++] = FIRST_CHAR + before * 5 + previousEnd;
  out[n++] = LAST_CHAR + oddsBucket(odd.last, line.text[line.last - 1]) * 5 + end;
  if (previous) out[n++] = SEAM + (previousEnd * 9 + oddsBucket(odd.last, previous.text[previous.last - 1])) * 9 + before;
  if (previous && previousEnd === 3 && line.start === Start.Han) out[n++] = STRADDLE + (previous.end === End.Han ? 0 : 1) + (previous.open > 0 ? 2 : 0);
  if (bare && length < 5) {
    out[n++] = HEADLIKE + headlike(line) * 6 + length;
    out[n++] = RUN + shortRun(lines, i, -1) * 6 + shortRun(lines, i, 1);
    if (end !== 0 || length < 4) n = kinship(lines, i, out, n);
  }
  return n;
}

const level = (a: number, b: number): number => (a === b ? 1 : a < b ? 2 : 0);

/** How many short lines without a stop stand next to this one in a row, up to four; 5 where the text ends there. */
function shortRun(lines: readonly Line[], i: number, step: 1 | -1): number {
  let run = 0;
  for (let j = i + step; run < 4; j += step) {
    const line = lines[j] as Line | undefined;
    if (!line) return run === 0 ? 5 : run;
    if (line.columns > 60 || line.stops > 0 || coarseEnd(line) === 0) break;
    run++;
  }
  return run;
}

/** How much a line is made of the characters that headlines are made of, 0 to 8. */
function headlike(line: Line): number {
  let sum = 0;
  let count = 0;
  for (let k = line.first; k < line.last; k++) {
    const value = odd.head[line.text[k]];
    if (value !== undefined) sum += value;
    count++;
  }
  const step = Math.round(sum / Math.max(1, count) / 3);
  return step < -4 ? 0 : step > 4 ? 8 : step + 4;
}

const KIN_LINES = 3;
const KIN_LENGTH = 260;

/** Whether a short line's words are those of the text behind it (a headline's are) or of the text before it. */
function kinship(lines: readonly Line[], i: number, out: Int32Array, at: number): number {
  const { text, first, last } = lines[i];
  let pairs = 0;
  let ahead = 0;
  let behind = 0;
  const after = neighbours(lines, i, 1);
  const before = neighbours(lines, i, -1);
  for (let k = first; k < last - 1 && pairs < 24; k++) {
    if (!isHan(text.charCodeAt(k)) || !isHan(text.charCodeAt(k + 1))) continue;
    pairs++;
    const pair = text.slice(k, k + 2);
    if (after.includes(pair)) ahead++;
    if (before.includes(pair)) behind++;
  }
  if (pairs === 0) return at;
  const share = (n: number): number => (n === 0 ? 0 : n * 8 < pairs ? 1 : n * 4 < pairs ? 2 : n * 2 < pairs ? 3 : 4);
  const a = share(ahead);
  const b = share(behind);
  out[at++] = KINSHIP + (ahead === behind ? 5 : ahead > behind ? 6 + cap(ahead - behind, 5) : 5 - cap(behind - ahead, 5));
  out[at++] = KINSHIP_AFTER + a;
  out[at++] = KINSHIP_BEFORE + b;
  return at;
}

function neighbours(lines: readonly Line[], i: number, step: 1 | -1): string {
  let taken = '';
  let found = 0;
  for (let j = i + step; found < KIN_LINES && Math.abs(j - i) <= 6; j += step) {
    const line = lines[j] as Line | undefined;
    if (!line) break;
    if (line.columns < 50) continue;
    taken += step > 0 ? line.text.slice(0, KIN_LENGTH) : line.text.slice(-KIN_LENGTH);
    taken += '\n';
    found++;
  }
  return taken;
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

import { type Kinship, kinship } from './kinship';
import { End, type Line, Start } from './line';
import { odd } from './odds';
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
const FORM = family('form', 13);
const LEAD = family('dateline', 3);
const CLOSING = family('closing', 1);
const JUMP = family('jump', 1);
const WEAK_FOLIO = family('weak-folio', 1);
const SECTION = family('section', 2);
const LATIN = family('latin', 3);
const PREVIOUS_END = family('previous-end', 15);
const PREVIOUS_LENGTH = family('previous-length', 7);
const PREVIOUS_FORM = family('previous-form', 13);
const PREVIOUS_JUMP = family('previous-jump', 1);
const PREVIOUS_CLOSING = family('previous-closing', 1);
const PREVIOUS_INDENT = family('previous-indent', 8);
const NEXT_START = family('next-start', 14);
const NEXT_LENGTH = family('next-length', 7);
const NEXT_END = family('next-end', 15);
const NEXT_FORM = family('next-form', 13);
const NEXT_LEAD = family('next-dateline', 3);
const NEXT_INDENT = family('next-indent', 8);
const SECOND_LENGTH = family('second-length', 7);
const SECOND_FORM = family('second-form', 13);
const SECOND_LEAD = family('second-dateline', 3);
const SHAPE = family('shape', 7 * 5 * 7 * 5);
const BREAK = family('break', 5 * 5 * 7 * 7);
const SEAM = family('seam', 5 * 9 * 9);
const KINSHIP = family('kinship', 6 * 6);
const KINSHIP_OPENING = family('kinship-opening', 6 * 6);
const SAME_PAIRS = family('same-pairs', 9 * 3);
const SAME_TRIPLES = family('same-triples', 9 * 3);
const TOPIC = family('topic', 9 * 9 * 3);
const FULL = family('full', 3 * 3 * 5 * 3);
const FULL_START = family('full-start', 3 * 13);
const FIRST_CHAR = family('first-character', 9 * 5);
const LAST_CHAR = family('last-character', 9 * 5);
const HEADLIKE = family('headlike', 9 * 6);
const TITLELIKE = family('titlelike', 9 * 6);
const RUN = family('short-run', 6 * 6);
const NUMBERED = family('numbered', 4);
const UNPUNCTUATED = family('unpunctuated', 7);
const STRADDLE = family('straddle', 8);
const SPLIT = family('split-number', 1);
const LEVEL = family('level', 9);
const PREVIOUS_BARE = family('previous-bare', 2 * 5 * 5 * 4);
const AFTER_END = family('after-end', 4 * 3);
const OPENING = family('opening', 2 * 9 * 3);
const PARALLEL = family('parallel', 7 * 7 * 2);
const INTERVAL = family('interval', 5 * 5 * 2);
const SINCE = family('since-anchor', 7 * 4);
const UNTIL = family('until-anchor', 7 * 4);

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
  if (line.signature) return line.signature.weak ? 12 : line.signature.place === 'whole' ? 4 : 5;
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
    case 'row':
      return 10;
    default:
      return 0;
  }
};

const indentClass = (line: Line, profile: Profile): number =>
  (profile.indented ? 0 : 3) + (line.indent === 0 ? 0 : line.indent <= 4 ? 1 : 2);
const blankMode = { paragraphs: 0, articles: 1, none: 2 } as const;
const cap = (n: number, most: number): number => Math.min(n, most);
const leadOf = (line: Line | undefined): number =>
  line?.signature?.place === 'start' ? (line.signature.people.length > 0 ? 2 : 1) : 0;

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
  if (line.start === Start.Numbered || line.start === Start.Bullet)
    out[n++] = NUMBERED + (bare ? 0 : 1) + (line.start === Start.Bullet ? 2 : 0);
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
  out[n++] =
    FULL +
    (((full + (wrapped ? 1 : 0)) * 3 + previousFull) * 5 + coarseEnd(previous)) * 3 +
    (profile.indented ? (line.indent > 0 ? 2 : 1) : 0);
  out[n++] = FULL_START + previousFull * 13 + line.start;

  const before = odd.first.step(line.text.charCodeAt(line.first));
  const previousEnd = coarseEnd(previous);
  out[n++] = FIRST_CHAR + before * 5 + previousEnd;
  out[n++] = LAST_CHAR + odd.last.step(line.text.charCodeAt(line.last - 1)) * 5 + end;
  if (previous)
    out[n++] = SEAM + (previousEnd * 9 + odd.last.step(previous.text.charCodeAt(previous.last - 1))) * 9 + before;
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
    out[n++] = AFTER_END + ended * 3 + (bare && end !== 0 ? (length < 4 ? 0 : 1) : 2);
  }
  if (previous && previousEnd === 3) {
    // A number is never split (GB/T 15834), nor a word: digits, or Latin letters, on both sides of a line end are a break.
    const numbers = previous.end === End.Digit && line.start === Start.Digit;
    const kind = numbers ? 2 : line.start === Start.Han ? (previous.end === End.Han ? 0 : 1) : 3;
    out[n++] = STRADDLE + kind * 2 + (previous.open > 0 ? 1 : 0);
  }
  if (next && line.end === End.Digit && next.start === Start.Digit) out[n++] = SPLIT;
  if (bare && length < 5) {
    out[n++] = HEADLIKE + odd.head.madeOf(line) * 6 + length;
    out[n++] = TITLELIKE + odd.title.madeOf(line) * 6 + length;
    out[n++] = RUN + shortRun(lines, i, -1) * 6 + shortRun(lines, i, 1);
    n = weighPlace(lines, i, out, n);
    // In a wrapped stretch likeness is asked only once its lines have been put together.
    if (!wrapped && (end !== 0 || length < 4)) n = weighKinship(kinship(lines, i), out, n);
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

/** What a paragraph that opens a report often speaks of at once: the day. */
const dated =
  /^.{0,24}?(?:\d{1,2}\s*[月日]|[一二三四五六七八九十]{1,3}[月日]|日前|近日|今天|昨天|今日|昨日|日讯|连日|本报)/;

/** How far around short lines and anchors are looked for. */
const HORIZON = 16;

/**
 * Where a short line stands among its like: subheads of one article are of one length and come at even intervals, and an
 * article's start follows what ended the one before.
 */
function weighPlace(lines: readonly Line[], i: number, out: Int32Array, at: number): number {
  const line = lines[i];
  const next = lines[i + 1] as Line | undefined;
  if (next)
    out[at++] =
      OPENING +
      ((dated.test(next.text.slice(next.first, next.first + 40)) ? 1 : 0) * 9 +
        odd.lead.step(next.text.charCodeAt(next.first))) *
        3 +
      (next.columns < 60 ? 0 : next.columns < 200 ? 1 : 2);
  const [above, before] = likeness(lines, i, -1);
  const [below, behind] = likeness(lines, i, 1);
  const broad = line.columns > 24 ? 1 : 0;
  out[at++] = PARALLEL + (above * 7 + below) * 2 + broad;
  out[at++] = INTERVAL + (before * 5 + behind) * 2 + broad;
  out[at++] = SINCE + anchor(lines, i, -1);
  out[at++] = UNTIL + anchor(lines, i, 1);
  return at;
}

/** How the nearest short line on one side differs in length (0 to 5, 6 none near), and how far it is (0 to 4). */
function likeness(lines: readonly Line[], i: number, step: 1 | -1): [difference: number, distance: number] {
  const own = lines[i].columns;
  for (let d = 1; d <= HORIZON; d++) {
    const line = lines[i + d * step] as Line | undefined;
    if (!line) break;
    if (
      line.columns > 60 ||
      line.stops > 0 ||
      line.note ||
      line.signature ||
      line.folio?.strong ||
      coarseEnd(line) === 0
    )
      continue;
    const apart = Math.abs(line.columns - own) >> 1;
    return [
      apart < 3 ? apart : apart < 5 ? 3 : apart < 8 ? 4 : 5,
      d === 1 ? 0 : d === 2 ? 1 : d <= 4 ? 2 : d <= 8 ? 3 : 4,
    ];
  }
  return [6, 4];
}

/** The nearest line on one side that surely begins or ends an article, and how many lines away: distance × 4 + kind. */
function anchor(lines: readonly Line[], i: number, step: 1 | -1): number {
  for (let d = 1; d <= HORIZON; d++) {
    const line = lines[i + d * step] as Line | undefined;
    const kind =
      !line || line.folio?.strong
        ? 0
        : line.resumption || line.jump
          ? 1
          : line.signature
            ? 2
            : line.closing || line.note === 'endnote'
              ? 3
              : -1;
    if (kind >= 0) return (d <= 2 ? d - 1 : d <= 4 ? 2 : d <= 7 ? 3 : d <= 11 ? 4 : 5) * 4 + kind;
    if (!line) break;
  }
  return 6 * 4;
}

/** Whether a short line's words are those of the text behind it (a headline's are), and whether that text goes on from before. */
function weighKinship(kin: Kinship, out: Int32Array, at: number): number {
  const ahead = step(kin.ahead, OVERLAP);
  const behind = step(kin.behind, OVERLAP);
  out[at++] = KINSHIP + ahead * 6 + behind;
  out[at++] = KINSHIP_OPENING + step(kin.opening, OVERLAP) * 6 + behind;
  const seen = kin.seen < 80 ? 0 : kin.seen < 220 ? 1 : 2;
  out[at++] = SAME_PAIRS + step(kin.pairs, PAIRS) * 3 + seen;
  out[at++] = SAME_TRIPLES + step(kin.triples, TRIPLES) * 3 + seen;
  out[at++] =
    TOPIC +
    (step(kin.triples, TRIPLES) * 9 + step(kin.pairs, PAIRS)) * 3 +
    (ahead > behind + 1 ? 2 : ahead > behind ? 1 : 0);
  return at;
}

const OVERLAP = [0.001, 0.13, 0.26, 0.51];
const PAIRS = [0.03, 0.06, 0.09, 0.12, 0.16, 0.22, 0.3];
const TRIPLES = [0.003, 0.01, 0.02, 0.035, 0.055, 0.085, 0.14];

/** 0 for nothing to compare, else one more than how many of the rising bounds a share reaches. */
function step(share: number, bounds: readonly number[]): number {
  if (share < 0) return 0;
  let n = 1;
  for (const bound of bounds) if (share >= bound) n++;
  return n;
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

import type { Line } from '../line';
import { odd } from '../odds';
import type { View } from '../view';
import { coarseEnd } from './classes';
import { family } from './features';

const RUN = family('short-run', 6 * 6);
const OPENING = family('opening', 2 * 9 * 3);
const PARALLEL = family('parallel', 7 * 7 * 2);
const INTERVAL = family('interval', 5 * 5 * 2);
const SINCE = family('since-anchor', 7 * 4);
const UNTIL = family('until-anchor', 7 * 4);

/** What a paragraph that opens a report often speaks of at once: the day. */
const day = /(?:\d{1,2}\s*[月日]|[一二三四五六七八九十]{1,3}[月日]|日前|近日|今天|昨天|今日|昨日|日讯|连日|本报)/;

/** None of those words is without one of these: where none stands, which is soon told, the pattern is not tried. */
const daySign = /[月日天报]/;

function dated({ text, first }: Line): boolean {
  const opening = text.slice(first, first + 40);
  const at = daySign.test(opening) ? opening.search(day) : -1;
  return at >= 0 && at <= 24;
}

/** How far around short lines and anchors are looked for. */
const HORIZON = 16;

/** What a line is to the lines around it, seen from afar: asked of each many times, so told once, as bits. */
enum Mark {
  /** Short and without a sentence's end. */
  Short = 1,
  /** Nothing but words besides. */
  Plain = 2,
  /** It surely begins or ends an article; the bits from here on tell how. */
  Anchor = 4,
}

const marks = new WeakMap<readonly Line[], Uint8Array>();
function marksOf(lines: readonly Line[]): Uint8Array {
  let known = marks.get(lines);
  if (!known) {
    known = new Uint8Array(lines.length);
    for (let i = 0; i < lines.length; i++) known[i] = markOf(lines[i]);
    marks.set(lines, known);
  }
  return known;
}

function markOf(line: Line): number {
  const short = line.columns <= 60 && line.stops === 0 && coarseEnd(line) !== 0;
  const plain = short && !line.note && !line.signature && !line.folio?.strong;
  return (short ? Mark.Short : 0) | (plain ? Mark.Plain : 0) | (Mark.Anchor * (anchorOf(line) + 1));
}

/** 0 a folio (or the text's end), 1 a continuation, 2 a byline, 3 an end, -1 nothing of the kind. */
const anchorOf = (line: Line): number =>
  line.folio?.strong
    ? 0
    : line.resumption || line.jump
      ? 1
      : line.signature
        ? 2
        : line.closing || line.note === 'endnote'
          ? 3
          : -1;

/**
 * Where a short line stands among its like: subheads of one article are of one length and come at even intervals, and an
 * article's start follows what ended the one before. Writes behind `n`, returns where it ended.
 */
export function placeEvidence({ lines }: View, i: number, out: Int32Array, n: number): number {
  const line = lines[i];
  const next = lines[i + 1] as Line | undefined;
  const around = marksOf(lines);
  out[n++] = RUN + shortRun(around, i, -1) * 6 + shortRun(around, i, 1);
  if (next)
    out[n++] =
      OPENING +
      ((dated(next) ? 1 : 0) * 9 + odd.lead.step(next.text.charCodeAt(next.first))) * 3 +
      (next.columns < 60 ? 0 : next.columns < 200 ? 1 : 2);
  const above = like(around, i, -1);
  const below = like(around, i, 1);
  const broad = line.columns > 24 ? 1 : 0;
  out[n++] = PARALLEL + (difference(line, lines[above]) * 7 + difference(line, lines[below])) * 2 + broad;
  out[n++] = INTERVAL + (distance(i, above) * 5 + distance(i, below)) * 2 + broad;
  out[n++] = SINCE + anchor(around, i, -1);
  out[n++] = UNTIL + anchor(around, i, 1);
  return n;
}

/** How many short lines without a stop stand next to this one in a row, up to four; 5 where the text ends there. */
function shortRun(around: Uint8Array, i: number, step: 1 | -1): number {
  let run = 0;
  for (let j = i + step; run < 4; j += step) {
    if (j < 0 || j >= around.length) return run === 0 ? 5 : run;
    if (!(around[j] & Mark.Short)) break;
    run++;
  }
  return run;
}

/** The nearest short line on one side; -1 where none is near. */
function like(around: Uint8Array, i: number, step: 1 | -1): number {
  for (let j = i + step; j >= 0 && j < around.length && Math.abs(j - i) <= HORIZON; j += step)
    if (around[j] & Mark.Plain) return j;
  return -1;
}

/** How two short lines differ in length, 0 to 5; 6 where there is no second. */
function difference(line: Line, other: Line | undefined): number {
  if (!other) return 6;
  const apart = Math.abs(other.columns - line.columns) >> 1;
  return apart < 3 ? apart : apart < 5 ? 3 : apart < 8 ? 4 : 5;
}

/** How far two lines are apart, 0 to 4; 4 also where there is no second. */
function distance(i: number, j: number): number {
  const d = Math.abs(i - j);
  return j < 0 || d > 8 ? 4 : d === 1 ? 0 : d === 2 ? 1 : d <= 4 ? 2 : 3;
}

/** The nearest line on one side that surely begins or ends an article, and how many lines away: distance × 4 + kind. */
function anchor(around: Uint8Array, i: number, step: 1 | -1): number {
  for (let d = 1; d <= HORIZON; d++) {
    const j = i + d * step;
    const beyond = j < 0 || j >= around.length;
    if (!beyond && around[j] < Mark.Anchor) continue;
    const kind = beyond ? 0 : Math.floor(around[j] / Mark.Anchor) - 1;
    return (d <= 2 ? d - 1 : d <= 4 ? 2 : d <= 7 ? 3 : d <= 11 ? 4 : 5) * 4 + kind;
  }
  return 6 * 4;
}

import { Char, columnsOf, kindOf } from './chars';
import { End, type Line, Start } from './line';

/** Where a text was hard-wrapped, seen from each line: widths in half-width columns. */
export interface Wraps {
  /** The width at which the lines around are broken, 0 where they are not. */
  readonly width: Uint16Array;
  /** 1 where the line fills that width, so that its end may be no paragraph's end. */
  readonly full: Uint8Array;
  /** What no typesetter splits is kept whole: a line may be full that falls short of the width by it. */
  readonly kept: boolean;
}

/** Lines before and behind that are looked at: a short article with a width of its own must still be seen. */
const NEAR = 7;
/** One more is asked whether it begins something. */
export const REACH = NEAR + 1;
/** A line is full from one column short of the width (a half-width character left over) to two past it (a hanging mark). */
const SHORT = 1;
const HANGING = 2;
/** In half-width columns: a longer word or number that was not split is none of a typesetter's. */
const LONGEST_WORD = 12;
const NARROWEST = 14;
const WIDEST = 240;
/** At a wrap width fewer of the lines than this share are whole: some stretches have many. */
const WHOLE = 0.8;
/** Whether a line ends at a mark, or the next is set in as one that begins something: what a wrapped line does by chance only. */
const isWhole = ({ end }: Line, next: Line | undefined): boolean =>
  end === End.Stop ||
  end === End.StopQuote ||
  end === End.Pause ||
  end === End.Semicolon ||
  (next !== undefined && next.indent >= PARAGRAPH_INDENT);
/**
 * The columns of what a line begins with and no typesetter splits, 0 where it begins a paragraph: opening marks with what
 * they open, a number or a Latin word as a whole (GB/T 15834). Where that had no place on the line before, that one is full.
 */
function unsplit(line: Line | undefined): number {
  if (!line || line.indent > 0 || line.blanksBefore > 0) return 0;
  const { text } = line;
  let sum = 0;
  let at = line.first;
  for (; kindOf(text.charCodeAt(at)) === Char.Open; at++) sum += columnsOf(text.charCodeAt(at));
  const first = at;
  for (; at < line.last; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (at > first && kind !== Char.Digit && kind !== Char.Latin) break;
    sum += columnsOf(text.charCodeAt(at));
    if (kind !== Char.Digit && kind !== Char.Latin) break;
  }
  return sum <= LONGEST_WORD ? sum : 0;
}

/**
 * Whether a text was broken as a typesetter breaks lines: no opening mark ends one, no number goes on in the next. What was cut
 * at a bare count of columns soon shows it.
 */
export const keepsWhole = (lines: readonly Line[]): boolean =>
  lines.every(
    ({ end, text, last }, i) =>
      (end !== End.Other || kindOf(text.charCodeAt(last - 1)) !== Char.Open) &&
      (end !== End.Digit || lines[i + 1]?.start !== Start.Digit || lines[i + 1].indent > 0),
  );

/** In half-width columns: two Han characters. */
export const PARAGRAPH_INDENT = 4;

/**
 * Finds hard-wrapping by how line widths bunch: real paragraphs end anywhere, wrapped lines end at one width. Each line is
 * judged by its own neighbourhood alone, so one file may hold several widths, and an edit is felt only nearby. `kept`: see `Wraps`.
 */
export function wraps(lines: readonly Line[], kept: boolean, from = 0, to = lines.length): Wraps {
  const width = new Uint16Array(to - from);
  const full = new Uint8Array(to - from);
  const reached = Math.min(lines.length, to + NEAR);
  const widths = new Uint8Array(lines.length);
  for (let i = Math.max(0, from - NEAR); i < reached; i++) widths[i] = Math.min(WIDEST, lines[i].width);
  // How many lines near by have a width, and how many fill it, those that have it exactly counted twice: at a width most
  // lines have it, and some fall one column short of it, never the other way round.
  const held = new Uint16Array(WIDEST + HANGING + 2);
  const weights = new Uint16Array(WIDEST + HANGING + 2);
  // And how many of those are whole by themselves, as nearly all lines of verse are and few wrapped ones.
  const whole = new Uint16Array(WIDEST + HANGING + 2);
  const count = (j: number, n: 1 | -1): void => {
    const w = widths[j];
    if (w < NARROWEST - SHORT) return;
    const alone = isWhole(lines[j], lines[j + 1]) ? n : 0;
    held[w] += n;
    weights[w] += n;
    for (let at = w - HANGING; at <= w + SHORT; at++) {
      weights[at] += n;
      whole[at] += alone;
    }
  };
  let low = Math.max(0, from - NEAR);
  let high = low;
  for (let i = from; i < to; i++) {
    while (high < Math.min(lines.length, i + NEAR + 1)) count(high++, 1);
    while (low < i - NEAR) count(low++, -1);
    let best = 0;
    let heaviest = 0;
    for (let j = low; j < high; j++) {
      const weight = weights[widths[j]];
      if (weight <= heaviest || widths[j] < NARROWEST || widths[j] === WIDEST) continue;
      heaviest = weight;
      best = widths[j];
    }
    const most = heaviest - held[best];
    if (most >= 4 && most * 10 >= (high - low) * 4 && whole[best] < WHOLE * most) {
      width[i - from] = best;
      const own = widths[i];
      if (own <= best + HANGING && (own >= best - SHORT || (kept && own + unsplit(lines[i + 1]) > best)))
        full[i - from] = 1;
    }
  }
  return { width, full, kept };
}

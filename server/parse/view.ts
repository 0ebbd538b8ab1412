import { countWhile } from '../text/search';
import type { Text } from '../text/text';
import { type Line, lineOf } from './line';
import { count, emptyTally, type Profile, profileOf, type Tally } from './profile';
import { keepsWhole, REACH, type Wraps, wraps } from './wrap';

/** Everything the evidence for a line is drawn from. */
export interface View {
  readonly lines: readonly Line[];
  readonly wraps: Wraps;
  readonly profile: Profile;
  /** What the profile was made of. */
  readonly tally: Tally;
}

/** A view and the text that it is of. */
export interface Viewed {
  readonly text: Text;
  readonly view: View;
}

/**
 * All non-blank lines of a text with what each is by itself, and the file's habits. `before`: of a text that this one came
 * of by edits; the facts of lines that stayed are taken from it.
 */
export function viewOf(text: Text, before?: Viewed): View {
  return before ? viewAfter(text, before) : viewOfLines(linesIn(text, 0, text.lineCount, -1));
}

/** The habits of a file that has these lines. */
export function viewOfLines(lines: readonly Line[]): View {
  const wrapped = wraps(lines, keepsWhole(lines));
  const tally = emptyTally();
  for (let i = 0; i < lines.length; i++) count(tally, lines[i], wrapped.full[i] === 1);
  return { lines, wraps: wrapped, profile: profileOf(tally), tally };
}

/** The same for a text that came of another by edits: beyond the reach of wrapping nothing is counted anew. */
function viewAfter(text: Text, before: Viewed): View {
  const { lines, head, tail } = linesAfter(text, before);
  const { view: known } = before;
  const kept = keepsWhole(lines);
  if (kept !== known.wraps.kept) return viewOfLines(lines);
  const moved = lines.length - known.lines.length;
  const from = Math.max(0, head - REACH);
  const to = Math.min(lines.length, tail + REACH);
  const fresh = wraps(lines, kept, from, to);
  const width = new Uint16Array(lines.length);
  const full = new Uint8Array(lines.length);
  for (const [all, old, near] of [
    [width, known.wraps.width, fresh.width],
    [full, known.wraps.full, fresh.full],
  ]) {
    all.set(old.subarray(0, from));
    all.set(near, from);
    all.set(old.subarray(to - moved), to);
  }
  const tally = { ...known.tally };
  for (let i = from; i < to - moved; i++) count(tally, known.lines[i], known.wraps.full[i] === 1, -1);
  for (let i = from; i < to; i++) count(tally, lines[i], full[i] === 1);
  return { lines, wraps: { width, full, kept }, profile: profileOf(tally), tally };
}

/** The non-blank ones of the lines [from, to); `last` is the last non-blank one before them, or -1. */
function linesIn(text: Text, from: number, to: number, last: number): Line[] {
  const lines: Line[] = [];
  let at = from;
  let before = last;
  for (const content of text.lines(from)) {
    if (at === to) break;
    const line = lineOf(content, at, at - before - 1);
    if (line) {
      lines.push(line);
      before = at;
    }
    at++;
  }
  return lines;
}

/** The lines of a text that came of another; those before `head` and from `tail` on are that one's, whatever their number. */
function linesAfter(text: Text, { text: earlier, view }: Viewed): { lines: Line[]; head: number; tail: number } {
  const { lines } = view;
  const { head, tail } = text.linesKept(earlier);
  const moved = text.lineCount - earlier.lineCount;
  const kept = lines.slice(0, since(lines, head));
  const fresh = linesIn(text, head, text.lineCount - tail, kept.at(-1)?.at ?? -1);
  const all = kept.concat(fresh);
  const first = all.length;
  for (let i = since(lines, earlier.lineCount - tail); i < lines.length; i++) {
    const at = lines[i].at + moved;
    const blanksBefore = at - (all.at(-1)?.at ?? -1) - 1;
    const stays = moved === 0 && blanksBefore === lines[i].blanksBefore;
    all.push(stays ? lines[i] : { ...lines[i], at, rows: [at], blanksBefore });
  }
  return { lines: all, head: kept.length, tail: first };
}

/** The index of the first line that stands at `at` or behind it. */
const since = (lines: readonly Line[], at: number): number => countWhile(lines.length, (i) => lines[i].at < at);

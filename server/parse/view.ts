import { countWhile } from '../text/search';
import type { Text } from '../text/text';
import { type Line, lineOf } from './line';
import { count, emptyTally, type Profile, profileOf } from './profile';
import { type Wraps, wraps } from './wrap';

/** Everything the evidence for a line is drawn from. */
export interface View {
  readonly lines: readonly Line[];
  readonly wraps: Wraps;
  readonly profile: Profile;
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
  return viewOfLines(before ? linesAfter(text, before) : linesIn(text, 0, text.lineCount, -1));
}

/** The habits of a file that has these lines. */
export function viewOfLines(lines: readonly Line[]): View {
  const wrapped = wraps(lines);
  const tally = emptyTally();
  for (let i = 0; i < lines.length; i++) count(tally, lines[i], wrapped.full[i] === 1);
  return { lines, wraps: wrapped, profile: profileOf(tally) };
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

function linesAfter(text: Text, { text: earlier, view: { lines } }: Viewed): Line[] {
  const { head, tail } = text.linesKept(earlier);
  const moved = text.lineCount - earlier.lineCount;
  const kept = lines.slice(0, since(lines, head));
  const fresh = linesIn(text, head, text.lineCount - tail, kept.at(-1)?.at ?? -1);
  const all = kept.concat(fresh);
  for (let i = since(lines, earlier.lineCount - tail); i < lines.length; i++) {
    const at = lines[i].at + moved;
    const blanksBefore = at - (all.at(-1)?.at ?? -1) - 1;
    const stays = moved === 0 && blanksBefore === lines[i].blanksBefore;
    all.push(stays ? lines[i] : { ...lines[i], at, rows: [at], blanksBefore });
  }
  return all;
}

/** The index of the first line that stands at `at` or behind it. */
const since = (lines: readonly Line[], at: number): number => countWhile(lines.length, (i) => lines[i].at < at);

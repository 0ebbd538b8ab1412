import { type Line, lineOf } from './line';
import { State } from './state';
import { type View, viewOfLines } from './view';

/**
 * The view with hard-wrapped lines put together again, so that the page can be read as it would stand unwrapped: heads,
 * paragraphs and their likeness are seen whole. Null where nothing was wrapped. Only line ends at the wrap width are
 * undone; a paragraph cut elsewhere is damage, and stays to be seen as such. `before`: what came of this for a text that
 * this one came of by edits.
 */
export function unwrapped(view: View, states: Uint8Array, before?: View | null): View | null {
  const known = new Map(before?.lines.flatMap((line) => (line.rows.length > 1 ? [[line.text, line]] : [])));
  const joins = (i: number): boolean =>
    view.wraps.full[i - 1] === 1 && (states[i] === State.Rest || states[i] === State.HeadRest);
  const lines: Line[] = [];
  let joined = false;
  for (let i = 0; i < view.lines.length; ) {
    let end = i + 1;
    while (end < view.lines.length && joins(end)) end++;
    lines.push(end === i + 1 ? view.lines[i] : together(view.lines.slice(i, end), known));
    joined ||= end > i + 1;
    i = end;
  }
  if (!joined) return null;
  const whole = viewOfLines(lines);
  return { ...whole, profile: { ...whole.profile, wrapWidth: view.profile.wrapWidth } };
}

/** One line out of several: the indents of the later ones go, a single blank at the seam is the text's own and stays. */
function together(parts: readonly Line[], known: ReadonlyMap<string, Line>): Line {
  let text = '';
  const rows: number[] = [];
  for (const part of parts) {
    text += text === '' || part.first === 1 ? part.text : part.text.slice(part.first);
    rows.push(...part.rows);
  }
  const [{ at, blanksBefore }] = parts;
  const same = known.get(text);
  return same ? { ...same, at, rows, blanksBefore } : (lineOf(text, at, blanksBefore, rows) as Line);
}

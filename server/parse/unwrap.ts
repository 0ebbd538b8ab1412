import { type Line, lineOf } from './line';
import { State } from './state';
import { type View, viewOfLines } from './view';

/** What came of a text that this one came of by edits: its lines as they lay, and put together. */
interface Before {
  readonly plain: View;
  readonly whole: View;
}

/**
 * The view with hard-wrapped lines put together again, so that the page can be read as it would stand unwrapped: heads,
 * paragraphs and their likeness are seen whole. Null where nothing was wrapped. Only line ends at the wrap width are
 * undone; a paragraph cut elsewhere is damage, and stays to be seen as such.
 */
export function unwrapped(view: View, states: Uint8Array, before?: Before | null): View | null {
  if (!view.wraps.full.includes(1)) return null;
  const joins = (i: number): boolean =>
    view.wraps.full[i - 1] === 1 && (states[i] === State.Rest || states[i] === State.HeadRest);
  const known = before ? putTogether(before) : () => null;
  const lines: Line[] = [];
  for (let i = 0; i < view.lines.length; ) {
    let end = i + 1;
    while (end < view.lines.length && joins(end)) end++;
    const parts = end === i + 1 ? null : view.lines.slice(i, end);
    lines.push(parts ? (known(parts) ?? together(parts)) : view.lines[i]);
    i = end;
  }
  if (lines.length === view.lines.length) return null;
  const whole = viewOfLines(lines);
  return { ...whole, profile: { ...whole.profile, wrapWidth: view.profile.wrapWidth } };
}

/** The line that the same parts made before, or null. To be asked from the text's beginning to its end. */
function putTogether({ plain, whole }: Before): (parts: readonly Line[]) => Line | null {
  let [i, k] = [0, 0];
  return (parts) => {
    const { at } = parts[0];
    while (i < plain.lines.length && plain.lines[i].at < at) i++;
    while (k < whole.lines.length && whole.lines[k].at < at) k++;
    const made = whole.lines[k] as Line | undefined;
    const same = made?.at === at && made.rows.length === parts.length;
    return same && parts.every((part, n) => part === plain.lines[i + n]) ? made : null;
  };
}

/** One line out of several: the indents of the later ones go, a single blank at the seam is the text's own and stays. */
function together(parts: readonly Line[]): Line {
  const pieces: string[] = [];
  const rows: number[] = [];
  for (const { text, first, rows: own } of parts) {
    pieces.push(pieces.length === 0 || first <= 1 ? text : text.slice(first));
    rows.push(...own);
  }
  return lineOf(pieces.join(''), parts[0].at, parts[0].blanksBefore, rows) as Line;
}

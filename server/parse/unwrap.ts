import type { View } from './evidence';
import { type Line, lineOf } from './line';
import { State } from './state';
import { viewOfLines } from './view';

/**
 * The view with hard-wrapped lines put together again, so that the page can be read as it would stand unwrapped: heads,
 * paragraphs and their likeness are seen whole. Null where nothing was wrapped. Only line ends at the wrap width are
 * undone; a paragraph cut elsewhere is damage, and stays to be seen as such.
 */
export function unwrapped(view: View, states: Uint8Array): View | null {
  const joins = (i: number): boolean =>
    view.wraps.full[i - 1] === 1 && (states[i] === State.Rest || states[i] === State.HeadRest);
  const lines: Line[] = [];
  let joined = false;
  for (let i = 0; i < view.lines.length; ) {
    let end = i + 1;
    while (end < view.lines.length && joins(end)) end++;
    lines.push(end === i + 1 ? view.lines[i] : together(view.lines.slice(i, end)));
    joined ||= end > i + 1;
    i = end;
  }
  if (!joined) return null;
  const whole = viewOfLines(lines);
  return { ...whole, profile: { ...whole.profile, wrapWidth: view.profile.wrapWidth } };
}

/** The lines that were put together, by their first part: as long as its parts stay a line need not be read again. */
const wholes = new WeakMap<Line, { parts: readonly Line[]; whole: Line }>();

/** One line out of several: the indents of the later ones go, a single blank at the seam is the text's own and stays. */
function together(parts: readonly Line[]): Line {
  const known = wholes.get(parts[0]);
  if (known?.parts.length === parts.length && known.parts.every((part, k) => part === parts[k])) return known.whole;
  const text = parts
    .map((part, k) => (k === 0 ? part.text : part.text.slice(part.first === 1 ? 0 : part.first)))
    .join('');
  const line = lineOf(text, parts[0].at, parts[0].blanksBefore) as Line;
  const whole = { ...line, rows: parts.flatMap((part) => part.rows) };
  wholes.set(parts[0], { parts, whole });
  return whole;
}

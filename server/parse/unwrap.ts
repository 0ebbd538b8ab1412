import type { View } from './evidence';
import { type Line, lineOf } from './line';
import { count, emptyTally, profileOf } from './profile';
import { State } from './state';
import { wraps } from './wrap';

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
  const wrapped = wraps(lines);
  const tally = emptyTally();
  lines.forEach((line, i) => {
    count(tally, line, wrapped.full[i] === 1);
  });
  return { lines, wraps: wrapped, profile: { ...profileOf(tally), wrapWidth: view.profile.wrapWidth } };
}

/** One line out of several: the indents of the later ones go, a single blank at the seam is the text's own and stays. */
function together(parts: readonly Line[]): Line {
  const text = parts
    .map((part, k) => (k === 0 ? part.text : part.text.slice(part.first === 1 ? 0 : part.first)))
    .join('');
  const line = lineOf(text, parts[0].at, parts[0].blanksBefore) as Line;
  return { ...line, rows: parts.flatMap((part) => part.rows) };
}

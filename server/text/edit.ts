import type { Span } from './span';
import { Text } from './text';

/** Replaces the characters of `span` (UTF-16 offsets into the text before the edit) by `insert`. */
export interface Edit extends Span {
  readonly insert: string;
}

/**
 * The text after several edits, all given in offsets of the text before them.
 * Throws a RangeError where two edits overlap or one lies outside the text: neither may happen silently.
 */
export function applyEdits(text: Text, edits: readonly Edit[]): Text {
  const ordered = [...edits].sort((a, b) => b.from - a.from || b.to - a.to);
  let floor = Number.POSITIVE_INFINITY;
  for (const edit of ordered) {
    if (edit.from < 0 || edit.to < edit.from || edit.to > text.length) throw new RangeError('edit outside the text');
    if (edit.to > floor) throw new RangeError('edits overlap');
    floor = edit.from;
  }
  if (ordered.length > MANY) return Text.of(assembled(text, ordered.reverse()));
  return ordered.reduce((result, edit) => result.replace(edit.from, edit.to, edit.insert), text);
}

/** Each replacement copies the table of chunks: from so many edits on it is cheaper to write the text anew. */
const MANY = 64;

function assembled(text: Text, rising: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, insert } of rising) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return parts.join('') + text.slice(at);
}

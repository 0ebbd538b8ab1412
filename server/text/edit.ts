import type { Span } from './span';
import type { Text } from './text';

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
  let result = text;
  for (const edit of ordered) {
    if (edit.from < 0 || edit.to < edit.from || edit.to > text.length) throw new RangeError('edit outside the text');
    if (edit.to > floor) throw new RangeError('edits overlap');
    floor = edit.from;
    result = result.replace(edit.from, edit.to, edit.insert);
  }
  return result;
}

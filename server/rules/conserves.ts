import type { Edit } from '../text/edit';
import type { Text } from '../text/text';
import type { Fix } from './rule';

/**
 * Whether a fix did to the text what it declares and nothing else: `before` and `after` are compared, so that neither the
 * rule's own account of its edits nor the way in which they were applied is taken on trust. Takes time linear in what
 * lies between the first and the last edit.
 */
export function conserves(before: Text, after: Text, fix: Fix): boolean {
  const { edits, declares } = fix;
  if (edits.length === 0) return before.length === after.length && declares.removes === '' && declares.adds === '';
  const ordered = [...edits].sort((a, b) => a.from - b.from);
  const from = ordered[0].from;
  const tail = before.length - edits.reduce((end, edit) => Math.max(end, edit.to), 0);
  if (after.length !== before.length - declares.removes.length + declares.adds.length) return false;
  if (before.slice(from - BESIDE, from) !== after.slice(from - BESIDE, from)) return false;
  const end = before.length - tail;
  if (before.slice(end, end + BESIDE) !== after.slice(after.length - tail, after.length - tail + BESIDE)) return false;
  const was = before.slice(from, end);
  const is = after.slice(from, after.length - tail);
  if (!sameCount(was + declares.adds, is + declares.removes)) return false;
  return declares.moves === true || keepsOrder(was, is, ordered, from, declares.removes, declares.adds);
}

/** How many characters outside the first and the last edit are compared: an edit that went astray shows there at once. */
const BESIDE = 1000;

/** Without moves, the kept stretches follow each other unchanged, and between them lie just the declared characters. */
function keepsOrder(was: string, is: string, edits: readonly Edit[], start: number, removes: string, adds: string) {
  let at = 0;
  let gone = '';
  let come = '';
  let kept = start;
  for (const edit of edits) {
    const stretch = was.slice(kept - start, edit.from - start);
    if (!is.startsWith(stretch, at)) return false;
    at += stretch.length;
    gone += was.slice(edit.from - start, edit.to - start);
    come += is.slice(at, at + edit.insert.length);
    at += edit.insert.length;
    kept = edit.to;
  }
  return at === is.length && gone === removes && come === adds;
}

/** Whether two strings have the same UTF-16 units, each as often. */
function sameCount(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const counts = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    counts.set(a.charCodeAt(i), (counts.get(a.charCodeAt(i)) ?? 0) + 1);
    counts.set(b.charCodeAt(i), (counts.get(b.charCodeAt(i)) ?? 0) - 1);
  }
  for (const count of counts.values()) if (count !== 0) return false;
  return true;
}

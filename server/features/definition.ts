import { resolve } from '../issue/continuations';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import type { Sheet } from '../parse/sheet';
import type { Span } from '../text/span';
import { type Location, locationOf, referenceAt } from './location';

export interface Definition {
  /** The reference under the cursor, in offsets of this file's text. */
  readonly origin: Span;
  readonly target: Location;
}

/**
 * Where the continuation under the cursor leads: from 下转 to its 上接 and back. One target where it is sure, else all that
 * may be meant, the likeliest first; nothing where the cursor is on no reference.
 */
export function definition(issue: Issue, file: string, sheet: Sheet, at: number): Definition[] {
  const index = referenceAt(sheet, at);
  if (index < 0) return [];
  const known = issue.with(digest(file, sheet));
  const { target, candidates } = resolve(known, file, index);
  const origin = sheet.continuations[index].span;
  return (target ? [target] : candidates).flatMap((candidate) => {
    const location = locationOf(known, candidate);
    return location ? [{ origin, target: location }] : [];
  });
}

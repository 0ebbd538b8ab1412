import { resolve } from '../issue/continuations';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import type { Candidate, Resolution } from '../issue/resolution';
import type { Sheet } from '../parse/sheet';
import type { Range } from '../text/range';
import type { Span } from '../text/span';

/** A place in some file of the issue, to be gone to. */
export interface Location {
  readonly file: string;
  /** What is shown: a whole reference, or a headline. */
  readonly range: Range;
  /** What is selected; inside `range`. */
  readonly selection: Range;
}

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

/** Index into `Sheet.continuations` of the reference that the offset lies in or touches, or -1. */
export const referenceAt = (sheet: Sheet, at: number): number =>
  sheet.continuations.findIndex(({ span }) => at >= span.from && at <= span.to);

/** Where a candidate stands: its reference, or the headline of an article that prints none. */
export function locationOf(issue: Issue, { file, index, article }: Candidate): Location | null {
  const found = issue.get(file);
  const range = index === null ? found?.articles[article]?.place : found?.continuations[index]?.place;
  return range ? { file, range, selection: range } : null;
}

/** What became of a sheet's reference, the sheet's own text counting before what the issue knew of it. */
export const resolved = (issue: Issue, file: string, sheet: Sheet, index: number): Resolution =>
  resolve(issue.with(digest(file, sheet)), file, index);

import { resolve } from '../issue/continuations';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import type { Sheet } from '../parse/sheet';
import type { Span } from '../text/span';
import { type Language, message, say, type Words } from '../text/words';
import { type Location, locationOf, titleOf } from './location';

/** A reference that can be clicked. Where it leads is asked for by its index, when it is clicked. */
export interface Link {
  readonly span: Span;
  /** Index into `Sheet.continuations`. */
  readonly index: number;
}

/** The references that lead somewhere for sure: a link to nowhere is worse than none. */
export function links(issue: Issue, file: string, sheet: Sheet): Link[] {
  const known = issue.with(digest(file, sheet));
  return sheet.continuations.flatMap(({ span }, index) =>
    resolve(known, file, index).target ? [{ span, index }] : [],
  );
}

/** Where a link leads, and what to say of it; null where it leads nowhere any more. */
export function linkTarget(
  issue: Issue,
  file: string,
  index: number,
  language: Language,
): { readonly target: Location; readonly tooltip: string } | null {
  const { target } = resolve(issue, file, index);
  const location = target && locationOf(issue, target);
  if (!target || !location) return null;
  const words = issue.get(file)?.continuations[index]?.direction === 'from' ? BACK : ON;
  return { target: location, tooltip: say(language, message(words, titleOf(issue, target, language))) };
}

const ON: Words = { en: 'Continues: {0}', zh: '下转：{0}' };
const BACK: Words = { en: 'Continued from: {0}', zh: '上接：{0}' };

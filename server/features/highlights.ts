import { resolve } from '../issue/continuations';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import type { Sheet } from '../parse/sheet';
import type { Span } from '../text/span';
import { personAt, referenceAt } from './location';

/**
 * What belongs to the thing under the cursor in this text: both ends of a continuation, or every byline with the same name.
 * In the order of the text; nothing elsewhere.
 */
export function highlights(issue: Issue, file: string, sheet: Sheet, at: number): Span[] {
  const person = personAt(sheet, at);
  if (person) return bylinesOf(sheet, person);
  const index = referenceAt(sheet, at);
  if (index < 0) return [];
  const { target } = resolve(issue.with(digest(file, sheet)), file, index);
  const other = target?.file === file && target.index !== null ? [target.index] : [];
  return [index, ...other].sort((a, b) => a - b).map((i) => sheet.continuations[i].span);
}

const bylinesOf = (sheet: Sheet, person: string): Span[] =>
  sheet.articles.flatMap(({ bylines }) =>
    bylines.flatMap(({ people }) => people.filter(({ name }) => name === person).map(({ span }) => span)),
  );

import { type Digest, digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { fold } from '../issue/names';
import { story } from '../issue/story';
import type { Sheet } from '../parse/sheet';
import { articleAt, articleLocation, type Location, personAt, referenceAt } from './location';

/**
 * On a reference or a headline: every reference of the story, over all its pages, in the order of reading. On a name in a
 * byline: every article under that name, in the whole workspace. Elsewhere nothing.
 */
export function references(issue: Issue, file: string, sheet: Sheet, at: number): Location[] {
  const known = issue.with(digest(file, sheet));
  const person = personAt(sheet, at);
  if (person) return articlesBy(known, person);
  const index = referenceAt(sheet, at);
  const article = index < 0 ? headedAt(sheet, at) : sheet.continuations[index].article;
  return article < 0 ? [] : storyReferences(known, { file, article });
}

function headedAt(sheet: Sheet, at: number): number {
  const article = articleAt(sheet, at);
  const line = sheet.text.lineAt(at);
  return article >= 0 && sheet.articles[article].head.some((head) => head.line === line) ? article : -1;
}

const storyReferences = (issue: Issue, part: { file: string; article: number }): Location[] =>
  story(issue, part).flatMap(({ file, article }) =>
    (issue.get(file)?.continuations ?? [])
      .filter((reference) => reference.article === article)
      .map(({ place }) => ({ file, range: place, selection: place })),
  );

/** The files that have a name at all: of the others the articles need not be looked at. */
function* mentioning(issue: Issue, name: string): Generator<Digest> {
  const folded = fold(name);
  for (const digest of issue.digests()) if (digest.names.includes(folded)) yield digest;
}

function articlesBy(issue: Issue, person: string): Location[] {
  const found: Location[] = [];
  for (const { file, articles } of mentioning(issue, person))
    for (const [article, { people }] of articles.entries()) {
      const location = people.includes(person) ? articleLocation(issue, { file, article }) : null;
      if (location) found.push({ ...location, range: location.selection });
    }
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start.line - b.range.start.line));
}

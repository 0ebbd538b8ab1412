import type { Issue } from '../issue/issue';
import type { Candidate } from '../issue/resolution';
import { beginning, type Part } from '../issue/story';
import type { Sheet } from '../parse/sheet';
import type { Range } from '../text/range';
import { type Language, message, say, type Words } from '../text/words';

/** The headline of the story that an article (by its index in its file) continues, or null. */
export type StoryTitles = (article: number) => string | null;

/** A place in some file of the issue, to be gone to. */
export interface Location {
  readonly file: string;
  /** What is shown: a whole article, or a reference. */
  readonly range: Range;
  /** What is selected, inside `range`. */
  readonly selection: Range;
}

/** Where a candidate stands: its reference, or the headline of an article that prints none. Null where it is gone. */
export function locationOf(
  issue: Issue,
  { file, index, article }: Pick<Candidate, 'file' | 'index' | 'article'>,
): Location | null {
  const found = issue.get(file);
  const range = index === null ? found?.articles[article]?.place : found?.continuations[index]?.place;
  return range ? { file, range, selection: range } : null;
}

/** An article with its headline selected. Null where it is gone. */
export function articleLocation(issue: Issue, { file, article }: Part): Location | null {
  const found = issue.get(file)?.articles[article];
  if (!found) return null;
  // The last line's length is not known here; the headline's own end keeps the selection inside an article of one line.
  const end = found.endLine > found.place.end.line ? { line: found.endLine, character: 0 } : found.place.end;
  return { file, range: { start: { line: found.line, character: 0 }, end }, selection: found.place };
}

/** What an article is called: its headline, or that of the story which it continues. */
export function titleOf(issue: Issue, part: Part, language: Language): string {
  return (
    issue.get(part.file)?.articles[part.article]?.headline ??
    storyTitle(issue, part) ??
    say(language, message(UNTITLED))
  );
}

/** For the articles of one file: see `storyTitle`. */
export const titlesIn =
  (issue: Issue, file: string): StoryTitles =>
  (article) =>
    storyTitle(issue, { file, article });

/** The headline of the story that an article continues; null where it is known to continue none, or one without. */
export function storyTitle(issue: Issue, part: Part): string | null {
  const first = beginning(issue, part);
  return issue.get(first.file)?.articles[first.article]?.headline ?? null;
}

/** Index into `Sheet.continuations` of the reference that the offset lies in or touches, or -1. */
export const referenceAt = (sheet: Sheet, at: number): number =>
  sheet.continuations.findIndex(({ span }) => at >= span.from && at <= span.to);

/** Index into `Sheet.articles` of the article on whose lines the offset lies, or -1. */
export function articleAt({ text, articles }: Sheet, at: number): number {
  const line = text.lineAt(at);
  return articles.findIndex(({ lines }) => line >= lines.first && line <= lines.last);
}

/** The name in a byline that the offset lies in or touches, or null. */
export function personAt({ articles }: Sheet, at: number): string | null {
  const people = articles.flatMap((article) => article.bylines.flatMap((byline) => byline.people));
  return people.find(({ span }) => at >= span.from && at <= span.to)?.name ?? null;
}

const UNTITLED: Words = { en: '(no headline)', zh: '（无标题）' };

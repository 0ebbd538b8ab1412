import type { Issue } from '../issue/issue';
import { story } from '../issue/story';
import type { Range } from '../text/range';

/** An article that is one part of a story of several. */
export interface StoryLens {
  readonly id: string;
  /** Its headline, or its first line. */
  readonly place: Range;
  readonly parts: number;
}

/** The articles of a file whose story runs over several parts, as far as references lead for sure; in the order of the text. */
export function storyLenses(issue: Issue, file: string): StoryLens[] {
  const digest = issue.get(file);
  if (!digest) return [];
  const referring = new Set(digest.continuations.map(({ article }) => article));
  return digest.articles.flatMap(({ id, place }, article) => {
    const parts = referring.has(article) ? story(issue, { file, article }).length : 1;
    return parts > 1 ? [{ id, place, parts }] : [];
  });
}

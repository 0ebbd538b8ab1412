import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { joints, type Part } from '../issue/story';
import type { Sheet } from '../parse/sheet';
import type { Range } from '../text/range';
import type { Language } from '../text/words';
import { articleAt, articleLocation, type Location, titleOf } from './location';

/** A part of a story: the hierarchy's "calls" are its continuations. */
export interface StoryItem extends Location {
  /** The article's id, by which it is found again. */
  readonly id: string;
  readonly name: string;
  /** The page as printed, or empty. */
  readonly page: string;
}

/** A neighbouring part, and the 下转 that lead from the earlier part of the two to the later. */
export interface StoryCall {
  readonly item: StoryItem;
  readonly ranges: readonly Range[];
}

/** The article at the cursor, where the hierarchy begins; null outside articles. */
export function storyItem(issue: Issue, file: string, sheet: Sheet, at: number, language: Language): StoryItem | null {
  const article = articleAt(sheet, at);
  return article < 0 ? null : itemOf(issue.with(digest(file, sheet)), { file, article }, language);
}

/** The parts that an item is continued from. */
export function continuedFrom(issue: Issue, item: Pick<StoryItem, 'file' | 'id'>, language: Language): StoryCall[] {
  const part = partOf(issue, item);
  if (!part) return [];
  return joints(issue, part, 'from').flatMap(({ other }) =>
    call(issue, other, { file: other.file, index: other.index }, language),
  );
}

/** The parts that an item continues in. */
export function continuesIn(issue: Issue, item: Pick<StoryItem, 'file' | 'id'>, language: Language): StoryCall[] {
  const part = partOf(issue, item);
  if (!part) return [];
  return joints(issue, part, 'to').flatMap(({ index, other }) =>
    call(issue, other, { file: part.file, index }, language),
  );
}

function call(issue: Issue, part: Part, to: { file: string; index: number }, language: Language): StoryCall[] {
  const item = itemOf(issue, part, language);
  const place = issue.get(to.file)?.continuations[to.index]?.place;
  return item && place ? [{ item, ranges: [place] }] : [];
}

function itemOf(issue: Issue, part: Part, language: Language): StoryItem | null {
  const location = articleLocation(issue, part);
  const found = issue.get(part.file);
  const article = found?.articles[part.article];
  if (!location || !found || !article) return null;
  return {
    ...location,
    id: article.id,
    name: titleOf(issue, part, language),
    page: found.pages[article.page]?.label ?? '',
  };
}

function partOf(issue: Issue, { file, id }: Pick<StoryItem, 'file' | 'id'>): Part | null {
  const article = issue.get(file)?.articles.findIndex((known) => known.id === id) ?? -1;
  return article < 0 ? null : { file, article };
}

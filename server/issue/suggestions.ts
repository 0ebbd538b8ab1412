import type { Edition, Leaf } from './edition';
import type { End } from './ends';
import type { Issue } from './issue';
import { samePage } from './label';
import type { Likeness } from './signature';
import { titled } from './titled';

/** An article that may be the other end of a reference although it prints none itself. */
export interface Suggestion {
  readonly file: string;
  readonly index: null;
  /** Index into that file's `Digest.articles`. */
  readonly article: number;
  /** 0 to 1, by likeness alone. */
  readonly score: number;
}

/** Below this an article is not worth showing. */
const FAINT = 0.4;
/** On so many pages of the label named, the nearest, articles are looked for. */
const LEAVES = 4;

/**
 * Articles on the page that a reference names, by likeness: often only one end is printed. An article that has its own
 * reference the other way is another's continuation; one without a headline is what a resumed text looks like.
 */
export function suggestions(issue: Issue, edition: Edition, end: End, likeness: Likeness): Suggestion[] {
  const answer = end.reference.direction === 'to' ? 'from' : 'to';
  return nearestLeaves(edition, end)
    .flatMap((leaf) => {
      const digest = issue.get(leaf.file);
      const printed = new Set(digest?.continuations.filter((c) => c.direction === answer).map((c) => c.article));
      return (digest?.articles ?? []).flatMap((article, i): Suggestion[] => {
        if (article.page !== leaf.page || printed.has(i) || article === end.article) return [];
        const alike = 40 * (likeness(end.article.signature, article.signature) - 0.06);
        const bare = answer === 'from' && article.headline === null ? 1 : 0;
        const odds = alike + bare + 2 * (titled(end.reference.title, article) ?? 0);
        const score = 1 / (1 + Math.exp(-odds));
        return score < FAINT ? [] : [{ file: leaf.file, index: null, article: i, score }];
      });
    })
    .sort((a, b) => b.score - a.score);
}

/** The leaves that have the page's label; more than one only where pages without dates lie in a heap. */
const nearestLeaves = ({ leaves }: Edition, end: End): Leaf[] =>
  leaves
    .map((leaf, order) => ({ leaf, distance: Math.abs(order - end.order) }))
    .filter(({ leaf }) => (samePage(end.names, leaf.label) ?? 0) > 0)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, LEAVES)
    .map(({ leaf }) => leaf);

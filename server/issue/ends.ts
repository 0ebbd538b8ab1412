import type { Digest, DigestArticle, DigestContinuation } from './digest';
import type { Edition, Leaf } from './edition';
import type { Issue } from './issue';
import { pageLabel, samePage } from './label';
import { seam } from './seam';
import type { Likeness } from './signature';
import { titled } from './titled';

/** One printed reference of an edition, with what its matching needs. */
export interface End {
  readonly file: string;
  /** Index into the file's `Digest.continuations`. */
  readonly index: number;
  readonly reference: DigestContinuation;
  readonly article: DigestArticle;
  /** The page it stands on and the page that it names, as `pageLabel` gives them. */
  readonly on: string;
  readonly names: string;
  /** The place of its page in the edition. */
  readonly order: number;
}

/** All references that stand on the pages of an edition, in its order. */
export function ends(issue: Issue, edition: Edition): End[] {
  return edition.leaves.flatMap((leaf, order) => {
    const digest = issue.get(leaf.file);
    return digest ? endsOn(digest, leaf, order) : [];
  });
}

function endsOn(digest: Digest, leaf: Leaf, order: number): End[] {
  return digest.continuations.flatMap((reference, index) => {
    const article = digest.articles[reference.article];
    if (reference.on !== leaf.page || !article) return [];
    return [{ file: leaf.file, index, reference, article, on: leaf.label, names: pageLabel(reference.page), order }];
  });
}

/** Below this a pair is no pair. */
export const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/**
 * How strongly a `to` and a `from` belong together, in log-odds: pages first, then mark and title, then the likeness of the
 * two texts. The weights are measured on newspapers whose pairs are known.
 */
export function affinity(to: End, from: End, likeness: Likeness): number {
  if (to.file === from.file && to.reference.article === from.reference.article) return IMPOSSIBLE;
  const pages = page(samePage(to.names, from.on)) + page(samePage(from.names, to.on));
  if (pages < 0) return IMPOSSIBLE;
  const alike = likeness(to.article.signature, from.article.signature);
  return (
    pages +
    marks(to.reference.mark, from.reference.mark) +
    titles(to, from) +
    Math.min(4, Math.max(-2, 40 * (alike - 0.05))) +
    2 * seam(to.reference, from.reference) +
    (from.order > to.order ? 0.5 : from.order === to.order ? -1 : 0) -
    Math.min(1, Math.abs(from.order - to.order) / 50)
  );
}

/** A page that is known to be another speaks against a pair more than the other end's can speak for it. */
const page = (same: number | null): number => (same === null ? 0 : same === 0 ? -4 : 3 * same);

const marks = (a: string, b: string): number => (a && b ? (a === b ? 2 : -5) : a || b ? -0.5 : 0);

function titles(to: End, from: End): number {
  const likely = [
    titled(to.reference.title, from.article),
    titled(from.reference.title, to.article),
    titled(to.article.headline, from.article),
  ].filter((value) => value !== null);
  return likely.length === 0 ? 0 : 3 * Math.max(...likely);
}

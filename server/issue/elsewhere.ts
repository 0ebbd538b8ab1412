import type { Digest, DigestArticle } from './digest';
import type { Issue } from './issue';

/** An article of another file. */
export interface Elsewhere {
  readonly file: string;
  readonly article: DigestArticle;
}

/** No issue has more pages: beyond, files without dates lie in a heap. */
export const LEAVES = 300;

/** The articles of the other files of a file's issue, in the order of its pages. */
export function elsewhere(issue: Issue, { file, pages }: Digest): Elsewhere[] {
  const leaves = issue.edition(file, pages.length > 0 ? 0 : -1)?.leaves ?? [];
  if (leaves.length > LEAVES) return [];
  return leaves
    .filter((leaf) => leaf.file !== file)
    .flatMap((leaf) =>
      (issue.get(leaf.file)?.articles ?? [])
        .filter(({ page }) => page === leaf.page)
        .map((article) => ({ file: leaf.file, article })),
    );
}

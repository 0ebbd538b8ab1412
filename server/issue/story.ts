import { countWhile } from '../text/search';
import { resolve } from './continuations';
import type { Issue } from './issue';

/** One article of one file; several make a story that runs over pages. */
export interface Part {
  readonly file: string;
  /** Index into the file's `Digest.articles`. */
  readonly article: number;
}

/** Where one part of a story hangs on another: a reference of this part, and the part it leads to for sure. */
export interface Joint {
  /** Index into this file's `Digest.continuations`. */
  readonly index: number;
  readonly other: Part & { readonly index: number };
}

/** A story longer than this is one that a wrong link has tied together. */
const MAX_PARTS = 50;

/** The parts that an article leads to (`to`) or comes from (`from`), as far as its references are sure. */
export function joints(issue: Issue, { file, article }: Part, direction: 'to' | 'from'): Joint[] {
  const references = issue.get(file)?.continuations ?? [];
  const found: Joint[] = [];
  // They are in the order of their articles, and a text may have thousands of either.
  const first = countWhile(references.length, (i) => references[i].article < article);
  for (let index = first; references[index]?.article === article; index++) {
    if (references[index].direction !== direction) continue;
    const { target } = resolve(issue, file, index);
    if (target?.index != null)
      found.push({ index, other: { file: target.file, article: target.article, index: target.index } });
  }
  return found;
}

/** All parts of the story that an article is part of, in the order of reading; the article alone where it goes nowhere. */
export function story(issue: Issue, part: Part): Part[] {
  const seen = new Set<string>();
  const isNew = ({ file, article }: Part): boolean =>
    !seen.has(`${article} ${file}`) && seen.add(`${article} ${file}`).size > 0;
  const parts: Part[] = [];
  const follow = ({ file, article }: Part): void => {
    if (parts.length >= MAX_PARTS || !isNew({ file, article })) return;
    parts.push({ file, article });
    for (const { other } of joints(issue, { file, article }, 'to')) follow(other);
  };
  follow(beginning(issue, part));
  return parts;
}

/** The part that a story begins with. Where parts lead round in a circle, the one asked about. */
export function beginning(issue: Issue, part: Part): Part {
  const seen = new Set<string>();
  let first = part;
  for (;;) {
    seen.add(`${first.article} ${first.file}`);
    const before = joints(issue, first, 'from').map(({ other }) => ({ file: other.file, article: other.article }))[0];
    if (!before) return first;
    if (seen.has(`${before.article} ${before.file}`)) return part;
    first = before;
  }
}

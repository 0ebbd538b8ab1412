import { LRUCache } from 'lru-cache';
import type { Digest, DigestArticle, DigestContinuation, DigestPage, Tally } from './digest';

/** Raised whenever a digest's shape, or how it is made, changes: what an older version stored is read anew from its file. */
export const DIGEST_VERSION = 3;

/**
 * A digest as one string without line ends, to be kept until the file changes: five parts with tabs between, so that each
 * can be read without the others. Read it back with `restored`.
 */
export function stored(digest: Digest): string {
  const { complete, before, pages, names, prints } = digest;
  const body =
    digest instanceof Restored
      ? [digest.packedArticles, digest.packedContinuations]
      : [digest.articles.map(packedArticle), digest.continuations.map(packedContinuation)].map((all) =>
          JSON.stringify(all),
        );
  return [JSON.stringify([complete, before, pages]), names, prints, ...body].join('\t');
}

/** What `stored` made of a file's digest, or null where it is damaged. Articles and continuations are read when asked for. */
export function restored(file: string, packed: string): Digest | null {
  const parts = packed.split('\t');
  return parts.length === 5 ? opened(file, parts as [string, string, string, string, string]) : null;
}

function opened(
  file: string,
  [head, names, prints, articles, continuations]: [string, string, string, string, string],
): Digest | null {
  try {
    const [complete, before, pages] = JSON.parse(head) as [boolean, Tally, DigestPage[]];
    return new Restored({ file, complete, before, pages, names, prints }, articles, continuations);
  } catch {
    return null;
  }
}

interface Body {
  readonly articles: readonly DigestArticle[];
  readonly continuations: readonly DigestContinuation[];
}

/** Bodies read lately. Of an archive few are ever looked at, and as strings they take a third of the room. */
const recent = new LRUCache<Restored, Body>({
  maxSize: 2_000_000,
  sizeCalculation: (_, { packedArticles }) => packedArticles.length + 1,
});

/** A digest whose larger half is still a string. */
class Restored implements Digest {
  readonly file: string;
  readonly complete: boolean;
  readonly before: Tally;
  readonly pages: readonly DigestPage[];
  readonly names: string;
  readonly prints: string;
  /** What is in use is not read twice, however large. */
  private used: WeakRef<Body> | undefined;

  constructor(
    { file, complete, before, pages, names, prints }: Omit<Digest, 'articles' | 'continuations'>,
    readonly packedArticles: string,
    readonly packedContinuations: string,
  ) {
    this.file = file;
    this.complete = complete;
    this.before = before;
    this.pages = pages;
    this.names = names;
    this.prints = prints;
  }

  get articles(): readonly DigestArticle[] {
    return this.body.articles;
  }

  get continuations(): readonly DigestContinuation[] {
    return this.body.continuations;
  }

  private get body(): Body {
    const known = recent.get(this) ?? this.used?.deref();
    if (known) return known;
    const body = {
      articles: JSON.parse(this.packedArticles).map(articleOf),
      continuations: JSON.parse(this.packedContinuations).map(continuationOf),
    };
    this.used = new WeakRef(body);
    recent.set(this, body);
    return body;
  }
}

type PackedPlace = [number, number, number, number];
type PackedArticle = [
  ...[string, number, string | null, string | null, readonly string[], readonly string[], number, string],
  ...[string, string, number, number, PackedPlace],
];
type PackedContinuation = [...['to' | 'from', string, string, string | null, number, number], ...[string, PackedPlace]];

const packedPlace = ({ start, end }: DigestArticle['place']): PackedPlace => [
  start.line,
  start.character,
  end.line,
  end.character,
];

const placeOf = ([line, character, endLine, endCharacter]: PackedPlace): DigestArticle['place'] => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

const packedArticle = (article: DigestArticle): PackedArticle => {
  const { id, page, headline, column, people, sections, characters, signature, opening, ending, line, endLine } =
    article;
  const names = [id, page, headline, column, people, sections, characters, signature] as const;
  return [...names, opening, ending, line, endLine, packedPlace(article.place)];
};

function articleOf(packed: PackedArticle): DigestArticle {
  const [id, page, headline, column, people, sections, characters, signature, ...rest] = packed;
  const [opening, ending, line, endLine, place] = rest;
  return {
    ...{ id, page, headline, column, people, sections, characters, signature, opening, ending, line, endLine },
    place: placeOf(place),
  };
}

const packedContinuation = (reference: DigestContinuation): PackedContinuation => {
  const { direction, page, mark, title, article, on, context, place } = reference;
  return [direction, page, mark, title, article, on, context, packedPlace(place)];
};

const continuationOf = ([direction, page, mark, title, article, on, context, place]: PackedContinuation) => ({
  ...{ direction, page, mark, title, article, on, context },
  place: placeOf(place),
});

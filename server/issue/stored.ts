import { LRUCache } from 'lru-cache';
import type { Digest, DigestArticle, DigestContinuation, DigestPage, Tally } from './digest';
import { packed, unpacked } from './signature';

/** Raised whenever a digest's shape, or how it is made, changes: what an older version stored is read anew from its file. */
export const DIGEST_VERSION = 5;

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
const TAB = 9;
/** The parts of a stored digest, in their order. */
const [HEAD, NAMES, PRINTS, ARTICLES, CONTINUATIONS] = [0, 1, 2, 3, 4];

/**
 * A digest as bytes (UTF-8), to be kept until the file changes: five parts with tabs between, so that each can be read
 * without the others. Read it back with `restored`.
 */
export function stored(digest: Digest): Uint8Array {
  if (digest instanceof Restored) return digest.bytes;
  const { complete, before, pages, names, prints, articles, continuations } = digest;
  const head: Head = { complete, before, pages };
  const body = [articles.map(packedArticle), continuations.map(packedContinuation)];
  return encoder.encode([JSON.stringify(head), names, prints, ...body.map((all) => JSON.stringify(all))].join('\t'));
}

/** What `stored` made of a file's digest, whole, from one byte to another. Nothing of it is read before it is asked for. */
export const restored = (file: string, bytes: Uint8Array, from = 0, to = bytes.length): Digest =>
  new Restored(file, bytes, from, to);

type Head = Pick<Digest, 'complete' | 'before' | 'pages'>;
type Body = Pick<Digest, 'articles' | 'continuations' | 'prints'>;

/** Bodies read lately. Of an archive few are ever looked at, and as bytes they take a third of the room. */
const recent = new LRUCache<Restored, Body>({
  maxSize: 4_000_000,
  sizeCalculation: (_, { from, to }) => to - from,
});

/** A digest that is still bytes: among those of others, as ten thousand views of them would take room and time. */
class Restored implements Digest {
  private head: Head | undefined;
  private ownNames: string | undefined;
  /** What is in use is not read twice, however large. */
  private used: WeakRef<Body> | undefined;

  constructor(
    readonly file: string,
    private readonly among: Uint8Array,
    readonly from: number,
    readonly to: number,
  ) {}

  get bytes(): Uint8Array {
    return this.among.subarray(this.from, this.to);
  }

  get complete(): boolean {
    return this.opened.complete;
  }

  get before(): Tally {
    return this.opened.before;
  }

  get pages(): readonly DigestPage[] {
    return this.opened.pages;
  }

  get names(): string {
    this.ownNames ??= this.part(NAMES);
    return this.ownNames;
  }

  get prints(): string {
    return this.body.prints;
  }

  get articles(): readonly DigestArticle[] {
    return this.body.articles;
  }

  get continuations(): readonly DigestContinuation[] {
    return this.body.continuations;
  }

  private get opened(): Head {
    this.head ??= JSON.parse(this.part(HEAD)) as Head;
    return this.head;
  }

  private get body(): Body {
    const known = recent.get(this) ?? this.used?.deref();
    if (known) return known;
    const body = {
      prints: this.part(PRINTS),
      articles: JSON.parse(this.part(ARTICLES)).map(articleOf),
      continuations: JSON.parse(this.part(CONTINUATIONS)).map(continuationOf),
    };
    this.used = new WeakRef(body);
    recent.set(this, body);
    return body;
  }

  private part(index: number): string {
    const { bytes } = this;
    let from = 0;
    for (let i = 0; i < index; i++) from = bytes.indexOf(TAB, from) + 1;
    const to = bytes.indexOf(TAB, from);
    return decoder.decode(bytes.subarray(from, to < 0 ? undefined : to));
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
  const names = [id, page, headline, column, people, sections, characters, packed(signature)] as const;
  return [...names, opening, ending, line, endLine, packedPlace(article.place)];
};

function articleOf(article: PackedArticle): DigestArticle {
  const [id, page, headline, column, people, sections, characters, signature, ...rest] = article;
  const [opening, ending, line, endLine, place] = rest;
  return {
    ...{ id, page, headline, column, people, sections, characters, opening, ending, line, endLine },
    signature: unpacked(signature),
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

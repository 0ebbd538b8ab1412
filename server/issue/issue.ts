import { type Digest, sameValue } from './digest';
import { type Edition, editions, type Leaf, leaves } from './edition';
import { equal } from './equal';
import { placeOf } from './membership';

/**
 * Everything known of the files of a workspace: an immutable map of digests. Resolving is a lookup made when asked.
 *
 * The map is cut into shards by the file's name, so that changing one file of 10,000 copies two small tables and not one of
 * 10,000 entries. Which pages make an edition is worked out when first asked, and handed on from value to value as long as
 * no file's pages change: typing changes headlines and references, seldom a folio.
 */
export class Issue {
  static readonly empty = new Issue(
    Array.from({ length: 256 }, () => new Map()),
    null,
    { editions: null },
  );

  private constructor(
    private readonly shards: readonly ReadonlyMap<string, Digest>[],
    /** The person's own pattern for paths (`galley.issue.path`), or null for the rules of thumb. */
    readonly pattern: RegExp | null,
    /** Shared by every value whose files have the same pages. */
    private readonly order: { editions: Editions | null },
  ) {}

  get(file: string): Digest | undefined {
    return this.shards[shardOf(file)].get(file);
  }

  /** All digests, in no particular order. */
  *digests(): Generator<Digest> {
    for (const shard of this.shards) yield* shard.values();
  }

  get size(): number {
    return this.shards.reduce((sum, shard) => sum + shard.size, 0);
  }

  /** With this digest in place of what was known of its file; the same value where that changes nothing at all. */
  with(digest: Digest): Issue {
    const known = this.get(digest.file);
    if (known && sameValue(known, digest)) return this;
    const sameOrder = known !== undefined && equal(this.bearings(known), this.bearings(digest));
    return this.change(digest.file, (shard) => shard.set(digest.file, digest), sameOrder);
  }

  /** Without a file; the same value where it was not known. */
  without(file: string): Issue {
    return this.get(file) ? this.change(file, (shard) => shard.delete(file), false) : this;
  }

  /** With many digests at once: what the index does at its start. */
  withAll(digests: Iterable<Digest>): Issue {
    const shards = this.shards.map((shard) => new Map(shard));
    for (const digest of digests) shards[shardOf(digest.file)].set(digest.file, digest);
    return new Issue(shards, this.pattern, { editions: null });
  }

  /** The same files, their paths read by another pattern. */
  reading(pattern: RegExp | null): Issue {
    return String(pattern) === String(this.pattern) ? this : new Issue(this.shards, pattern, { editions: null });
  }

  /** Every edition, the latest first. */
  editions(): readonly Edition[] {
    return this.ordered().all;
  }

  /** The edition that a page of a file belongs to (index into the digest's pages, -1 before the first folio). */
  edition(file: string, page: number): Edition | undefined {
    const own = this.ordered().byFile.get(file);
    return own?.get(page) ?? own?.values().next().value;
  }

  private ordered(): Editions {
    this.order.editions ??= lookup(
      editions([...this.digests()].sort((a, b) => (a.file < b.file ? -1 : 1)).map((digest) => this.bearings(digest))),
    );
    return this.order.editions;
  }

  private bearings(digest: Digest): Bearings {
    const known = read.get(digest);
    if (known && known.pattern === this.pattern) return known.bearings;
    const place = placeOf(digest.file, this.pattern);
    const bearings = { stem: place.stem, leaves: leaves(digest, place) };
    read.set(digest, { pattern: this.pattern, bearings });
    return bearings;
  }

  private change(file: string, edit: (shard: Map<string, Digest>) => unknown, sameOrder: boolean): Issue {
    const at = shardOf(file);
    const shard = new Map(this.shards[at]);
    edit(shard);
    return new Issue(this.shards.with(at, shard), this.pattern, sameOrder ? this.order : { editions: null });
  }
}

interface Editions {
  readonly all: readonly Edition[];
  readonly byFile: ReadonlyMap<string, ReadonlyMap<number, Edition>>;
}

function lookup(found: readonly Edition[]): Editions {
  const byFile = new Map<string, Map<number, Edition>>();
  for (const edition of found)
    for (const { file, page } of edition.leaves) {
      if (!byFile.has(file)) byFile.set(file, new Map());
      byFile.get(file)?.set(page, edition);
    }
  const all = [...found].sort((a, b) =>
    (a.date ?? '') > (b.date ?? '') ? -1 : (a.date ?? '') < (b.date ?? '') ? 1 : 0,
  );
  return { all, byFile };
}

/** Where a file belongs: what `editions` is told of it. */
interface Bearings {
  readonly stem: string;
  readonly leaves: readonly Leaf[];
}

/** Those of digests already looked at, with the pattern that their paths were read by. */
const read = new WeakMap<Digest, { pattern: RegExp | null; bearings: Bearings }>();

function shardOf(file: string): number {
  let hash = 0;
  for (let i = 0; i < file.length; i++) hash = (Math.imul(hash, 31) + file.charCodeAt(i)) | 0;
  return hash & 255;
}

import { type Digest, sameValue } from './digest';
import { type Days, type Edition, Editions, type Leaf, leaves } from './edition';
import { equal } from './equal';
import { placeOf, stemOf } from './membership';

const NO_DAYS: Days = new Map();

/**
 * Everything known of the files of a workspace: an immutable map of digests. Resolving is a lookup made when asked.
 *
 * The map is cut into shards by the file's name, so that changing one file of 10,000 copies two small tables and not one of
 * 10,000 entries. Which pages make an edition is worked out when one of them is asked for, and handed on from value to value
 * as long as no file's pages change: typing changes headlines and references, seldom a folio. Where one does, other days stay.
 */
export class Issue {
  static readonly empty = new Issue(
    Array.from({ length: 256 }, () => new Map()),
    null,
    { editions: null, before: NO_DAYS },
  );

  private constructor(
    private readonly shards: readonly ReadonlyMap<string, Digest>[],
    /** The person's own pattern for paths (`galley.issue.path`), or null for the rules of thumb. */
    readonly pattern: RegExp | null,
    /** Shared by every value whose files have the same pages. */
    private readonly order: { editions: Editions | null; before: Days },
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
    const sameOrder = known !== undefined && this.sameLeaves(known, digest);
    return this.change(digest.file, (shard) => shard.set(digest.file, digest), sameOrder);
  }

  /** Without a file; the same value where it was not known. */
  without(file: string): Issue {
    return this.get(file) ? this.change(file, (shard) => shard.delete(file), false) : this;
  }

  /** With many digests at once: what the index does at its start. */
  withAll(digests: Iterable<Digest>): Issue {
    const shards = this.shards.map((shard) => new Map(shard));
    for (const digest of digests) {
      const known = this.get(digest.file);
      if (known) this.sameLeaves(known, digest);
      shards[shardOf(digest.file)].set(digest.file, digest);
    }
    return new Issue(shards, this.pattern, this.reordered());
  }

  /** The same files, their paths read by another pattern. */
  reading(pattern: RegExp | null): Issue {
    return String(pattern) === String(this.pattern)
      ? this
      : new Issue(this.shards, pattern, { editions: null, before: NO_DAYS });
  }

  /** Every edition, the latest first. */
  editions(): readonly Edition[] {
    return this.ordered().all(this.leavesIn);
  }

  /** The edition that a page of a file belongs to (index into the digest's pages, -1 before the first folio). */
  edition(file: string, page: number): Edition | undefined {
    const digest = this.get(file);
    if (!digest) return undefined;
    const leaves = this.leaves(digest);
    const leaf = leaves.find((each) => each.page === page) ?? leaves[0];
    return this.ordered().of(this.bearings(digest).stem, leaf, this.leavesIn);
  }

  /** Finds a digest's folder before anybody waits for it: of ten thousand that takes a while. */
  locate(digest: Digest): void {
    this.bearings(digest);
  }

  /** Reads where a digest's pages belong before anybody waits for it: of ten thousand it takes a while. */
  foresee(digest: Digest): void {
    this.leaves(digest);
  }

  private ordered(): Editions {
    this.order.editions ??= new Editions(this.filesByStem(), this.order.before);
    return this.order.editions;
  }

  private filesByStem(): Map<string, string[]> {
    const files = new Map<string, string[]>();
    for (const digest of this.digests()) {
      const { stem } = this.bearings(digest);
      const others = files.get(stem);
      if (others) others.push(digest.file);
      else files.set(stem, [digest.file]);
    }
    return files;
  }

  /** What a value is given whose files have other pages. */
  private reordered = () => ({ editions: null, before: this.order.editions?.days ?? this.order.before });

  /** Whether two digests of a file have the same leaves; then they share them, and are the same to an edition. */
  private sameLeaves(known: Digest, digest: Digest): boolean {
    const leaves = this.leaves(known);
    const same = equal(leaves, this.leaves(digest));
    if (same) this.bearings(digest).leaves = leaves;
    return same;
  }

  private leavesIn = (file: string): readonly Leaf[] => {
    const digest = this.get(file);
    return digest ? this.leaves(digest) : [];
  };

  private leaves(digest: Digest): readonly Leaf[] {
    const bearings = this.bearings(digest);
    bearings.leaves ??= leaves(digest, placeOf(digest.file, this.pattern));
    return bearings.leaves;
  }

  private bearings(digest: Digest): Bearings {
    const known = read.get(digest);
    if (known && known.pattern === this.pattern) return known;
    const found = { pattern: this.pattern, stem: stemOf(digest.file, this.pattern), leaves: undefined };
    read.set(digest, found);
    return found;
  }

  private change(file: string, edit: (shard: Map<string, Digest>) => unknown, sameOrder: boolean): Issue {
    const at = shardOf(file);
    const shard = new Map(this.shards[at]);
    edit(shard);
    return new Issue(this.shards.with(at, shard), this.pattern, sameOrder ? this.order : this.reordered());
  }
}

/** Where a file belongs, its path read by a pattern. */
interface Bearings {
  readonly pattern: RegExp | null;
  /** See `Place.stem`. */
  readonly stem: string;
  /** Undefined until asked for: of an archive's files few are. */
  leaves: readonly Leaf[] | undefined;
}

const read = new WeakMap<Digest, Bearings>();

function shardOf(file: string): number {
  let hash = 0;
  for (let i = 0; i < file.length; i++) hash = (Math.imul(hash, 31) + file.charCodeAt(i)) | 0;
  return hash & 255;
}

import type { Digest } from './digest';
import { grouped } from './grouped';
import { comparePages, pageLabel } from './label';
import type { Place } from './membership';

/** One page of one file, with all that is known of where it belongs. */
export interface Leaf {
  readonly file: string;
  /** Index into the file's `Digest.pages`; -1 for what stands before the first folio, or has none. */
  readonly page: number;
  /** As `pageLabel` gives it; empty where neither folio nor path tells. */
  readonly label: string;
  readonly date: string | null;
  /** What tells two papers in one folder apart: the path's abbreviation, else the name that is printed. */
  readonly paper: string | null;
  /** The paper's name as the file prints it, or null. */
  readonly masthead: string | null;
}

/** The pages of one day's paper (期), in the order of their labels. */
export interface Edition {
  /**
   * What it is called by. The paper is in it only where a day has several: it becomes known when a page is read that prints it,
   * and whoever keeps something by this key would lose it then.
   */
  readonly key: string;
  readonly date: string | null;
  /** As printed on one of the pages, else as their paths abbreviate it. */
  readonly paper: string | null;
  readonly leaves: readonly Leaf[];
}

/**
 * The pages of a file. What a page prints goes before what its path says; a folio without a date has that of the folio
 * before it, or of the file's first.
 */
export function leaves(digest: Digest, place: Place): Leaf[] {
  const { file, pages, before } = digest;
  const masthead = pages.find((page) => page.paper)?.paper ?? null;
  const paper = place.paper ?? masthead;
  let date = pages.find((page) => page.date)?.date ?? place.date;
  const found = pages.map((page, i): Leaf => {
    date = page.date ?? date;
    return {
      file,
      page: i,
      label: pageLabel(page.label) || (pages.length === 1 ? place.page : ''),
      date,
      paper,
      masthead,
    };
  });
  if (pages.length > 0 && before.articles === 0) return found;
  const label = found.some((leaf) => leaf.label === place.page) ? '' : place.page;
  return [{ file, page: -1, label, date: found[0]?.date ?? date, paper, masthead }, ...found];
}

/** The pages of a file, the same values each time. */
export type LeavesOf = (file: string) => readonly Leaf[];

/** What one folder has of one date; several editions where there are several papers. */
interface Day {
  readonly editions: readonly Edition[];
  /** The edition of each leaf. */
  readonly of: ReadonlyMap<Leaf, Edition>;
}

/** Days that were worked out, by folder (`Place.stem`) and date. */
export type Days = ReadonlyMap<string, ReadonlyMap<string | null, Day>>;

/**
 * The editions that a set of files makes: by folder and date; pages without a date join the only date of their folder, and
 * stay by themselves where it holds several. Two papers in one folder show by having the same page twice. Where more pages
 * are left than an issue can have, their names' order tells what belongs together.
 *
 * A day is worked out when it is asked for, and only the files of its folder are looked into: whoever looks at one page waits
 * for no archive. Days that have the same leaves as they had `before` keep their editions.
 */
export class Editions {
  private readonly folders = new Map<string, Folder>();
  private ordered: readonly Edition[] | undefined;

  constructor(
    /** By folder (`Place.stem`). */
    private readonly files: ReadonlyMap<string, readonly string[]>,
    private readonly before: Days,
  ) {}

  /** The latest first. */
  all(leavesOf: LeavesOf): readonly Edition[] {
    this.ordered ??= [...this.files.keys()]
      .flatMap((stem) => this.folder(stem, leavesOf).all())
      .flatMap((day) => day.editions)
      .sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.key, b.key));
    return this.ordered;
  }

  /** The edition of a leaf that lies in a folder. */
  of(stem: string, leaf: Leaf, leavesOf: LeavesOf): Edition | undefined {
    return this.folder(stem, leavesOf).day(leaf.date).of.get(leaf);
  }

  /** What was worked out so far, here or before, of the folders that there still are. */
  get days(): Days {
    const days = new Map<string, ReadonlyMap<string | null, Day>>();
    for (const stem of this.files.keys()) {
      const known = this.folders.get(stem)?.days ?? this.before.get(stem);
      if (known) days.set(stem, known);
    }
    return days;
  }

  private folder(stem: string, leavesOf: LeavesOf): Folder {
    const known = this.folders.get(stem);
    if (known) return known;
    const leaves = (this.files.get(stem) ?? []).flatMap(leavesOf);
    const folder = new Folder(stem, leaves, this.before.get(stem) ?? NONE);
    this.folders.set(stem, folder);
    return folder;
  }
}

const NONE: ReadonlyMap<string | null, Day> = new Map();

/** The days of one folder. */
class Folder {
  /** Those worked out, here or before. */
  readonly days: Map<string | null, Day>;
  private readonly leaves: ReadonlyMap<string | null, readonly Leaf[]>;
  /** The date of its pages that print none: the only one there is, or none. */
  private readonly only: string | null;
  private readonly settled = new Set<string | null>();

  constructor(
    private readonly stem: string,
    leaves: readonly Leaf[],
    before: ReadonlyMap<string | null, Day>,
  ) {
    const dates = new Set(leaves.map((leaf) => leaf.date).filter(Boolean));
    const only = dates.size === 1 ? [...dates][0] : null;
    this.only = only;
    this.leaves = grouped(leaves, (leaf) => leaf.date ?? only);
    this.days = new Map([...before].filter(([date]) => this.leaves.has(date)));
  }

  all(): Day[] {
    return [...this.leaves.keys()].map((date) => this.day(date));
  }

  day(printed: string | null): Day {
    const date = printed ?? this.only;
    const known = this.days.get(date);
    if (known && this.settled.has(date)) return known;
    const leaves = this.leaves.get(date) ?? [];
    const same = known?.of.size === leaves.length && leaves.every((leaf) => known.of.has(leaf));
    const day = same ? known : dayOf([this.stem, date ?? ''].join('|'), date, leaves);
    this.days.set(date, day);
    this.settled.add(date);
    return day;
  }
}

function dayOf(day: string, date: string | null, leaves: readonly Leaf[]): Day {
  const editions = papers(leaves).flatMap((ofPaper, _, all) => {
    const key = all.length > 1 ? [day, ofPaper[0].paper ?? ''].join('|') : day;
    // The first of a heap bears the key that it had before there was one to be cut.
    return issuesIn(ofPaper).map((each, i) =>
      edition(i > 0 ? [key, each[0].file, each[0].page].join('|') : key, date, each),
    );
  });
  return { editions, of: new Map(editions.flatMap((each) => each.leaves.map((leaf) => [leaf, each]))) };
}

function papers(day: readonly Leaf[]): (readonly Leaf[])[] {
  const byPaper = [...grouped(day, (leaf) => leaf.paper).values()];
  const labels = byPaper.map((leaves) => new Set(leaves.map((leaf) => leaf.label).filter(Boolean)));
  const clash = labels.some((a, i) => labels.some((b, j) => i < j && [...a].some((label) => b.has(label))));
  return clash ? byPaper : [day];
}

/** More files no day's paper has: those are many issues in one folder, or pieces of no issue at all, without dates. */
const HEAP = 400;

/**
 * A heap of files cut into issues, in the order of their names: a new one begins where the number of a page comes again in
 * another file. Of what would be weighed page against page, each key would take minutes.
 */
function issuesIn(leaves: readonly Leaf[]): (readonly Leaf[])[] {
  if (new Set(leaves.map(({ file }) => file)).size <= HEAP) return [leaves];
  const ordered = leaves
    .map((leaf) => ({ leaf, name: leaf.file.replace(/\d+/g, (number) => number.padStart(9, '0')) }))
    .sort((a, b) => compare(a.name, b.name) || a.leaf.page - b.leaf.page);
  const issues: Leaf[][] = [];
  let seen = new Set<string>();
  for (const { leaf } of ordered) {
    const issue = issues.at(-1);
    const another = issue?.at(-1)?.file !== leaf.file;
    if (!issue || (another && (seen.has(leaf.label) || issue.length >= HEAP))) {
      issues.push([leaf]);
      seen = new Set();
    } else issue.push(leaf);
    if (leaf.label) seen.add(leaf.label);
  }
  return issues;
}

function edition(key: string, date: string | null, leaves: readonly Leaf[]): Edition {
  const ordered = [...leaves].sort(
    (a, b) => comparePages(a.label, b.label) || compare(a.file, b.file) || a.page - b.page,
  );
  const paper = ordered.find((leaf) => leaf.paper)?.paper ?? null;
  const masthead = ordered.find((leaf) => leaf.masthead)?.masthead ?? null;
  return { key, date, paper: masthead ?? paper, leaves: ordered };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

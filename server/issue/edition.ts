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

/** Where a file belongs. */
export interface Bearings {
  /** See `Place.stem`. */
  readonly stem: string;
  readonly leaves: readonly Leaf[];
}

/** The editions that a set of files makes. */
export interface Editions {
  /** The latest first. */
  readonly all: readonly Edition[];
  /** The edition of each leaf. */
  readonly of: ReadonlyMap<Leaf, Edition>;
  readonly days: ReadonlyMap<string, Day>;
}

/** What one folder has of one date; several editions where there are several papers. */
interface Day {
  readonly leaves: ReadonlySet<Leaf>;
  readonly editions: readonly Edition[];
}

/**
 * Sorts pages into editions: by folder and date; pages without a date join the only date of their folder, and stay by
 * themselves where it holds several. Two papers in one folder show by having the same page twice. Days that have the same
 * leaves as they had `before` keep their editions.
 */
export function editions(files: Iterable<Bearings>, before: Editions | null): Editions {
  const days = new Map<string, Day>();
  for (const [stem, inFolder] of grouped(files, (file) => file.stem)) {
    const leaves = inFolder.flatMap((file) => file.leaves);
    const dates = new Set(leaves.map((leaf) => leaf.date).filter(Boolean));
    const only = dates.size === 1 ? [...dates][0] : null;
    for (const [date, inDay] of grouped(leaves, (leaf) => leaf.date ?? only)) {
      const key = [stem, date ?? ''].join('|');
      const known = before?.days.get(key);
      const same = known?.leaves.size === inDay.length && inDay.every((leaf) => known.leaves.has(leaf));
      days.set(key, same ? known : dayOf(key, date, inDay));
    }
  }
  const all = [...days.values()]
    .flatMap((day) => day.editions)
    .sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.key, b.key));
  const of = new Map<Leaf, Edition>();
  for (const edition of all) for (const leaf of edition.leaves) of.set(leaf, edition);
  return { all, of, days };
}

const dayOf = (key: string, date: string | null, leaves: readonly Leaf[]): Day => ({
  leaves: new Set(leaves),
  editions: papers(leaves).map((ofPaper) => edition(key, date, ofPaper)),
});

function papers(day: readonly Leaf[]): (readonly Leaf[])[] {
  const byPaper = [...grouped(day, (leaf) => leaf.paper).values()];
  const labels = byPaper.map((leaves) => new Set(leaves.map((leaf) => leaf.label).filter(Boolean)));
  const clash = labels.some((a, i) => labels.some((b, j) => i < j && [...a].some((label) => b.has(label))));
  return clash ? byPaper : [day];
}

function edition(day: string, date: string | null, leaves: readonly Leaf[]): Edition {
  const ordered = [...leaves].sort(
    (a, b) => comparePages(a.label, b.label) || compare(a.file, b.file) || a.page - b.page,
  );
  const paper = ordered.find((leaf) => leaf.paper)?.paper ?? null;
  const masthead = ordered.find((leaf) => leaf.masthead)?.masthead ?? null;
  return { key: [day, paper ?? ''].join('|'), date, paper: masthead ?? paper, leaves: ordered };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

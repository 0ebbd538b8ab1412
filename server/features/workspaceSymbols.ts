import type { Digest } from '../issue/digest';
import { grouped } from '../issue/grouped';
import type { Issue } from '../issue/issue';
import { type ArticleNames, fold, namesIn, records } from '../issue/names';
import { initialOf, initialsOf, spelling } from '../text/initials';
import { articleLocation, type Location } from './location';

export type SymbolKind = 'article' | 'person' | 'section' | 'column';

export interface Symbol {
  readonly kind: SymbolKind;
  /** Where pinyin initials were asked for they stand after it, as editors that sift once more by name need: `安然 ar`. */
  readonly name: string;
  /** The article a person, section or column stands in, or null. */
  readonly container: string | null;
  /** ISO 8601 calendar date of its page, or null. */
  readonly date: string | null;
  readonly location: Location;
}

/**
 * What the workspace has under a name: articles by headline, people by byline (one for each of their articles), sections,
 * columns. A query of several words wants all of them, in the name or its container; letters also match the initials of
 * pinyin (`hsmd`: 河水漫堤). The best `limit` come, the same rank latest first.
 */
export function workspaceSymbols(issue: Issue, query: string, limit = 200): Symbol[] {
  const terms = fold(query).replace(/^#/, '').split(/\s+/).filter(Boolean).map(termOf);
  let best: Hit[] = [];
  let last: Hit | null = null;
  for (const [rank, files] of byCeiling(issue, terms))
    for (const { date, digest } of files) {
      // Nothing better comes of this rank, as the files are in order.
      if (last && better(last, { rank, date, digest }) < 0) break;
      for (const hit of hitsIn(digest, terms)) {
        if (last && better(last, hit) < 0) continue;
        best.push(hit);
        if (best.length < 2 * limit) continue;
        // One letter finds tens of thousands: sorting them all would take longer than finding them.
        best = best.sort(better).slice(0, limit);
        last = best[limit - 1];
      }
    }
  return best
    .sort(better)
    .slice(0, limit)
    .flatMap((hit) => symbolOf(issue, hit, terms));
}

/** What hits are put in order by: the rank, then the date, the latest first, then the file. */
type Standing = Pick<Hit, 'rank' | 'date' | 'digest'>;

const better = (a: Standing, b: Standing): number =>
  b.rank - a.rank || order(b.date ?? '', a.date ?? '') || order(a.digest.file, b.digest.file);

/** A word of the query; `bits` are its letters as `initialsOf` gives them, or null where it has others than letters. */
interface Term {
  readonly text: string;
  readonly bits: readonly number[] | null;
}

const termOf = (text: string): Term => ({
  text,
  bits: /^[a-z]+$/.test(text) ? [...text].map((letter) => initialsOf(letter.charCodeAt(0))) : null,
});

/** A name, as it is compared, and where it stands. */
interface Entry {
  readonly kind: SymbolKind;
  readonly folded: string;
  /** The name that it stands under: an article's column, the headline of all else. */
  readonly around: string;
  /** Index into `Digest.articles`, and there into the names of its kind. */
  readonly article: number;
  readonly nth: number;
}

interface Hit {
  readonly entry: Entry;
  readonly digest: Digest;
  readonly date: string | null;
  readonly rank: number;
}

/** A file and the latest date that it prints. */
type Dated = Pick<Hit, 'digest' | 'date'>;

/** The files by the rank that none of their hits can pass, the highest first; of one rank as hits are put in order. */
function byCeiling(issue: Issue, terms: readonly Term[]): [rank: number, files: readonly Dated[]][] {
  const ceiling = ({ digest: { names } }: Dated): number =>
    terms.reduce((sum, { text }) => sum + (names.includes(text) ? 8 : 4) + wholeOf(text, text), 0) || 1;
  return [...grouped(latestFirst(issue), ceiling)].sort(([a], [b]) => b - a);
}

const orders = new WeakMap<Issue, readonly Dated[]>();

/** The files of an issue, the latest first; those of one date by name. */
function latestFirst(issue: Issue): readonly Dated[] {
  const known = orders.get(issue);
  if (known) return known;
  const dated = Array.from(issue.digests(), (digest): Dated => ({ digest, date: latestOf(digest) }));
  const days = [...grouped(dated, ({ date }) => date)].sort(([a], [b]) => order(b ?? '', a ?? ''));
  const files = days.flatMap(([, files]) => files.sort((a, b) => order(a.digest.file, b.digest.file)));
  orders.set(issue, files);
  return files;
}

const latestOf = ({ pages }: Digest): string | null =>
  pages.reduce<string | null>((latest, { date }) => ((date ?? '') > (latest ?? '') ? date : latest), null);

/** Most files, and most articles of the others, are put aside without taking their names apart. */
function hitsIn(digest: Digest, terms: readonly Term[]): Hit[] {
  const holds = (names: string): boolean =>
    terms.every(({ text, bits }) => names.includes(text) || (bits !== null && initialsAt(names, bits) >= 0));
  if (!holds(digest.names)) return [];
  const hits: Hit[] = [];
  for (const [article, record] of records(digest.names).entries()) {
    if (!holds(record)) continue;
    const names = namesIn(record);
    for (const entry of entriesOf(names, article)) {
      const rank = rankOf(entry, terms);
      if (rank > 0) hits.push({ entry, digest, date: dateOf(digest, names), rank });
    }
  }
  return hits;
}

function entriesOf({ headline, column, people, sections }: ArticleNames, article: number): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: SymbolKind, folded: string, around: string, nth: number) =>
    entries.push({ kind, folded, around, article, nth });
  if (headline) add('article', headline, column, 0);
  for (let i = 0; i < people.length; i++) add('person', people[i], headline, i);
  for (let i = 0; i < sections.length; i++) add('section', sections[i], headline, i);
  if (column) add('column', column, headline, 0);
  return entries;
}

const dateOf = ({ pages }: Digest, { page }: ArticleNames): string | null =>
  pages[page]?.date ?? pages.find(({ date }) => date)?.date ?? null;

/** 0 where a term is missing. The first term counts most: it is what the name is looked up by. */
function rankOf(entry: Entry, terms: readonly Term[]): number {
  if (terms.length === 0) return entry.kind === 'article' ? 1 : 0;
  let rank = 0;
  for (const term of terms) {
    const own = nameRank(entry, term);
    if (own === 0 && !entry.around.includes(term.text)) return 0;
    rank += own;
  }
  return rank;
}

/** A single character is everybody's beginning and nobody's name. */
const wholeOf = (name: string, text: string): number => (text.length === name.length && text.length > 1 ? 1 : 0);

/** The whole name before its beginning, that before its middle, letters as they stand before initials. */
function nameRank({ folded }: Entry, { text, bits }: Term): number {
  const whole = wholeOf(folded, text);
  const at = folded.indexOf(text);
  if (at >= 0) return at > 0 ? 6 : 8 + whole;
  const initial = bits ? initialsAt(folded, bits) : -1;
  return initial < 0 ? 0 : initial > 0 ? 2 : 4 + whole;
}

/** Where in a text characters follow one another whose initials are these letters, or -1. */
function initialsAt(text: string, bits: readonly number[]): number {
  const initials = spelling();
  const last = text.length - bits.length;
  search: for (let at = 0; at <= last; at++) {
    for (let i = 0; i < bits.length; i++) if ((initials[text.charCodeAt(at + i)] & bits[i]) === 0) continue search;
    return at;
  }
  return -1;
}

function symbolOf(issue: Issue, { digest, entry, date }: Hit, terms: readonly Term[]): Symbol[] {
  const { kind, article, nth } = entry;
  const location = articleLocation(issue, { file: digest.file, article });
  const found = digest.articles[article];
  if (!location || !found) return [];
  const { headline, column } = found;
  const own = { article: headline, person: found.people[nth], section: found.sections[nth], column }[kind] ?? '';
  const name = [own, ...terms.flatMap((term) => spelt(entry, term))].join(' ');
  return [{ kind, name, container: kind === 'article' ? column : headline, date, location }];
}

/** The name's initials, where only they hold the term; in its own reading, as 重 may have been meant as c or z. */
function spelt({ folded }: Entry, { text, bits }: Term): string[] {
  const at = bits && !folded.includes(text) ? initialsAt(folded, bits) : -1;
  if (at < 0) return [];
  const letters = [...folded].map(initialOf);
  return [[...letters.slice(0, at), text, ...letters.slice(at + text.length)].join('')];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

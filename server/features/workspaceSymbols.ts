import type { Digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { initialOf, initialsOf } from './initials';
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
  for (const digest of issue.digests())
    for (const entry of entriesOf(digest)) {
      const hit = { entry, digest, rank: rankOf(entry, terms) };
      if (hit.rank === 0 || (last && better(last, hit) < 0)) continue;
      best.push(hit);
      if (best.length < 2 * limit) continue;
      // One letter finds tens of thousands: sorting them all would take longer than finding them.
      best = best.sort(better).slice(0, limit);
      last = best[limit - 1];
    }
  return best
    .sort(better)
    .slice(0, limit)
    .flatMap((hit) => symbolOf(issue, hit, terms));
}

const better = (a: Hit, b: Hit): number =>
  b.rank - a.rank || order(b.entry.date ?? '', a.entry.date ?? '') || order(a.digest.file, b.digest.file);

/** A word of the query; `bits` are its letters as `initialsOf` gives them, or null where it has others than letters. */
interface Term {
  readonly text: string;
  readonly bits: readonly number[] | null;
}

const termOf = (text: string): Term => ({
  text,
  bits: /^[a-z]+$/.test(text) ? [...text].map((letter) => initialsOf(letter.charCodeAt(0))) : null,
});

interface Hit {
  readonly entry: Entry;
  readonly digest: Digest;
  readonly rank: number;
}

interface Entry {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly container: string | null;
  readonly date: string | null;
  readonly article: number;
  /** For comparing: the name and its container, folded. */
  readonly folded: string;
  readonly around: string;
  /** Per character of `folded` its initials, made when letters are first asked for. */
  initials?: Int32Array;
}

const known = new WeakMap<Digest, readonly Entry[]>();

/** What a digest has to offer; worked out once, as digests never change. */
function entriesOf(digest: Digest): readonly Entry[] {
  let entries = known.get(digest);
  if (!entries) {
    entries = [...listed(digest)];
    known.set(digest, entries);
  }
  return entries;
}

function* listed({ articles, pages }: Digest): Generator<Entry> {
  const firstDate = pages.find((page) => page.date)?.date ?? null;
  for (const [article, { headline, column, people, sections, page }] of articles.entries()) {
    const date = pages[page]?.date ?? firstDate;
    const around = fold(headline ?? '');
    const within = { container: headline, around, date, article };
    if (headline)
      yield {
        kind: 'article',
        name: headline,
        folded: around,
        container: column,
        around: fold(column ?? ''),
        date,
        article,
      };
    for (const name of people) yield { kind: 'person', name, folded: fold(name), ...within };
    for (const name of sections) yield { kind: 'section', name, folded: fold(name), ...within };
    if (column) yield { kind: 'column', name: column, folded: fold(column), ...within };
  }
}

const fold = (name: string): string => name.normalize('NFKC').toLowerCase();

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

/** The whole name before its beginning, that before its middle, letters as they stand before initials. */
function nameRank(entry: Entry, { text, bits }: Term): number {
  const whole = text.length === entry.folded.length ? 1 : 0;
  const at = entry.folded.indexOf(text);
  if (at >= 0) return at > 0 ? 6 : 8 + whole;
  const initial = bits ? initialsAt(entry, bits) : -1;
  return initial < 0 ? 0 : initial > 0 ? 2 : 4 + whole;
}

function spelling(name: string): Int32Array {
  const initials = new Int32Array(name.length);
  for (let i = 0; i < name.length; i++) initials[i] = initialsOf(name.charCodeAt(i));
  return initials;
}

/** Where in the name characters follow one another whose initials are these letters, or -1. */
function initialsAt(entry: Entry, bits: readonly number[]): number {
  entry.initials ??= spelling(entry.folded);
  const { initials } = entry;
  search: for (let at = 0; at + bits.length <= initials.length; at++) {
    for (let i = 0; i < bits.length; i++) if ((initials[at + i] & bits[i]) === 0) continue search;
    return at;
  }
  return -1;
}

function symbolOf(issue: Issue, { entry, digest }: Hit, terms: readonly Term[]): Symbol[] {
  const location = articleLocation(issue, { file: digest.file, article: entry.article });
  const { kind, container, date } = entry;
  const name = [entry.name, ...terms.flatMap((term) => spelt(entry, term))].join(' ');
  return location ? [{ kind, name, container, date, location }] : [];
}

/** The name's initials, where only they hold the term; in its own reading, as 重 may have been meant as c or z. */
function spelt(entry: Entry, { text, bits }: Term): string[] {
  const at = bits && !entry.folded.includes(text) ? initialsAt(entry, bits) : -1;
  if (at < 0) return [];
  const letters = [...entry.folded].map(initialOf);
  return [[...letters.slice(0, at), text, ...letters.slice(at + text.length)].join('')];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

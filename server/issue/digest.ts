import type { Article, Continuation, Sheet } from '../parse/sheet';
import { type Range, rangeOf } from '../text/range';
import { countWhile } from '../text/search';
import { edges } from './edges';
import { equal } from './equal';
import { namesOf } from './names';
import { type Prints, printsOf } from './prints';
import { type Signature, signature } from './signature';

/**
 * What other files may know of a file. While an edit leaves it equal, nothing outside the file is recomputed.
 * Plain data, fit for JSON; its size is bounded by the constants below, `complete` says whether they cut it short.
 */
export interface Digest {
  readonly file: string;
  readonly pages: readonly DigestPage[];
  /** What stands before the first folio: all, where there is none. */
  readonly before: Tally;
  readonly articles: readonly DigestArticle[];
  /** The names in `articles`, as `names.ts` writes them: searched without looking at the articles. */
  readonly names: string;
  /** Those of `Sheet.continuations`, in the same order: one index serves for both. */
  readonly continuations: readonly DigestContinuation[];
  /** Its longer paragraphs, to be recognised where another page prints them too. */
  readonly prints: Prints;
  readonly complete: boolean;
}

/** How much a page holds. */
export interface Tally {
  readonly articles: number;
  readonly characters: number;
}

export interface DigestPage extends Tally {
  readonly label: string;
  readonly name: string | null;
  readonly date: string | null;
  readonly paper: string | null;
  readonly line: number;
}

export interface DigestArticle {
  readonly id: string;
  /** Index into `Digest.pages`, or -1 before the first folio. */
  readonly page: number;
  readonly headline: string | null;
  readonly column: string | null;
  /** The names in its bylines, each once. */
  readonly people: readonly string[];
  readonly sections: readonly string[];
  readonly characters: number;
  readonly signature: Signature;
  /** The first words of its running text where it prints no 上接; its last ones where it breaks off and prints no 下转; else empty. */
  readonly opening: string;
  readonly ending: string;
  /** The article's first and last line. */
  readonly line: number;
  readonly endLine: number;
  /** The main headline, or the first line where there is none. */
  readonly place: Range;
}

export interface DigestContinuation {
  readonly direction: 'to' | 'from';
  readonly page: string;
  readonly mark: string;
  readonly title: string | null;
  /** Indices into `Digest.articles`, and into `Digest.pages` (-1 before the first folio). */
  readonly article: number;
  readonly on: number;
  /** The text at the jump: the last words before a `to`, the first after a `from`; paragraphs end with a `\n`. */
  readonly context: string;
  /** The reference itself. */
  readonly place: Range;
}

const MAX_PAGES = 5_000;
const MAX_ARTICLES = 20_000;
const MAX_CONTINUATIONS = 5_000;
const MAX_PEOPLE = 40;
const MAX_SECTIONS = 40;
const MAX_TITLE = 80;
const CONTEXT = 48;
/** Of one article no more is read for its signature; an article is longer only where structure was lost. */
const SIGNED = 20_000;
/** A signature's length where a reference stands in the article, and where the article only may be suggested for one. */
const JOINED = 512;
const ALONE = 96;

const made = new WeakMap<Sheet, Digest>();

/**
 * The digest of a file's sheet. `file` is the name by which the issue knows it: its URI or path. `earlier`: the sheet of a
 * text that this one came of by edits, whose digest was made; it changes nothing but how long this takes.
 */
export function digest(file: string, sheet: Sheet, earlier?: Sheet): Digest {
  const known = made.get(sheet);
  if (known?.file === file) return known;
  const result = compute(file, sheet, earlier);
  made.set(sheet, result);
  return result;
}

function compute(file: string, sheet: Sheet, earlier: Sheet | undefined): Digest {
  const printed = sheet.pages.slice(0, MAX_PAGES);
  const lines = printed.map((page) => page.lines.first);
  const signed = signing(sheet, earlier);
  const articles = sheet.articles
    .slice(0, MAX_ARTICLES)
    .map((article, i) => articleOf(sheet, article, lines, signed(article, i)));
  const tallies = talliesOf(articles, printed.length);
  return {
    file,
    pages: printed.map(({ label, name, date, paper, line }, i) => ({
      label,
      name: cut(name),
      date,
      paper: cut(paper),
      line,
      ...tallies[i + 1],
    })),
    before: tallies[0],
    articles,
    names: namesOf(articles),
    continuations: sheet.continuations
      .slice(0, MAX_CONTINUATIONS)
      .filter((reference) => reference.article < MAX_ARTICLES)
      .map((reference) => continuationOf(sheet, reference, lines)),
    prints: printsOf(sheet),
    complete:
      sheet.pages.length <= MAX_PAGES &&
      sheet.articles.length <= MAX_ARTICLES &&
      sheet.continuations.length <= MAX_CONTINUATIONS,
  };
}

/** What stands before the first folio, then what stands on each page. */
function talliesOf(articles: readonly DigestArticle[], pages: number): Tally[] {
  const tallies = Array.from({ length: pages + 1 }, () => ({ articles: 0, characters: 0 }));
  for (const { page, characters } of articles) {
    tallies[page + 1].articles++;
    tallies[page + 1].characters += characters;
  }
  return tallies;
}

/** The signature of each article; of one that stands in the earlier text too, as many from the start or the end, it is taken over. */
function signing(sheet: Sheet, earlier: Sheet | undefined): (article: Article, index: number) => Signature {
  const known = earlier && made.get(earlier);
  const shift = earlier ? earlier.articles.length - sheet.articles.length : 0;
  return (article, index) => {
    const words = signedWords(sheet, article);
    const limit = limitOf(article);
    for (const i of known ? [index, index + shift] : []) {
      const other = earlier?.articles[i];
      if (known?.articles[i] && other && limitOf(other) === limit && signedWords(earlier, other) === words)
        return known.articles[i].signature;
    }
    return signature(words, limit);
  };
}

const limitOf = ({ continuations }: Article): number => (continuations.length > 0 ? JOINED : ALONE);

const signedWords = ({ text }: Sheet, { span }: Article): string =>
  text.slice(span.from, Math.min(span.to, span.from + SIGNED));

function articleOf(sheet: Sheet, article: Article, pages: readonly number[], signature: Signature): DigestArticle {
  const { text } = sheet;
  const { id, lines, headline, column, characters } = article;
  const main = article.head.find((line) => line.role === 'headline') ?? article.head[0];
  const first = { from: text.lineStart(lines.first), to: text.lineEnd(lines.first) };
  return {
    id,
    page: lastAtMost(pages, lines.first),
    headline: cut(headline),
    column: cut(column),
    people: once(article.bylines.flatMap((byline) => byline.people.map((person) => person.name))).slice(0, MAX_PEOPLE),
    sections: once(article.sections.map((section) => section.label)).slice(0, MAX_SECTIONS),
    characters,
    signature,
    ...edges(sheet, article),
    line: lines.first,
    endLine: lines.last,
    place: rangeOf(text, main?.span ?? first),
  };
}

function continuationOf(
  { text, articles }: Sheet,
  reference: Continuation,
  pages: readonly number[],
): DigestContinuation {
  const { direction, page, mark, title, article, span } = reference;
  const whole = articles[article]?.span ?? { from: 0, to: text.length };
  const beside =
    direction === 'to'
      ? text.slice(Math.max(whole.from, span.from - 2 * CONTEXT), span.from)
      : text.slice(span.to, Math.min(whole.to, span.to + 2 * CONTEXT));
  return {
    direction,
    page,
    mark,
    title: cut(title),
    article,
    on: lastAtMost(pages, reference.line),
    context: direction === 'to' ? tidy(beside).slice(-CONTEXT) : tidy(beside).slice(0, CONTEXT),
    place: rangeOf(text, span),
  };
}

/**
 * Whether two digests say the same to other files: all that a link or a list depends on, wherever it stands. A signature
 * counts only where a reference stands in its article: of the others it serves suggestions made when asked, and typing in
 * a body would change it with every key. So it would prints and edges: of prints it counts how many there are.
 */
export function sameDigest(a: Digest, b: Digest): boolean {
  const joined = new Set(a.continuations.map((reference) => reference.article));
  return (
    a.prints.length === b.prints.length &&
    equal(plain(a), plain(b), PLACES) &&
    [...joined].every((i) => a.articles[i].signature === b.articles[i].signature)
  );
}

/** Whether two digests lead to the same links: where their articles stand does not matter, nor what only rules look at. */
export const sameLinks = (a: Digest, b: Digest): boolean => a === b || equal(plain(a), plain(b), UNLINKED);

/** Whether two digests are the same in everything. */
export const sameValue = (a: Digest, b: Digest): boolean => a === b || equal(plain(a), plain(b));

/** Names say nothing that articles do not. */
const plain = ({ file, pages, articles, continuations, prints, complete }: Digest) => ({
  file,
  pages,
  articles,
  continuations,
  prints,
  complete,
});

const UNLINKED: ReadonlySet<string> = new Set([
  'line',
  'endLine',
  'place',
  'characters',
  'opening',
  'ending',
  'prints',
]);
const PLACES: ReadonlySet<string> = new Set([...UNLINKED, 'signature']);

const once = (names: readonly string[]): string[] => [...new Set(names.map((name) => cut(name) ?? ''))].filter(Boolean);

const cut = (title: string | null): string | null => title?.slice(0, MAX_TITLE) ?? null;

/** Line ends count, other blanks do not. */
const tidy = (text: string): string => text.replace(/\s*[\r\n]\s*/g, '\n').replace(/[^\S\n]+/g, '');

/** The last index whose value is at most `wanted`, or -1; values rise. */
const lastAtMost = (values: readonly number[], wanted: number): number =>
  countWhile(values.length, (i) => values[i] <= wanted) - 1;

import type { Article, Sheet } from '../parse/sheet';
import { errorRate } from '../rules/error-rate';
import type { Problem } from '../rules/rule';
import { countWhile } from '../text/search';
import { contains, type Lines, type Span } from '../text/span';
import { type Message, message, type Words } from '../text/words';
import type { StoryTitles } from './location';
import { type Outlined, outlinedArticle } from './outline';

/** A page as an overview of its issue shows it. */
export interface PageOverview {
  readonly lines: Lines;
  /** Those of its articles. */
  readonly characters: number;
  /** Hints left out, as in VS Code's list of problems. */
  readonly problems: number;
  /** Weighed errors for each 10,000 characters: see `rules/error-rate.ts`. */
  readonly errorRate: number;
  readonly articles: readonly ArticleOverview[];
}

export interface ArticleOverview {
  readonly id: string;
  /** Index into `Sheet.articles`. */
  readonly index: number;
  readonly name: Message;
  readonly titled: boolean;
  readonly people: readonly string[];
  readonly lines: Lines;
  readonly characters: number;
  readonly errorRate: number;
  readonly problems: readonly { readonly span: Span; readonly severity: Problem['severity'] }[];
  /** Its sections, subheads and captions, in the order of the text. */
  readonly parts: readonly { readonly kind: PartKind; readonly name: Message; readonly line: number }[];
}

export type PartKind = 'section' | 'subhead' | 'caption';

/** What an overview is narrowed to: articles with these words in their head or bylines, with these problems. */
export interface Filter {
  readonly words?: string;
  readonly withProblems?: boolean;
}

/**
 * A page of a file: an index into `Sheet.pages`, or -1 for what stands before the first folio (all, where there is none). `titles`
 * gives the headlines of continued stories.
 */
export function pageOverview(
  sheet: Sheet,
  page: number,
  problems: readonly Problem[],
  filter: Filter = {},
  titles: StoryTitles = () => null,
): PageOverview {
  const lines = linesOf(sheet, page);
  const span = pageSpan(sheet, page);
  const listed = problems.filter(({ severity, span: { from } }) => severity !== 'hint' && contains(span, from));
  const { articles } = sheet;
  const before = (line: number): number => countWhile(articles.length, (i) => articles[i].lines.first < line);
  const first = before(lines.first);
  const own = articles.slice(first, before(lines.last + 1)).map((article, i) => ({ article, index: first + i }));
  return {
    lines,
    characters: own.reduce((sum, { article }) => sum + article.characters, 0),
    problems: listed.length,
    errorRate: errorRate(sheet, listed, span).rate,
    articles: own
      .map(({ article, index }) => articleOverview(sheet, index, listed, article.headline ? null : titles(index)))
      .filter((article) => fits(sheet.articles[article.index], article, filter)),
  };
}

function articleOverview(
  sheet: Sheet,
  index: number,
  problems: readonly Problem[],
  story: string | null,
): ArticleOverview {
  const { text } = sheet;
  const article = sheet.articles[index];
  const { id, lines, characters, headline, bylines, captions } = article;
  const own = spanOf(sheet, lines);
  const mine = problems.filter(({ span }) => contains(own, span.from));
  const outlined = outlinedArticle(text, article, lines.last, story);
  const marks = flat(outlined.children).map(({ kind, name, selection }) => ({
    kind: kind as PartKind,
    name,
    line: text.lineAt(selection.from),
  }));
  const pictures = captions.map(({ line }) => ({
    kind: 'caption' as const,
    name: message(AS_PRINTED, opening(text.line(line))),
    line,
  }));
  return {
    id,
    index,
    name: outlined.name,
    titled: headline !== null,
    people: [...new Set(bylines.flatMap(({ people }) => people.map(({ name }) => name)))],
    lines,
    characters,
    errorRate: errorRate(sheet, mine, own).rate,
    problems: mine.map(({ span, severity }) => ({ span, severity })),
    parts: [...marks, ...pictures].sort((a, b) => a.line - b.line),
  };
}

function fits(article: Article, { name, problems }: ArticleOverview, { words, withProblems }: Filter): boolean {
  if (withProblems && problems.length === 0) return false;
  const { head, column, bylines, sections } = article;
  return holds(words, [
    ...name.args.map(String),
    ...head.map(({ text }) => text),
    column ?? '',
    ...bylines.flatMap(({ outlet, people }) => [outlet ?? '', ...people.map(({ name }) => name)]),
    ...sections.map(({ label }) => label),
  ]);
}

/** Whether each of the words (divided by blanks) stands in one of the texts; the width and case of letters do not matter. */
export function holds(words: string | undefined, texts: readonly string[]): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
  const among = texts.map(plain);
  return plain(words ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => among.some((text) => text.includes(word)));
}

function linesOf({ text, pages }: Sheet, page: number): Lines {
  const next = pages[page + 1]?.lines.first ?? text.lineCount;
  return { first: pages[page]?.lines.first ?? 0, last: Math.max(0, next - 1) };
}

/** What belongs to a page, named as for `pageOverview`. */
export const pageSpan = (sheet: Sheet, page: number): Span => spanOf(sheet, linesOf(sheet, page));

const spanOf = ({ text }: Sheet, { first, last }: Lines): Span => ({
  from: text.lineStart(first),
  to: text.lineStart(last + 1),
});

const flat = (nodes: readonly Outlined[]): Outlined[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

const OPENING = 24;
const opening = (line: string): string =>
  line.trim().length > OPENING ? `${line.trim().slice(0, OPENING)}…` : line.trim();

const AS_PRINTED: Words = { en: '{0}', zh: '{0}' };

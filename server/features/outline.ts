import type { Article, Mark, Page, Sheet } from '../parse/sheet';
import type { Lines, Span } from '../text/span';
import type { Text } from '../text/text';
import { type Message, message, type Words } from '../text/words';
import type { StoryTitles } from './location';

export type OutlineKind = 'page' | 'article' | 'section' | 'subhead';

/** A part of the text as an outline shows it. Children lie inside `span`, in the order of the text. */
export interface Outlined {
  readonly kind: OutlineKind;
  readonly name: Message;
  /** What stands beside the name, in order; often nothing. */
  readonly detail: readonly Message[];
  /** Whole lines, without the last one's line end and without blank lines at the end. */
  readonly span: Span;
  /** The heading's own characters, inside `span`. */
  readonly selection: Span;
  readonly children: readonly Outlined[];
}

const NO_TITLES: StoryTitles = () => null;

/** Page › article › section and subhead; articles before the first folio stand beside the pages. */
export function outline(sheet: Sheet, titles = NO_TITLES): Outlined[] {
  const { text, pages, articles } = sheet;
  const first = pages.length > 0 ? pages[0].lines.first : Number.POSITIVE_INFINITY;
  const within = (from: number, last: number): Outlined[] =>
    articles.flatMap((article, i) =>
      article.lines.first >= from && article.lines.first <= last
        ? [outlinedArticle(text, article, last, article.headline ? null : titles(i))]
        : [],
    );
  const roots = within(0, first - 1);
  for (const [i, page] of pages.entries()) {
    const end = i + 1 < pages.length ? pages[i + 1].lines.first - 1 : text.lineCount - 1;
    roots.push(outlinedPage(text, page, end, within(page.lines.first, end)));
  }
  return roots;
}

function outlinedPage(text: Text, page: Page, end: number, children: readonly Outlined[]): Outlined {
  const detail = [page.paper, page.date]
    .filter((part) => part !== null && part !== '')
    .map((part) => asPrinted(part as string));
  const name =
    page.label === ''
      ? asPrinted(text.slice(page.span.from, page.span.to).trim())
      : message(page.name ? NAMED_PAGE : PAGE, page.label, page.name ?? '');
  return {
    kind: 'page',
    name,
    detail,
    span: wholeLines(text, { first: page.lines.first, last: end }),
    selection: page.span,
    children,
  };
}

/** `story` is the headline of the story that an article without one continues. */
export function outlinedArticle(text: Text, article: Article, lastLine: number, story: string | null = null): Outlined {
  const lines = { first: article.lines.first, last: Math.min(article.lines.last, lastLine) };
  const span = wholeLines(text, lines);
  const headline = article.head.find(({ role }) => role === 'headline') ?? article.head[0];
  const selection = headline?.span ?? { from: span.from, to: text.lineEnd(lines.first) };
  return {
    kind: 'article',
    name: nameOf(article, story) ?? message(UNTITLED, opening(text, selection)),
    detail: [...byline(article), message(LENGTH, article.characters)],
    span,
    selection,
    children: parts(text, article, lines),
  };
}

/** Of an article that continues another one's story its headline, found on the other page or repeated here at the reference. */
function nameOf({ headline, continuations }: Article, story: string | null): Message | null {
  if (headline) return asPrinted(headline);
  const title = story ?? continuations.find(({ direction }) => direction === 'from')?.title;
  return title ? message(CONTINUED, title) : null;
}

/** Sections hold subheads or subheads hold sections: whichever kind comes first in the article is the outer one. */
function parts(text: Text, article: Article, lines: Lines): Outlined[] {
  const marks = [
    ...article.sections.map((mark) => ({ mark, kind: 'section' as const })),
    ...article.subheads.map((mark) => ({ mark, kind: 'subhead' as const })),
  ].sort((a, b) => a.mark.span.from - b.mark.span.from);
  const outer = marks[0]?.kind;
  return nest(marks, lines.last);

  function nest(among: typeof marks, last: number): Outlined[] {
    const level = among.some(({ kind }) => kind === outer) ? outer : among[0]?.kind;
    const heads = among.filter(({ kind }) => kind === level);
    return heads.map(({ mark, kind }, i) => {
      const next = heads[i + 1]?.mark;
      const inside = among.filter(
        (m) => m.kind !== level && m.mark.span.from > mark.span.from && (!next || m.mark.span.from < next.span.from),
      );
      // Two markers can stand on one line; the part of the first then ends there.
      const end = next ? Math.max(mark.line, next.line - 1) : last;
      return part(text, kind, mark, end, nest(inside, end));
    });
  }
}

function part(text: Text, kind: 'section' | 'subhead', mark: Mark, last: number, children: Outlined[]): Outlined {
  const span = wholeLines(text, { first: mark.line, last });
  return {
    kind,
    name: asPrinted(mark.label.trim() || text.line(mark.line).trim()),
    detail: [],
    span,
    selection: mark.span,
    children,
  };
}

/** `记者 甲、乙` as printed in the article's bylines, each person once; the outlet where nobody is named. */
function byline({ bylines }: Article): Message[] {
  const names = new Set(bylines.flatMap(({ people }) => people.map(({ name }) => name)));
  const outlet = bylines.find((line) => line.outlet)?.outlet;
  if (names.size > 0) return [asPrinted([...names].join('、'))];
  return outlet ? [asPrinted(outlet)] : [];
}

/** Whole lines up to the last that is not blank. */
function wholeLines(text: Text, { first, last }: Lines): Span {
  return { from: text.lineStart(first), to: text.lineEnd(lastWritten(text, { first, last })) };
}

/** The last line that is not blank, or the first. */
export function lastWritten(text: Text, { first, last }: Lines): number {
  let line = last;
  while (line > first && text.line(line).trim() === '') line--;
  return line;
}

const OPENING = 20;
function opening(text: Text, { from, to }: Span): string {
  const words = text.slice(from, to).trim();
  return words.length > OPENING ? `${words.slice(0, OPENING)}…` : words;
}

const asPrinted = (words: string): Message => message(AS_PRINTED, words);
const AS_PRINTED: Words = { en: '{0}', zh: '{0}' };
const PAGE: Words = { en: 'Page {0}', zh: '{0}版' };
const NAMED_PAGE: Words = { en: 'Page {0} {1}', zh: '{0}版 {1}' };
const UNTITLED: Words = { en: '(no headline) {0}', zh: '（无标题）{0}' };
const CONTINUED: Words = { en: '{0} (continued)', zh: '{0}（续）' };
const LENGTH: Words = { en: '{0} {0|character|characters}', zh: '{0}字' };

import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import type { Article, Person, Sheet } from '../parse/sheet';

/** An article in the two forms that reference managers and authors of papers ask for. */
export interface Citation {
  /** GB/T 7714—2015, newspaper article: `安然, 贺勇. 题名[N]. 报纸名, 2025-06-18(2).` What is not known is left out. */
  readonly gbt7714: string;
  /** One item of CSL-JSON 1.0.2. */
  readonly csl: CslItem;
}

export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly [readonly [number, number, number]] };
  readonly page?: string;
  readonly section?: string;
  readonly language: 'zh-CN';
}

/** The citation of an article (index into `Sheet.articles`), its paper and date taken from the whole edition. */
export function citation(issue: Issue, file: string, sheet: Sheet, article: number): Citation | null {
  const found = sheet.articles[article];
  if (!found) return null;
  const known = issue.with(digest(file, sheet));
  const index = sheet.pages.findLastIndex((page) => page.line <= found.lines.first);
  const edition = known.edition(file, index);
  const source: Source = {
    title: title(found),
    authors: authors(found),
    paper: edition?.leaves.find((leaf) => leaf.masthead)?.masthead ?? null,
    date: edition?.date ?? null,
    page:
      sheet.pages[index]?.label ||
      (edition?.leaves.find((leaf) => leaf.file === file && leaf.page === index)?.label ?? ''),
    section: sheet.pages[index]?.name ?? null,
  };
  return { gbt7714: gbt7714(source), csl: csl(found.id, source) };
}

interface Source {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly paper: string | null;
  readonly date: string | null;
  readonly page: string;
  readonly section: string | null;
}

/** The headline, and after a colon the deck, which GB/T 7714 calls other title information (8.2). */
const title = ({ headline, deck }: Article): string | null =>
  headline && deck ? `${headline}：${deck.replace(/^[—―－-]+\s*/, '')}` : headline;

/** Those who wrote: photographers, editors and designers of the page are no authors. */
const authors = ({ bylines }: Article): string[] => [
  ...new Set(bylines.flatMap(({ people }) => people.filter(writes).map(({ name }) => name))),
];

const writes = ({ role }: Person): boolean =>
  !role || !/摄|攝|图|圖|编辑|編輯|校对|校對|版式|设计|設計|责编|責編/.test(role);

/** GB/T 7714—2015, 4.4: parts of serials. Up to three authors, then 等 (8.1.2); date and page as 8.8 prints them. */
function gbt7714({ title, authors, paper, date, page }: Source): string {
  const names = authors.length > 3 ? `${authors.slice(0, 3).join(', ')}, 等` : authors.join(', ');
  const issued = `${date ?? ''}${page ? `(${page})` : ''}`;
  const parts = [names, `${title ?? '[无题名]'}[N]`, [paper, issued].filter(Boolean).join(', ')];
  return `${parts.filter(Boolean).join('. ')}.`;
}

function csl(id: string, { title, authors, paper, date, page, section }: Source): CslItem {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return {
    id,
    type: 'article-newspaper',
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(paper && { 'container-title': paper }),
    ...(date && { issued: { 'date-parts': [[year, month, day]] as const } }),
    ...(page && { page }),
    ...(section && { section }),
    language: 'zh-CN',
  };
}

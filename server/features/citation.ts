import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { story } from '../issue/story';
import { pageIndexAt } from '../parse/places';
import type { Article, Person, Sheet } from '../parse/sheet';
import { storyTitle } from './location';

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

/**
 * The citation of an article (index into `Sheet.articles`), its paper and date taken from the whole edition; of a part of a story
 * that runs over pages that of the story, with all its pages. `sheetOf` gives the sheets of the other parts' files, or undefined
 * where one cannot be read.
 */
export function citation(
  issue: Issue,
  file: string,
  sheet: Sheet,
  article: number,
  sheetOf: (file: string) => Sheet | undefined = () => undefined,
): Citation | null {
  const found = sheet.articles[article];
  if (!found) return null;
  const known = issue.with(digest(file, sheet));
  const parts = story(known, { file, article }).flatMap((part) => {
    const own = part.file === file ? sheet : sheetOf(part.file);
    const printed = own?.articles[part.article];
    return own && printed ? [{ article: printed, ...pageOf(known, part.file, own, printed) }] : [];
  });
  const edition = known.edition(file, pageIndexAt(sheet, found.lines.first));
  const source: Source = {
    title: parts.map((part) => title(part.article)).find(Boolean) ?? storyTitle(known, { file, article }),
    authors: [...new Set(parts.flatMap((part) => authors(part.article)))],
    paper: edition?.leaves.find((leaf) => leaf.masthead)?.masthead ?? null,
    date: edition?.date ?? null,
    page: [...new Set(parts.map(({ page }) => page))].filter(Boolean).join(', '),
    section: parts[0]?.section ?? null,
  };
  return { gbt7714: gbt7714(source), csl: csl(found.id, source) };
}

/** The page that an article stands on, as printed or else as its file's name tells, and that page's name. */
function pageOf(issue: Issue, file: string, sheet: Sheet, article: Article): { page: string; section: string | null } {
  const index = pageIndexAt(sheet, article.lines.first);
  const leaf = issue.edition(file, index)?.leaves.find((each) => each.file === file && each.page === index);
  return { page: sheet.pages[index]?.label || (leaf?.label ?? ''), section: sheet.pages[index]?.name ?? null };
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
const authors = ({ bylines }: Article): string[] =>
  bylines.flatMap(({ people }) => people.filter(writes).map(({ name }) => name));

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

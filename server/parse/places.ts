import type { Page, Sheet } from './sheet';

/** The index in `Sheet.pages` of the page that a line (0-based) stands on, or -1 above the first folio. */
export const pageIndexAt = ({ pages }: Pick<Sheet, 'pages'>, line: number): number =>
  pages.findLastIndex((page) => page.line <= line);

/** That page itself. */
export const pageAt = (sheet: Pick<Sheet, 'pages'>, line: number): Page | undefined =>
  sheet.pages[pageIndexAt(sheet, line)];

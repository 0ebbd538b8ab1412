import type { Article, Sheet } from '../parse/sheet';
import { lastWritten, type Outlined, outline } from './outline';

/** Lines (0-based) `first` + 1 to `last` can be hidden; `first` stays visible. `depth` is 0 for the outermost. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly depth: number;
}

/**
 * A fold for each part of the outline that has something to hide. Of an article everything up to its main headline stays
 * visible, so that a folded page reads as its table of contents. In the order of the text, outer before inner.
 */
export function folding(sheet: Sheet): Fold[] {
  const starts = new Map(sheet.articles.map((article) => [article.span.from, headEnd(article)]));
  return outline(sheet).flatMap((node) => folds(sheet, starts, node, 0));
}

function folds(sheet: Sheet, starts: ReadonlyMap<number, number>, node: Outlined, depth: number): Fold[] {
  const { text } = sheet;
  const opening = node.kind === 'article' ? starts.get(node.span.from) : undefined;
  const first = opening ?? text.lineAt(node.span.from);
  const last = lastWritten(text, { first, last: text.lineAt(node.span.to) });
  const inner = node.children.flatMap((child) => folds(sheet, starts, child, depth + 1));
  return last > first ? [{ first, last, depth }, ...inner] : inner;
}

const headEnd = ({ head, lines }: Article): number =>
  head.findLast(({ role }) => role === 'headline')?.line ?? lines.first;

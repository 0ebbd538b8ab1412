import { pageIndexAt } from '../parse/places';
import type { Sheet } from '../parse/sheet';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/span';
import { articleAt } from './location';
import type { Direction } from './moving';
import { lastWritten } from './outline';

/** An article changing places with its neighbour. */
export interface MovedArticle {
  /** They take the neighbour from one side of the article to the other: the article's own characters stay untouched. */
  readonly edits: readonly Edit[];
  /** By how many lines the article's own characters come to stand lower (or, negative, higher). */
  readonly lines: number;
}

/**
 * Moves the article at an offset past the next or previous one of its page. Every character is kept: the two articles change
 * places and the blank lines between them stay. Null where there is no article at `at`, or none to change places with.
 */
export function movedArticle(sheet: Sheet, at: number, direction: Direction): MovedArticle | null {
  const { text, articles } = sheet;
  const own = articleAt(sheet, at);
  const other = direction === 'next' ? own + 1 : own - 1;
  if (!articles[own] || !articles[other] || pageOf(sheet, own) !== pageOf(sheet, other)) return null;
  const upper = written(sheet, Math.min(own, other));
  const lower = written(sheet, Math.max(own, other));
  const [upperFrom, upperTo] = [text.lineStart(upper.first), text.lineEnd(upper.last)];
  const [lowerFrom, lowerTo] = [text.lineStart(lower.first), text.lineEnd(lower.last)];
  // Lines of one article may stand inside another's; and lines that belong to none (a folio's) are not carried about.
  if (lowerFrom <= upperTo || text.slice(upperTo, lowerFrom).trim() !== '') return null;
  const height = (lines: Lines): number => lines.last - lines.first + 1;
  const gap = lower.first - upper.last - 1;
  return direction === 'next'
    ? {
        edits: [
          { from: upperFrom, to: upperFrom, insert: text.slice(lowerFrom, lowerTo) + text.slice(upperTo, lowerFrom) },
          { from: upperTo, to: lowerTo, insert: '' },
        ],
        lines: height(lower) + gap,
      }
    : {
        edits: [
          { from: upperFrom, to: lowerFrom, insert: '' },
          { from: lowerTo, to: lowerTo, insert: text.slice(upperTo, lowerFrom) + text.slice(upperFrom, upperTo) },
        ],
        lines: -(height(upper) + gap),
      };
}

const written = ({ text, articles }: Sheet, index: number): Lines => ({
  first: articles[index].lines.first,
  last: lastWritten(text, articles[index].lines),
});

const pageOf = (sheet: Sheet, index: number): number => pageIndexAt(sheet, sheet.articles[index].lines.first);

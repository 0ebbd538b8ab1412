import type { Article, Sheet } from '../parse/sheet';
import { breaksOff } from './seam';

/** Enough words to tell whether a sentence goes on. */
const EDGE = 12;

/** `DigestArticle.opening` and `DigestArticle.ending`. */
export function edges(
  { text, blocks }: Sheet,
  { blocks: own, continuations }: Article,
): { opening: string; ending: string } {
  const inside = blocks.slice(own.from, own.to).filter(({ kind }) => kind !== 'blank');
  const first = inside.find(({ kind }) => kind === 'body');
  const last = inside[inside.length - 1];
  // What is resumed from another page by a reference is no fragment.
  const resumed = continuations.some(({ direction }) => direction === 'from');
  const opening = first && !resumed ? text.line(first.lines.first).trim().slice(0, EDGE) : '';
  if (last?.kind !== 'body' || continuations.some(({ direction }) => direction === 'to'))
    return { opening, ending: '' };
  const ending = text.line(last.lines.last).trim().slice(-EDGE);
  return { opening, ending: breaksOff(ending) ? ending : '' };
}

import type { DigestArticle } from './digest';

/** Whether a title repeated at a reference is that of an article: 0 to 1, null where there is none to compare. */
export function titled(title: string | null, article: DigestArticle | undefined): number | null {
  if (!title || !article?.headline) return null;
  const [short, long] = [letters(title), letters(article.headline)];
  if (!short || !long) return null;
  if (long.includes(short) || short.includes(long)) return 1;
  const pairs = new Set(pairsOf(long));
  const own = pairsOf(short);
  return own.length === 0 ? 0 : own.filter((pair) => pairs.has(pair)).length / own.length;
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

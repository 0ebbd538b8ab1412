import type { DigestArticle, DigestContinuation } from './digest';
import { breaksOff, resumes } from './seam';
import { type Signature, shared } from './signature';

/** How much each pair of characters says: the rarer among the articles compared, the more. */
export type Weights = (pair: string) => number;

export function weights(signatures: readonly Signature[]): Weights {
  const counts = new Map<string, number>();
  for (const signature of signatures) for (const pair of signature) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const total = Math.max(2, signatures.length);
  return (pair) => Math.log((1 + total) / (1 + (counts.get(pair) ?? 0))) ** 2;
}

/** How alike two articles' texts are, 0 to 1: the weight of what they share against that of the lesser of the two. */
export function likeness(a: Signature, b: Signature, weigh: Weights): number {
  const whole = Math.sqrt(shared(a, a, weigh) * shared(b, b, weigh));
  return whole > 0 ? shared(a, b, weigh) / whole : 0;
}

/** 1 where the text breaks off before the jump and goes on in mid-sentence after it, 0 where only the latter; else 0.5. */
export const seam = (to: DigestContinuation, from: DigestContinuation): number =>
  resumes(from.context) ? Number(breaksOff(to.context)) : 0.5;

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

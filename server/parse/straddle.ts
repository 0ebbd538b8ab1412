import { wordsIn } from '../text/segmenter';

/**
 * Whether a word reaches over the seam between two strings (预 + 案). Asked only of the few seams that nothing else
 * settles: a question takes microseconds, and the dictionary behind it is the host's own.
 */
export function straddles(before: string, after: string): boolean {
  const head = before.slice(-3);
  const seam = head.length;
  for (const { index, segment } of wordsIn(head + after.slice(0, 3)))
    if (index < seam && index + segment.length > seam) return true;
  return false;
}

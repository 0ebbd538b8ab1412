import type { Text } from './text';

/** So much of a text is looked at: one that was read in the wrong encoding shows it everywhere. */
const SAMPLE = 1 << 16;
/** At least so many signs; fewer are damage in single places. */
const LEAST = 8;

/**
 * Whether a text shows that its bytes were decoded in the wrong encoding. Three signs, each as a share of its characters:
 * U+FFFD, for bytes that make no character; letters of Latin-1's upper half, for bytes taken one by one; and 锛 and 銆 where
 * no full-width comma or full stop stands, for those two in UTF-8 (EF BC 8C, E3 80 82) taken in pairs, as GBK does.
 */
export function misread(text: Text): boolean {
  const sample = text.slice(0, Math.min(SAMPLE, text.length));
  const count = (form: RegExp) => sample.match(form)?.length ?? 0;
  const characters = count(/\S/g);
  const over = (signs: number, share: number) => signs >= LEAST && signs > characters * share;
  if (over(count(/\uFFFD/g), 0.05)) return true;
  if (over(count(/[\u0080-\u00FF]{2}/g) * 2, 0.3)) return true;
  return over(count(/[锛銆]/g), 0.02) && count(/[，。]/g) === 0;
}

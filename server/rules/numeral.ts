const DIGITS = '〇一二三四五六七八九';

/** A page number as newspapers write it in words (15 → 十五), or null for labels that are no number from 1 to 99. */
export function numeral(label: string): string | null {
  const value = Number(label);
  if (!Number.isInteger(value) || value < 1 || value > 99) return null;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return (tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`) + (ones === 0 ? '' : DIGITS[ones]);
}

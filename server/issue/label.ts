import { CHINESE_NUMERAL, numberOf } from '../parse/forms/numerals';

/**
 * A page's name as every reference to it is compared: 01, 1, 第一版, ０１版 are `1`; A02 is `A2`. Empty where `printed` names
 * no page. Chinese numerals are read in all their ways: 十五, 一五, 廿五.
 */
export function pageLabel(printed: string): string {
  const usual = USUAL.exec(printed);
  if (usual) return usual[1] + usual[2];
  const plain = printed
    .normalize('NFKC')
    .replace(/[\s第版版面頁页]/g, '')
    .toUpperCase();
  const [, letters = '', numeral = ''] = PRINTED.exec(plain) ?? [];
  const value = numberOf(numeral);
  return value > 0 ? `${letters}${value}` : '';
}

/** What nearly all pages are called, told without a look at what else there may be. */
const USUAL = /^([A-Z]?)0*([1-9]\d{0,2})$/;
const PRINTED = new RegExp(`^([A-Z]*)[-.]?([0-9]+|${CHINESE_NUMERAL}+)$`);

/**
 * How well a reference's page names a page, both as `pageLabel` gives them: 1 for the same, less where only one has a
 * letter (an issue of one part drops it), 0 for another page, null where one of the two is unknown.
 */
export function samePage(reference: string, page: string): number | null {
  if (!reference || !page) return null;
  if (reference === page) return 1;
  const [a, b] = [/^[A-Z]*/.exec(reference)?.[0] ?? '', /^[A-Z]*/.exec(page)?.[0] ?? ''];
  return (a === '' || b === '') && reference.slice(a.length) === page.slice(b.length) ? 0.6 : 0;
}

/** Orders labels as a reader turns pages: by letter, then by number; a page without a label comes last. */
export function comparePages(a: string, b: string): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  const [m, n] = [a.replace(/\d+$/, ''), b.replace(/\d+$/, '')];
  if (m !== n) return m < n ? -1 : 1;
  return Number(a.slice(m.length)) - Number(b.slice(n.length));
}

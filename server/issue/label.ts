/**
 * A page's name as every reference to it is compared: 01, 1, 第一版, ０１版 are `1`; A02 is `A2`. Empty where `printed` names
 * no page. Chinese numerals up to 199 are read in all three ways of printing them: 十五, 一五, 廿五.
 */
export function pageLabel(printed: string): string {
  const plain = printed
    .normalize('NFKC')
    .replace(/[\s第版版面頁页]/g, '')
    .toUpperCase();
  const [, letters, digits] = /^([A-Z]*)[-.]?([0-9]+|[〇零一二三四五六七八九十廿卅百]+)$/.exec(plain) ?? [];
  if (!digits) return '';
  const value = /^\d/.test(digits) ? Number(digits) : chinese(digits);
  return value > 0 ? `${letters}${value}` : '';
}

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

const ONES = '零一二三四五六七八九';

function chinese(numeral: string): number {
  const plain = numeral.replace(/〇/g, '零').replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (!/[十百]/.test(plain)) return Number([...plain].map((c) => ONES.indexOf(c)).join(''));
  let value = 0;
  let digit = -1;
  for (const c of plain) {
    if (c === '百' || c === '十') {
      value += (digit < 0 ? 1 : digit) * (c === '百' ? 100 : 10);
      digit = -1;
    } else if (c !== '零') digit = ONES.indexOf(c);
  }
  return value + Math.max(0, digit);
}

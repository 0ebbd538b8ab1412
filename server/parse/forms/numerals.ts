const VALUES: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  兩: 2,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

/** Chinese numerals as printed in page numbers and dates; a regular expression's source. */
export const CHINESE_NUMERAL = '[〇零○一二三四五六七八九十廿卅百壹贰貳叁參肆伍陆柒捌玖拾]';

/** Any numeral a newspaper prints for a page or a day. */
export const NUMERAL = `(?:[0-9０-９]{1,3}|${CHINESE_NUMERAL}{1,5})`;

/** Full-width digits and letters turned into ASCII. */
export function narrow(text: string): string {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) >= 0xff10)
      return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return text;
}

/**
 * The number that Chinese (十五, 二〇二三, 廿四), full-width or ASCII numerals stand for; NaN for anything else.
 * Positional writing (二三) and the one with 十, 百 (二十三) are both read.
 */
export function numberOf(text: string): number {
  const plain = narrow(text.trim());
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/^[〇零○一二三四五六七八九两兩壹贰貳叁參肆伍陆柒捌玖十拾廿卅百]+$/.test(plain)) return Number.NaN;
  if (!/[十拾廿卅百]/.test(plain)) return Number([...plain].map((c) => VALUES[c]).join(''));
  let sum = 0;
  let pending = 0;
  for (const c of plain) {
    if (c === '百') {
      sum += (pending || 1) * 100;
      pending = 0;
    } else if (c === '十' || c === '拾') {
      sum += (pending || 1) * 10;
      pending = 0;
    } else if (c === '廿') sum += 20;
    else if (c === '卅') sum += 30;
    else pending = VALUES[c];
  }
  return sum + pending;
}

/** A page label as `Page.label` gives it: `A02` stays, 第十五版's 十五 becomes `15`. */
export function pageLabel(letter: string, numeral: string): string {
  const plain = narrow(numeral.trim());
  return narrow(letter).toUpperCase() + (/^\d+$/.test(plain) ? plain : String(numberOf(plain)));
}

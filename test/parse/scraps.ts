import fc from 'fast-check';

/** Scraps of what newspapers print, to be thrown together. */
export const scrap = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '　　',
    ' ',
    '。',
    '，',
    '“',
    '”',
    '（',
    '）',
    '【理】',
    '第02版 要闻',
    '（上接第一版）',
    '（下转02版）①',
    '本报讯（记者岳清）',
    '青岩日报讯(记者/岳清 通讯员/白露)',
    '□本报记者 岳 清',
    '——摘自《水利志》',
    '图为新渠。',
    '岳清摄',
    '■',
    '一、',
    '2025年6月18日 星期三',
    '澄湖轮渡试行夜航',
    '石磨岭水渠昨天正式放水',
    'Continued on Page A4',
    'By Anna Reed',
    '\u2028',
    '\u0000',
    '\ufffd',
    '\ud800',
    '⽇',
    '\t',
    '…',
    '：',
  ),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: 1, max: 90 }).map((n) => '水'.repeat(n)),
);
/** A text made of them. */
export const content = fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join(''));

/** `npm run proof` asks for many times as many. */
export const TIMES = Number(process.env.GALLEY_TIMES ?? 1);

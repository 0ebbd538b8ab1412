import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { mended } from '../../server/rules/apply';
import { dateConflict } from '../../server/rules/date-conflict';
import { Text } from '../../server/text/text';
import { check, contextOf, found } from './check';

/** What is found in a raw text: the words, and what each fix makes of them. */
function read(text: string): [string, string[]][] {
  const sheet = parse(Text.of(text));
  return found(dateConflict, sheet).map((problem) => {
    const { from, to } = problem.span;
    const fixes = dateConflict.fix?.(contextOf(sheet), problem) ?? [];
    const after = fixes.map((fix) => {
      const { text: fixed, refused } = mended(sheet.text, [fix]);
      assert.deepEqual(refused, []);
      return fixed.slice(from, to + fixed.length - text.length);
    });
    return [sheet.text.slice(from, to), after];
  });
}

const dispatch = (date: string): string =>
  `新华社平川${date}电（记者安然）平川大桥今天合龙，两岸的居民从此不必再绕行九公里的山路。\n`;
const page = (date: string, ...dispatches: string[]): string =>
  `${date} 第02版 要闻\n\n平川大桥合龙\n${dispatches.map(dispatch).join('\n渡口增开夜班船\n')}`;

describe('date-conflict', () => {
  it('finds a weekday that is not the date’s, and a day that is none', () =>
    check(
      dateConflict,
      `
body | 展览定于⟦2025年6月18日(星期四⟧)开幕，⟦2025年2月29日⟧和⟦4月31日⟧都不可能。
body | 2025年6月18日（星期三）开幕，2024年2月29日闭幕。
`,
      `
展览定于2025年6月18日(星期三)开幕，2025年2月29日和4月31日都不可能。
2025年6月18日（星期三）开幕，2024年2月29日闭幕。
`,
    ));

  it('claims nothing of a date whose year nobody printed', () =>
    check(dateConflict, 'body | 展览定于6月18日(星期四)开幕。'));

  it('offers both readings: the weekday of the date, the nearest dates of the weekday', () =>
    assert.deepEqual(read('展览定于2025年06月18日(星期四)开幕，市民可以预约参观，票价不变。'), [
      ['2025年06月18日(星期四', ['2025年06月18日(星期三', '2025年06月19日(星期四', '2025年06月12日(星期四']],
    ]));

  it('finds a dispatch dated after its paper or weeks before it', () => {
    assert.deepEqual(read(page('2025年6月18日 星期三', '6月17日')), []);
    assert.deepEqual(read(page('2025年1月1日 星期三', '12月31日')), []);
    assert.deepEqual(read(page('2025年6月18日 星期三', '6月２７日')), [['6月２７日', ['6月１７日', '6月１８日']]]);
    assert.deepEqual(read(page('2025年6月18日 星期三', '4月17日')), [['4月17日', ['6月17日']]]);
  });

  it('blames the folio where most dispatches of its page contradict it', () =>
    assert.deepEqual(
      read(page('2025年6月13日 星期五', '6月17日', '6月17日', '6月16日')).map(([words]) => words),
      ['2025年6月13日 星期五 第02版 要闻'],
    ));

  it('finds a page of another day than the pages on both sides of it', () => {
    const pages = ['18日 星期三', '13日 星期五', '18日 星期三'].map((day) => page(`2025年6月${day}`));
    assert.deepEqual(
      read(pages.map((text) => `${text}今天有新鲜事，渡口增开了夜班船，票价不变，两岸居民都说好。`).join('\n\n')).map(
        ([words]) => words,
      ),
      ['2025年6月13日 星期五 第02版 要闻'],
    );
  });
});

import assert from 'node:assert/strict';
import { mended } from '../../server/rules/apply';
import { cutOff } from '../../server/rules/cut-off';
import { check, contextOf, found, sheetOf } from './check';

describe('cut-off', () => {
  it('finds prose that breaks off at an article’s end, in mid-word or after a word that wants more', () =>
    check(
      cutOff,
      `
headline | 夜航试运行
body | 轮渡公司今起试行夜航。公司新添的两条电动渡船各有六十个座位，船头装了补光灯⟦以及⟧
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮，工人们在木牌⟦前合⟧
headline | 渡口谣
body | 渡口的老人会唱许多歌。
`,
    ));

  it('lets lists, verse, sources, summaries and what goes on be', () =>
    check(
      cutOff,
      `
headline | 渡口谣
body | 渡船渡船，
body | 轮渡公司今起试行夜航。公司新添的两条电动渡船各有六十个座位，船头装了补光灯，
body | 雾天也能过江。
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮　数据来源：青砚市水务局
headline | 夜航见闻
body | 夜航不只是多开几班船。它让下晚班的人早一点到家，让两岸靠得更近一点
subhead | 灯亮了
body | 渡口的灯亮了。
`,
    ));

  it('points to the fragment in which it goes on, and offers to put the halves together', () => {
    const sheet = sheetOf(`
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮，灯光由青砚照明研究所设
headline | 夜航试运行
body | 计，用的是旧船灯，夜里照得水池波光粼粼，许多老工人带着儿孙来看，说认得每一道水位线。
body | 票价不变。
`);
    const [problem] = found(cutOff, sheet);
    assert.deepEqual(
      problem.related?.map(({ place }) => place.start.line),
      [3],
    );
    const [fix] = cutOff.fix?.(contextOf(sheet), problem) ?? [];
    const { text, refused } = mended(sheet.text, [fix]);
    assert.deepEqual(refused, []);
    assert.match(text.line(1), /照明研究所设计，用的是旧船灯.*水位线。$/);
    assert.equal(text.line(3), '');
  });
});

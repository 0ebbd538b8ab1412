import assert from 'node:assert/strict';
import { brokenLine } from '../../server/rules/broken-line';
import { check, contextOf, found, sheetOf } from './check';

describe('broken-line', () => {
  it('joins a paragraph over line ends and indents, and takes nothing but them', () => {
    check(
      brokenLine,
      `
headline | 老码头改造完工
body     | 青岩日报讯 改造后的码头设有候船厅，轮渡在雾天也能正⟦常
         | 　　停⟧靠。
body     | 下一段不受影响。
`,
      `
老码头改造完工
青岩日报讯 改造后的码头设有候船厅，轮渡在雾天也能正常停靠。
下一段不受影响。
`,
    );
  });

  it('keeps a blank between Latin words, and none inside Chinese text', () => {
    check(
      brokenLine,
      `
body | The ferry has run on the lake since the autumn of last year an⟦d
     | t⟧he new pier opened in May.
body | 展馆引进了Galla⟦r
     | d⟧o公司的投影机。
`,
      `
The ferry has run on the lake since the autumn of last year and the new pier opened in May.
展馆引进了Gallardo公司的投影机。
`,
    );
  });

  it('sees a hard-wrapped region as one problem', () => {
    check(
      brokenLine,
      `
body | ⟦澄湖轮渡公司今起试
     | 行夜航，末班船延至
     | 二十二时，票价不变。
body | 船头装了补光灯，船
     | 长说，夜里视线并不
     | 差，乘客可以放心。⟧
`,
      `
澄湖轮渡公司今起试行夜航，末班船延至二十二时，票价不变。
船头装了补光灯，船长说，夜里视线并不差，乘客可以放心。
`,
    );
  });

  it('leaves to a person a join after a sentence that ends with its line', () => {
    const sheet = sheetOf('body | 夜航的末班船延至二十二时。\n | 票价不变。');
    const [problem] = found(brokenLine, sheet);
    assert.deepEqual(
      brokenLine.fix?.(contextOf(sheet), problem).map((fix) => fix.tier),
      ['likely'],
    );
  });
});

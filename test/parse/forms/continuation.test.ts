import assert from 'node:assert/strict';
import { jump, type Reference, resumption } from '../../../server/parse/forms/continuation';

/** A line with its reference marked: `⟦…⟧`, then what it says. */
const marked = (line: string, r: Reference | null): string =>
  r === null
    ? 'none'
    : `${line.slice(0, r.from)}⟦${line.slice(r.from, r.to)}⟧${line.slice(r.to)} ${r.direction} ${r.page || '?'}${r.mark}${r.title ? ` “${r.title}”` : ''}`;

const check = (find: (line: string) => Reference | null) => (expected: string, says: string) =>
  it(expected, () => {
    const line = expected.replace(/[⟦⟧]/g, '');
    assert.equal(marked(line, find(line)), says === 'none' ? 'none' : `${expected} ${says}`);
  });
const resumes = check(resumption);
const jumps = check(jump);

describe('上接 and its like open a resumed piece', () => {
  resumes('⟦上接01版①⟧ 土地清零', 'from 01①');
  resumes('⟦（上接第一版）⟧土地清零', 'from 1');
  resumes('⟦〔上接九版〕⟧土地', 'from 9');
  resumes('⟦(上接第A03版)⟧土地', 'from A03');
  resumes('⟦【上接A05版】⟧去借', 'from A05');
  resumes('⟦（緊接第二版）⟧全班角色', 'from 2');
  resumes('⟦（接第一版）⟧土地', 'from 1');
  resumes('⟦旧书摊回来了（上接A02版②）⟧课本的主人', 'from A02② “旧书摊回来了”');
  resumes('⟦上接A01⟧ 土地', 'from A01');
  resumes('⟦①（上接1版）⟧土地', 'from 1①');
  resumes('⟦（①上接1版）⟧土地', 'from 1①');
  resumes('⟦（上承第一版）⟧土地', 'from 1');
  resumes('⟦（续自第一版）⟧土地', 'from 1');
  resumes('⟦（自第一版接来）⟧土地', 'from 1');
  resumes('⟦（上接A01）⟧土地', 'from A01');
  resumes('⟦（上接1、3版）⟧土地', 'from 1');
  resumes('⟦（上接第一张第二版）⟧土地', 'from 2');
  resumes('⟦（上接要闻1版）⟧土地', 'from 1');
  resumes('⟦（上接第十五版）⟧土地', 'from 15');
  resumes('⟦《旧书摊》上接01版⟧ 土地', 'from 01 “旧书摊”');
  resumes('⟦←接01版⟧ 土地', 'from 01');
  resumes('⟦Continued from Page A1⟧', 'from A1');
  resumes('⟦FERRY From A1⟧', 'from A1 “FERRY”');
});

describe('下转 and its like close a cut piece', () => {
  jumps('土地清零。⟦(下转02版)⟧', 'to 02');
  jumps('土地清零。⟦（下转第三版）⟧', 'to 3');
  jumps('土地⟦下转02版①⟧', 'to 02①');
  jumps('土地⟦(下转F2版)⟧', 'to F2');
  jumps('獻演三日⟦（下文轉入二版）⟧', 'to 2');
  jumps('土地⟦（紧转三版）⟧', 'to 3');
  jumps('土地 ⟦下转A02⟧', 'to A02');
  jumps('土地⟦（①下转3版）⟧', 'to 3①');
  jumps('土地⟦（下转F2）⟧', 'to F2');
  jumps('土地⟦（下转二、三版）⟧', 'to 2');
  jumps('土地⟦（余文见第二版）⟧', 'to 2');
  jumps('土地⟦（续见第二版）⟧', 'to 2');
  jumps('土地⟦（下转要闻2版）⟧', 'to 2');
  jumps('土地⟦（下转A叠2版）⟧', 'to A2');
  jumps('土地⟦下接03版⟧', 'to 03');
  jumps('土地⟦→转03版⟧', 'to 03');
  jumps('土地⟦（未完，转第3版）⟧', 'to 3');
  jumps('土地⟦（未完）⟧', 'to ?');
  jumps('the ferry ⟦Continued on Page A4⟧', 'to A4');
  jumps('the ferry. ⟦See FERRY, A4⟧', 'to A4 “FERRY”');
});

describe('what only looks like a continuation', () => {
  for (const line of [
    '（相关报道见第六版）',
    '（讲话全文见第二版）',
    '（2020年版）',
    '线上接诊量翻番',
    '线下转线上',
    '紧接着第二天',
    '接第二版印刷厂的电话',
    '（全文见第二版）',
    '他把电话转到A02',
    '本书已出第二版',
  ])
    it(line, () => {
      assert.equal(resumption(line), null);
      assert.equal(jump(line), null);
    });
  it('From 10 to 12 people came', () => {
    assert.equal(resumption('From 10 to 12 people came'), null);
  });
});

import assert from 'node:assert';
import fc from 'fast-check';
import { anchorOf } from '../../server/parse/anchor';
import { type Correction, SAYINGS, type Saying } from '../../server/parse/corrections';
import { parse } from '../../server/parse/parse';
import type { Sheet } from '../../server/parse/sheet';
import { viewOf } from '../../server/parse/view';
import { Text } from '../../server/text/text';

const PAGE = `第02版：民生

渡船夜航 灯火归家

青岩日报讯（记者 安然）昨夜八时，青岩渡口的末班船靠岸，二十余名乘客依次上岸，船工最后一个离开。
渡口自去年春天停航，两岸居民来往要绕行石桥，多走四公里，夜里尤其不便。

延长到十一点

“夜里有船，城南的人回家就不用绕桥。”渡口管理站站长说，这条航线下月起延长到夜里十一点。

粮仓开放 首日满员

青岩日报讯（记者 柳青）南关粮仓昨日开放，首日接待市民三百人，预约已排到下周，管理处提醒市民错峰。
`;

/** What is said of the line that begins with `words`. */
function said(text: string, words: string, says: Saying): Correction {
  const { lines } = viewOf(Text.of(text));
  const index = lines.findIndex((line) => line.text.startsWith(words));
  assert.ok(index >= 0, words);
  return { says, anchor: anchorOf(lines, index) };
}

const read = (text: string, ...corrections: Correction[]): Sheet => parse(Text.of(text), { corrections });
const starts = ({ text, articles }: Sheet): string[] => articles.map(({ lines }) => text.line(lines.first).slice(0, 6));
const kindOf = ({ text, blocks }: Sheet, words: string): string | undefined =>
  blocks.find(({ lines }) => text.line(lines.first).startsWith(words))?.kind;

describe('corrections', () => {
  it('say that an article starts, with a head or without', () => {
    const subhead = said(PAGE, '延长到', 'subhead');
    assert.deepStrictEqual(starts(read(PAGE, subhead)), ['渡船夜航 灯', '粮仓开放 首']);
    const headed = read(PAGE, subhead, said(PAGE, '延长到', 'article'));
    assert.deepStrictEqual(starts(headed), ['渡船夜航 灯', '延长到十一点', '粮仓开放 首']);
    assert.strictEqual(headed.articles[1].headline, '延长到十一点');
    const split = read(PAGE, subhead, said(PAGE, '渡口自', 'split'));
    assert.deepStrictEqual(starts(split), ['渡船夜航 灯', '渡口自去年春', '粮仓开放 首']);
    assert.strictEqual(split.articles[1].headline, null);
  });

  it('say that none starts', () => {
    for (const says of ['merge', 'not-headline', 'subhead'] as const) {
      const sheet = read(PAGE, said(PAGE, '粮仓', says));
      assert.ok(!starts(sheet).includes('粮仓开放 首'), says);
      assert.ok(kindOf(sheet, '粮仓') !== 'headline', says);
    }
  });

  it('say what is a subhead', () => {
    assert.strictEqual(kindOf(read(PAGE, said(PAGE, '粮仓', 'subhead')), '粮仓'), 'subhead');
  });

  it('count the later of two that contradict each other', () => {
    const both = [said(PAGE, '粮仓', 'article'), said(PAGE, '粮仓', 'subhead')];
    assert.strictEqual(kindOf(read(PAGE, ...both), '粮仓'), 'subhead');
    assert.strictEqual(kindOf(read(PAGE, ...both.reverse()), '粮仓'), 'headline');
  });

  it('hold after the text around them was edited, and do nothing once their line is gone', () => {
    const correction = said(PAGE, '粮仓', 'subhead');
    const edited = PAGE.replace('第02版：民生\n', '第02版：民生\n\n今日导读\n').replace('四公里', '五公里');
    assert.strictEqual(kindOf(read(edited, correction), '粮仓'), 'subhead');
    const without = PAGE.replace('粮仓开放 首日满员\n', '');
    assert.deepStrictEqual(read(without, correction).blocks, read(without).blocks);
  });

  it('hold in hard-wrapped text', () => {
    const wrapped = PAGE.replace(/[^\n]{24}/g, '$&\n');
    assert.strictEqual(kindOf(read(wrapped, said(wrapped, '粮仓', 'subhead')), '粮仓'), 'subhead');
  });

  it('never make the text fall apart, whatever is said of whatever line', () => {
    const { lines } = viewOf(Text.of(PAGE));
    const any = fc.record({ index: fc.nat(lines.length - 1), says: fc.constantFrom(...SAYINGS) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (words) => {
        const sheet = read(PAGE, ...words.map(({ index, says }) => ({ says, anchor: anchorOf(lines, index) })));
        assert.strictEqual(sheet.blocks.map(({ from, to }) => sheet.text.slice(from, to)).join(''), PAGE);
        for (const { confidence } of sheet.blocks) assert.ok(confidence >= 0 && confidence <= 1);
      }),
      { numRuns: 60 },
    );
  });
});

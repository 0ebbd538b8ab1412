import assert from 'node:assert';
import { actOf, cursorOf, drawing, wrapped } from '../../client/glanceDrawing';
import { issue, l10n } from './issue';

const drawn = drawing(issue, { uri: 'file:///01.txt', line: 4 }, l10n);
const blocks = [...drawn.matchAll(/class="block"[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height));

describe('the drawing of an issue', () => {
  it('has a block for each article, to scale', () => {
    assert.strictEqual(blocks.length, 3);
    assert.ok(Math.abs(blocks[0] / blocks[1] - 3) < 0.01);
    assert.strictEqual(blocks[1], blocks[2]);
  });

  it('has an arc for the continuation and a mark for the problem', () => {
    assert.strictEqual(drawn.match(/class="arc"/g)?.length, 1);
    assert.strictEqual(drawn.match(/class="mark warning"/g)?.length, 1);
  });

  it('says in words all that it shows, and can be gone through by keyboard', () => {
    assert.match(drawn, /aria-label="河水漫堤 城西停课, 安然, 1200 characters, 1 problem, continues on Page 02"/);
    const links = drawn.match(/role="link" tabindex="0"/g);
    assert.strictEqual(links?.length, 5, 'two pages and three articles');
    assert.strictEqual(drawn.match(/aria-current="true"/g)?.length, 1);
  });

  it('takes no text for markup', () => {
    assert.ok(!drawn.includes('<今起>'));
    assert.ok(drawn.includes('&#60;今起&#62;'));
    assert.ok(!/style=|onclick=|javascript:/.test(drawn), 'nothing that its policy forbids');
  });

  it('names a line of a file in what is chosen', () => {
    const cursor = { uri: 'file:///%E9%9D%92"<.txt', line: 7 };
    assert.deepStrictEqual(cursorOf(actOf(cursor)), cursor);
  });

  it('cuts long headlines', () => {
    assert.deepStrictEqual(wrapped('短题', 1), ['短题']);
    assert.deepStrictEqual(wrapped('一二三四五六七八九十甲乙丙丁', 1), ['一二三四五六七八九十甲乙…']);
    assert.strictEqual(wrapped('一二三四五六七八九十甲乙丙丁', 2).length, 2);
  });

  it('breaks no number and no Latin word in two', () => {
    assert.deepStrictEqual(wrapped('城河健步环保行 报名已逾2000人', 2), ['城河健步环保行 报名已逾', '2000人']);
    assert.deepStrictEqual(wrapped('A'.repeat(30), 2), ['A'.repeat(26), 'AAAA']);
  });
});

import assert from 'node:assert/strict';
import { TIMES } from '../parse/scraps';
import { CUT, galley } from './console';

const NAMES = ['安然', '贺勇', '岳清', '白露', '石磊'];
const SENTENCE = '市防汛办公室负责人介绍，经过连夜抢险，险情已经得到控制。';

describe('the command line on odd files', () => {
  const odd: [string, string][] = [
    ['empty', ''],
    ['one character', '。'],
    ['only line ends', '\n\r\n\r\n\n'],
    ['one line', SENTENCE],
    ['blanks', '　　 \t\n　'],
    ['U+2028 inside a line', CUT.replace('昨日', '昨日\u2028')],
    ['a lone surrogate', `青岩\ud800日报\n${SENTENCE}`],
    ['a few NULs', `青岩\0日报\n${CUT}\0`],
    ['a mark in the middle', `${SENTENCE}\ufeff${SENTENCE}`],
    ['no Chinese at all', 'The river rose over the\nbanks last night.\n'],
  ];
  for (const [name, content] of odd)
    for (const command of ['inspect', 'check', 'fix --dry-run', 'export'])
      it(`${command}: ${name}`, async () => {
        const { code, err, files } = await galley(`${command} a.txt`, { 'a.txt': content });
        assert.ok(code === 0 || (code === 1 && command === 'check'), err);
        assert.equal(files['a.txt'], content);
      });

  it('one line of 10 MB', async () => {
    const { code, out } = await galley('inspect a.txt', { 'a.txt': SENTENCE.repeat(10_000_000 / 3 / SENTENCE.length) });
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).lines, 1);
  }).timeout(20_000);

  it('one line of a million characters, none like the other: every rule is asked, and asked once', async () => {
    const clauses = Array.from(
      { length: 50_000 },
      (_, i) => `第${i}段堤防由记者${NAMES[i % NAMES.length]}沿河察看，水位未涨。`,
    );
    const { code } = await galley('check a.txt', { 'a.txt': clauses.join('') });
    assert.ok(code === 0 || code === 1);
  }).timeout(60_000);

  it('forty thousand lines; in the proof a million', async () => {
    const lines = 40_000 * TIMES;
    const { out } = await galley('inspect a.txt', { 'a.txt': '水位下降。\n'.repeat(lines) });
    assert.equal(JSON.parse(out).lines, lines);
  }).timeout(180_000);
});

import assert from 'node:assert/strict';
import { definition } from '../../server/features/definition';
import { files, QINGYAN, shown } from '../issue/files';

/** Where the cursor's reference leads, as `path:line text`. */
function check(source: string, ...expected: string[]): void {
  const given = files(source);
  const found = definition(given.issue, given.file, given.sheet, given.at);
  assert.deepEqual(
    found.map(({ target }) => shown(given, target.file, target.selection.start.line).slice(0, 48)),
    expected.map((line) => line.slice(0, 48)),
  );
}

const cursorAt = (before: string, after: string): string => QINGYAN.replace(`${before}${after}`, `${before}‸${after}`);

describe('definition', () => {
  it('leads from 下转 to the 上接 that goes on with the same matter', () => {
    check(
      cursorAt('十二年前。(下', '转02版'),
      '青岩日报/2025-06-18/02.txt:8 (上接01版)市防汛办负责人说，青岩河水位今天下午开始回落，沙袋暂时不撤。',
    );
    check(
      cursorAt('有书可读。(下', '转02版'),
      '青岩日报/2025-06-18/02.txt:6 (上接01版)书店里的旧书多半是街坊送来的。店主把每一本旧书都登记在册，',
    );
  });

  it('leads back', () => {
    check(
      cursorAt('(上接01', '版)市防汛办'),
      '青岩日报/2025-06-18/01.txt:5 他们说青岩河上一次漫堤还是十二年前。(下转02版)',
    );
  });

  it('gives the reference alone as origin, not the paragraph', () => {
    const { issue, file, sheet, at } = files(cursorAt('十二年前。(下转', '02版'));
    const [{ origin }] = definition(issue, file, sheet, at);
    assert.equal(sheet.text.slice(origin.from, origin.to), '(下转02版)');
  });

  it('is silent off a reference', () => {
    check(cursorAt('河水', '漫堤'));
  });

  it('finds both ends in one file of several pages just the same', () => {
    const [, first, second, third] = cursorAt('十二年前。(下', '转02版').split(/^=== .*\n/m);
    check(
      `=== 20250618.txt\n${first}${second}${third}`,
      '20250618.txt:16 (上接01版)市防汛办负责人说，青岩河水位今天下午开始回落，沙袋暂时不撤。',
    );
  });

  it('does not mix two days in one folder', () => {
    const other = QINGYAN.replaceAll('2025-06-18/', '').replaceAll('6月18日', '6月19日').replaceAll('星期三', '星期四');
    const [, ...pages] = other.split(/^=== (.*)\n/m);
    const next = pages.map((part, i) => (i % 2 === 0 ? `=== ${part.replace('/0', '/n0')}\n` : part)).join('');
    check(
      `${cursorAt('十二年前。(下', '转02版').replaceAll('2025-06-18/', '')}${next}`,
      '青岩日报/02.txt:8 (上接01版)市防汛办负责人说，青岩河水位今天下午开始回落，沙袋暂时不撤。',
    );
  });

  it('offers what is only alike where the other end is not printed, the likeliest first', () => {
    const source = cursorAt('十二年前。(下', '转02版').replace(
      '(上接01版)市防汛办负责人',
      '防汛值守继续\n市防汛办负责人',
    );
    const { issue, file, sheet, at } = files(source);
    const [first] = definition(issue, file, sheet, at);
    assert.equal(sheet.text.slice(first.origin.from, first.origin.to), '(下转02版)');
    assert.deepEqual(first.target.range.start, { line: 7, character: 0 });
  });
});

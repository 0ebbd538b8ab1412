import assert from 'node:assert';
import { type ExportFormat, ending, written } from '../../server/features/exported';
import { page, sheetOf } from './page';

const sheet = sheetOf(page);
const whole = (format: ExportFormat): string =>
  sheet.articles.map((_, article) => written({ file: '02.txt', sheet, article }, format, article === 0)).join('') +
  ending(format, false);

describe('exported articles', () => {
  it('are one JSON array, or a line of JSON each', () => {
    const all = JSON.parse(whole('json'));
    assert.deepStrictEqual(
      all.map(({ headline, page, line }: { headline: string; page: string; line: number }) => [headline, page, line]),
      [
        ['河水漫堤 城西停课', '02', 3],
        ['渡船夜航今起试行', '02', 12],
      ],
    );
    assert.deepStrictEqual(
      whole('ndjson')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
      all,
    );
    assert.strictEqual(ending('json', true), '[]\n');
  });

  it('are Markdown with headings, or plain paragraphs', () => {
    assert.match(whole('markdown'), /^## 河水漫堤 城西停课\n\n\*\*——学校周四复课\*\*\n/);
    assert.match(whole('text'), /\n\n渡船夜航今起试行\n\n　　青岩日报讯/);
  });
});

import assert from 'node:assert/strict';
import { citation } from '../../server/features/citation';
import { files, QINGYAN } from '../issue/files';

const issue = (byline: string): string => `=== 20250618/01.txt
青岩日报 2025年6月18日 星期三 第01版 要闻

河水漫堤 城西停课
${byline} 昨日清晨，青岩河水位涨至警戒线以上，城西三所小学停课。
`;

describe('citation', () => {
  const check = (byline: string, expected: string): void => {
    const { issue: known, file, sheet } = files(issue(byline));
    assert.equal(citation(known, file, sheet, 0)?.gbt7714, expected);
  };

  it('follows GB/T 7714—2015', () => {
    check('青岩日报讯(记者/安然 通讯员/贺　勇)', '安然, 贺勇. 河水漫堤 城西停课[N]. 青岩日报, 2025-06-18(01).');
    check('青岩日报讯', '河水漫堤 城西停课[N]. 青岩日报, 2025-06-18(01).');
    check(
      '青岩日报讯(记者/安然 丁羽 贺勇 林舟)',
      '安然, 丁羽, 贺勇, 等. 河水漫堤 城西停课[N]. 青岩日报, 2025-06-18(01).',
    );
  });

  it('is one item of CSL-JSON', () => {
    const { issue: known, file, sheet } = files(issue('青岩日报讯(记者/安然)'));
    assert.deepEqual(citation(known, file, sheet, 0)?.csl, {
      id: sheet.articles[0].id,
      type: 'article-newspaper',
      title: '河水漫堤 城西停课',
      author: [{ literal: '安然' }],
      'container-title': '青岩日报',
      issued: { 'date-parts': [[2025, 6, 18]] },
      page: '01',
      section: '要闻',
      language: 'zh-CN',
    });
  });

  it('is that of the whole story for each of its parts', () => {
    const { issue: known, sheets } = files(QINGYAN);
    const cited = (file: string, words: string): string | undefined => {
      const sheet = sheets.get(file);
      const at = sheet?.articles.findIndex(({ span }) => sheet.text.slice(span.from, span.to).includes(words)) ?? -1;
      return sheet && citation(known, file, sheet, at, (other) => sheets.get(other))?.gbt7714;
    };
    const whole = '安然, 贺勇. 河水漫堤 城西停课[N]. 2025-06-18(01, 02).';
    const [first, second] = [...sheets.keys()].filter((file) => /0[12]\.txt$/.test(file));
    assert.equal(cited(first, '河水漫堤'), whole);
    assert.equal(cited(second, '市防汛办负责人说'), whole);
  });

  it('is null for an article that is not there', () => {
    const { issue: known, file, sheet } = files(issue('青岩日报讯'));
    assert.equal(citation(known, file, sheet, 3), null);
  });
});

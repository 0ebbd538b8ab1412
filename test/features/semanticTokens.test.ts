import assert from 'node:assert';
import fc from 'fast-check';
import { tokens } from '../../server/features/semanticTokens';
import { page, sheetOf, words } from './page';

const drawn = (text: string, from = 0, to = text.length): string[] => {
  const sheet = sheetOf(text);
  return tokens(sheet, { from, to }).map(({ span, type }) => `${type} ${words(sheet, span)}`);
};

describe('tokens', () => {
  it('colours the parts that a reader looks for; people stand out of their byline', () => {
    assert.deepStrictEqual(drawn(page), [
      'folio 第02版：民生',
      'headline 河水漫堤 城西停课',
      'deck ——学校周四复课',
      'byline 青岩日报讯(全媒体记者/',
      'person 安然',
      'byline  通讯员/',
      'person 贺　勇',
      'byline )',
      'section 【事】',
      'section 【理】',
      'continuation （下转第三版）',
      'headline 渡船夜航今起试行',
      'byline 青岩日报讯(全媒体记者/',
      'person 俞小满',
      'byline )',
    ]);
  });

  it('gives a range its own tokens only', () => {
    const from = page.indexOf('【事】');
    assert.deepStrictEqual(drawn(page, from, from + 40), ['section 【事】']);
  });

  it('are in order and never overlap, whatever the text', () => {
    const line = fc.constantFrom(...page.split('\n'), '', '安然摄', '上接01版①', '（本报记者 安然）');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        let end = 0;
        for (const { span } of tokens(sheetOf(lines.join('\n')))) {
          assert.ok(span.from >= end && span.to > span.from);
          end = span.to;
        }
      }),
      { numRuns: 60 },
    );
  });
});

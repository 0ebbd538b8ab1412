import assert from 'node:assert';
import { folding } from '../../server/features/folding';
import { page, sheetOf } from './page';

/** The folds as `depth: first line … last line`, by the lines' own words. */
function drawn(text: string): string[] {
  const sheet = sheetOf(text);
  const start = (line: number) => sheet.text.line(line).slice(0, 6);
  return folding(sheet).map(({ first, last, depth }) => `${depth}: ${start(first)} … ${start(last)}`);
}

describe('folding', () => {
  it('folds pages and articles, up to their last written line', () => {
    assert.deepStrictEqual(drawn(page), [
      '0: 第02版：民 … 票价不变,老',
      '1: 河水漫堤 城 … 【理】防汛靠',
      '1: 渡船夜航今起 … 票价不变,老',
    ]);
  });

  it('folds sections of several lines', () => {
    const long = page.replace(
      '又送去了棉被和热水。',
      '又送去了棉被和热水。\n\n天亮时水退了,大家才回家睡了一会儿,下午又去河堤上值守。',
    );
    assert.ok(drawn(long).includes('2: 【事】堤上的 … 天亮时水退了'));
  });

  it('leaves a headline of two lines in sight', () => {
    const sheet = sheetOf(page);
    const head = sheet.articles[0].head.map((line) => ({ ...line, role: 'headline' as const }));
    const two = { ...sheet, articles: [{ ...sheet.articles[0], head }, ...sheet.articles.slice(1)] };
    assert.strictEqual(folding(two)[1].first, 3);
  });

  it('folds nothing that has one line', () => assert.deepStrictEqual(drawn('渡船夜航今起试行\n'), []));
});

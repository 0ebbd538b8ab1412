import assert from 'node:assert/strict';
import { Errors, errorRate } from '../../server/rules/error-rate';
import type { Problem } from '../../server/rules/rule';
import { problems } from '../../server/rules/rules';
import { contextOf, sheetOf } from './check';

/** The weighed errors of a page in which `words` is reported under `code`. */
function errors(page: string, code: string, words: string, more: Partial<Problem> = {}): number {
  const sheet = sheetOf(page);
  const from = sheet.text.toString().indexOf(words);
  assert.ok(from >= 0, words);
  const problem: Problem = {
    code,
    severity: 'information',
    span: { from, to: from + words.length },
    confidence: 'high',
    message: { words: { en: '', zh: '' }, args: [] },
    ...more,
  };
  return errorRate(sheet, [problem]).errors;
}

const PAGE = `
headline | 渡船夜航今起试运行
body | 近来，望江路的人行道用方砖铺成，乘客可在候船厅等候。
`;

describe('error rate', () => {
  it('weighs by length: one character 1, two to five 2, more 4', () => {
    assert.equal(errors(PAGE, 'duplicate-text', '用'), 1);
    assert.equal(errors(PAGE, 'duplicate-text', '方砖'), 2);
    assert.equal(errors(PAGE, 'duplicate-text', '用方砖铺成'), 2);
    assert.equal(errors(PAGE, 'duplicate-text', '用方砖铺成，'), 4);
    assert.equal(errors(PAGE, 'duplicate-text', '望江路的人行道用方砖铺成'), 4);
  });

  it('counts a lost passage as long, a lost name as a word, a figure as one', () => {
    assert.equal(errors(PAGE, 'orphan-fragment', '近'), 4);
    assert.equal(errors(PAGE, 'missing-credit', '乘客可在候船厅'), 2);
    assert.equal(errors(PAGE, 'lost-digit', '候船厅等候'), 1);
  });

  it('doubles in a head', () => {
    assert.equal(errors(PAGE, 'unpaired-mark', '渡'), 2);
    assert.equal(errors(PAGE, 'duplicate-text', '今起'), 4);
  });

  it('forgives what is the archive’s and not the paper’s, and leaves hints out', () => {
    for (const code of ['broken-line', 'compat-character', 'spaced-text', 'unresolved-continuation'])
      assert.equal(errors(PAGE, code, '方砖'), 0, code);
    assert.equal(errors(PAGE, 'unpaired-mark', '渡', { severity: 'hint' }), 0);
  });

  it('counts each lost character of a line, and none that is only encoded', () => {
    const sheet = sheetOf('body | 渡船\uFFFD亮了灯，乘客\uFFFD\uFFFD在候船厅等候&nbsp;片刻。');
    assert.equal(errorRate(sheet, problems(contextOf(sheet))).errors, 1 + 2);
  });

  it('counts the same error three times and no more, over all the parts of an issue', () => {
    const page = sheetOf(Array.from({ length: 2 }, () => 'body | 渡船亮了灯\uFFFD。').join('\n'));
    const found = problems(contextOf(page));
    assert.equal(errorRate(page, found).errors, 2);
    const both = new Errors().add(page, found).add(page, found).rate;
    assert.deepEqual([both.errors, both.characters], [3, 2 * errorRate(page, found).characters]);
  });

  it('is the share of ten thousand characters, without blanks', () => {
    const sheet = sheetOf('body | 渡船　亮了灯\uFFFD。');
    assert.deepEqual(errorRate(sheet, problems(contextOf(sheet))), { errors: 1, characters: 7, rate: 10_000 / 7 });
    assert.equal(errorRate(sheetOf(''), []).rate, 0);
  });

  it('of a part counts that part alone', () => {
    const sheet = sheetOf('headline | 夜航今起“试运行\nbody | 近来，渡船亮了灯\uFFFD，乘客可在候船厅等候。');
    const found = problems(contextOf(sheet));
    assert.equal(errorRate(sheet, found).errors, 2 + 1);
    assert.equal(errorRate(sheet, found, sheet.articles[0].head[0].span).errors, 2);
  });
});

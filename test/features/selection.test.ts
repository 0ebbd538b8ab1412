import assert from 'node:assert';
import { selection } from '../../server/features/selection';
import { cursorIn, page, words } from './page';

/** What the selection grows through: each step by its first and last four characters. */
function steps(marked: string): string[] {
  const { sheet, at } = cursorIn(marked);
  return selection(sheet, at)
    .map((span) => words(sheet, span))
    .map((step) => `${step.slice(0, 4)}…${step.slice(-4)}`);
}

describe('selection', () => {
  it('grows from the sentence to the paragraph, section, article and page', () => {
    assert.deepStrictEqual(
      steps(page.replace('社区干', '社区‸干')),
      ['社区干部…和热水。', '【事】堤…和热水。', '河水漫堤…第三版）', '第02版…添了座椅', '第02版…座椅。\n'].map(
        (step, i) => (i === 3 ? '第02版…了座椅。' : i === 4 ? '第02版…椅。\n\n' : step),
      ),
    );
  });

  it('takes a sentence over a broken line, and its closing quotation mark', () => {
    const broken = page.replace('把低处的住户请到学校礼堂', '把低处的住\n\n户‸请到学校礼堂');
    assert.strictEqual(steps(broken)[0], '社区干部…和热水。');
    const quoted = page.replace('一夜没有合眼。', '说：“一夜没‸有合眼。”社区来了人。');
    assert.strictEqual(steps(quoted)[0], '【事】堤…合眼。”');
  });

  it('has something to say at every offset, each step larger than the one inside it', () => {
    const { sheet } = cursorIn(`‸${page}`);
    for (let at = 0; at <= sheet.text.length; at++) {
      const chain = selection(sheet, at);
      assert.ok(chain.length > 0);
      chain.forEach((span, i) => {
        const inner = chain[i - 1] ?? { from: at, to: at };
        assert.ok(span.from <= inner.from && span.to >= inner.to, `at ${at}`);
      });
    }
  });

  it('is empty for an empty text', () => assert.deepStrictEqual(steps('‸'), []));
});

import assert from 'node:assert';
import fc from 'fast-check';
import { type Done, logged, logLines, logOf, reverted } from '../../server/features/provenance';
import { applyEdits } from '../../server/text/edit';
import { Text } from '../../server/text/text';

const AT = '2001-02-03T04:05:06.789Z';
const WORDS = '渡船夜航灯火归家，昨夜八时末班船靠岸。\n';

/** A text, and fixes on it that do not meet. */
const work = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...WORDS), minLength: 5, maxLength: 200 }),
    fc.array(fc.tuple(fc.nat(30), fc.nat(4), fc.string({ unit: fc.constantFrom(...WORDS), maxLength: 4 })), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, steps]) => {
    const done: Done[] = [];
    let at = 0;
    for (const [gap, length, insert] of steps) {
      const from = at + gap + 1;
      const to = Math.min(text.length, from + length);
      if (from > text.length || (from === to && insert === '')) break;
      done.push({ rule: `rule-${done.length}`, edits: [{ from, to, insert }] });
      at = to;
    }
    return { text: Text.of(text), done };
  });
const applied = ({ text, done }: { text: Text; done: Done[] }): Text =>
  applyEdits(
    text,
    done.flatMap(({ edits }) => edits),
  );

describe('provenance', () => {
  it('takes everything back to the very text there was', () => {
    fc.assert(
      fc.property(work, ({ text, done }) => {
        const result = reverted(applied({ text, done }), logged(text, done, 'a.txt', AT));
        assert.strictEqual(result.text.toString(), text.toString());
        assert.strictEqual(result.undone.length, done.length);
      }),
    );
  });

  it('takes several strokes back, the latest first', () => {
    fc.assert(
      fc.property(work, work, ({ text, done }, second) => {
        const middle = applied({ text, done });
        const fitting = second.done.filter(({ edits }) => edits.every(({ to }) => to <= middle.length));
        const end = applied({ text: middle, done: fitting });
        const records = [...logged(middle, fitting, 'a.txt', AT, 1), ...logged(text, done, 'a.txt', AT, 0)];
        assert.strictEqual(reverted(end, records).text.toString(), text.toString());
      }),
    );
  });

  it('finds its places after the text was edited elsewhere, and refuses where it does not', () => {
    const text = Text.of('昨夜八时，末班船\n靠岸，二十余名乘客依次上岸，船工最后一个离开。');
    const records = logged(text, [{ rule: 'broken-line', edits: [{ from: 8, to: 9, insert: '' }] }], 'a.txt', AT);
    const mended = text.toString().replace('\n', '');
    const moved = reverted(Text.of(`第一行\n${mended}尾声`), records);
    assert.strictEqual(moved.text.toString(), `第一行\n${text}尾声`);
    const rewritten = reverted(Text.of(mended.replace('靠岸', '到岸')), records);
    assert.deepStrictEqual([rewritten.undone.length, rewritten.refused.length], [0, 1]);
    const twice = reverted(Text.of(`前\n${mended}\n${mended}`), records);
    assert.strictEqual(twice.refused.length, 1);
  });

  it('takes one of several back', () => {
    const text = Text.of('甲乙\n丙丁\n戊己');
    const edits = [2, 5].map((from) => ({ rule: 'broken-line', edits: [{ from, to: from + 1, insert: '' }] }));
    const [first] = logged(text, edits, 'a.txt', AT);
    assert.strictEqual(reverted(Text.of('甲乙丙丁戊己'), [first]).text.toString(), '甲乙\n丙丁戊己');
  });

  it('is written and read again; other lines are named', () => {
    const records = logged(Text.of('甲乙'), [{ rule: 'x', edits: [{ from: 0, to: 1, insert: '丙' }] }], 'a.txt', AT);
    assert.deepStrictEqual(logOf(`${logLines(records)}{}\nno\n`), { records, faults: [1, 2] });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mended } from '../../server/rules/apply';
import type { Fix } from '../../server/rules/rule';
import type { Edit } from '../../server/text/edit';
import { Text } from '../../server/text/text';

const TEXT = Text.of('昨日清晨，石桥镇便民菜场开门迎客，附近居民不必再绕行。');

/** A fix that declares just what its edits do. */
const honest = (text: Text, edits: readonly Edit[]): Fix => ({
  title: { words: { en: '', zh: '' }, args: [] },
  tier: 'certain',
  edits,
  declares: {
    removes: edits.map(({ from, to }) => text.slice(from, to)).join(''),
    adds: edits.map(({ insert }) => insert).join(''),
  },
});
const cut = (words: string, insert = ''): Edit => {
  const from = TEXT.toString().indexOf(words);
  return { from, to: from + words.length, insert };
};

describe('fixes applied together', () => {
  it('leave out the later of two that touch the same characters', () => {
    const [one, other] = [honest(TEXT, [cut('石桥镇')]), honest(TEXT, [cut('镇便民')])];
    const { text, applied, refused } = mended(TEXT, [other, one]);
    assert.equal(text.toString(), TEXT.toString().replace('石桥镇', ''));
    assert.deepEqual([applied, refused], [[one], [other]]);
  });

  it('leave a fix out as a whole', () => {
    const two = honest(TEXT, [cut('清晨'), cut('桥镇便')]);
    const { text, refused } = mended(TEXT, [honest(TEXT, [cut('石桥')]), two]);
    assert.equal(text.toString().includes('镇便民'), true);
    assert.equal(refused.length, 1);
  });

  it('may interleave, and stand side by side', () => {
    const [outer, inner] = [honest(TEXT, [cut('昨日'), cut('绕行')]), honest(TEXT, [cut('清晨'), cut('便民')])];
    assert.deepEqual(mended(TEXT, [outer, inner]).refused, []);
  });

  it('leave out what does more than it declares', () => {
    const liar = { ...honest(TEXT, [cut('便民')]), declares: { removes: '便', adds: '' } };
    const { text, refused } = mended(TEXT, [liar, honest(TEXT, [cut('昨日', '今日')])]);
    assert.deepEqual([text.toString(), refused], [TEXT.toString().replace('昨日', '今日'), [liar]]);
  });

  it('do together what they declare, and nothing else, whatever they are', () => {
    const edit = fc.tuple(
      fc.nat(40),
      fc.nat(6),
      fc.string({ unit: fc.constantFrom('人', '⼈', '\n', '，'), maxLength: 3 }),
    );
    const property = fc.property(
      fc.string({ unit: fc.constantFrom('甲', '乙', '，', '\n', '　'), minLength: 1, maxLength: 40 }),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      (content, wishes) => {
        const text = Text.of(content);
        const wanted = wishes.flatMap((edits) => {
          let end = 0;
          const inOrder = edits.map(([gap, length, insert]) => {
            const from = Math.min(text.length, end + gap);
            end = Math.min(text.length, from + length);
            return { from, to: end, insert };
          });
          return [honest(text, inOrder)];
        });
        const { text: after, applied, refused } = mended(text, wanted);
        assert.equal(applied.length + refused.length, wanted.length);
        const count = (words: string): string => [...words].sort().join('');
        const [removes, adds] = (['removes', 'adds'] as const).map((side) =>
          applied.map(({ declares }) => declares[side]).join(''),
        );
        assert.equal(count(after.toString() + removes), count(content + adds));
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

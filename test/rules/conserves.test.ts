import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../server/parse/parse';
import { mended } from '../../server/rules/apply';
import { conserves } from '../../server/rules/conserves';
import type { Fix } from '../../server/rules/rule';
import { fixes, problems } from '../../server/rules/rules';
import { applyEdits, type Edit } from '../../server/text/edit';
import { Text } from '../../server/text/text';
import { message } from '../../server/text/words';
import { contextOf } from './check';

const fixOf = (edits: Edit[], removes: string, adds: string, moves?: boolean): Fix => ({
  title: message({ en: 'x', zh: 'x' }),
  tier: 'likely',
  edits,
  declares: { removes, adds, moves },
});

const does = (content: string, fix: Fix): boolean => {
  const text = Text.of(content);
  return conserves(text, applyEdits(text, fix.edits), fix);
};

describe('conserves', () => {
  it('accepts what is declared and refuses what is not', () => {
    assert.ok(does('渡\n船', fixOf([{ from: 1, to: 2, insert: '' }], '\n', '')));
    assert.ok(!does('渡\n船', fixOf([{ from: 1, to: 3, insert: '' }], '\n', '')));
    assert.ok(!does('渡\n船', fixOf([{ from: 1, to: 2, insert: '口' }], '\n', '')));
    assert.ok(!does('渡口', fixOf([{ from: 0, to: 1, insert: '口' }], '口', '渡')));
  });

  it('lets a move change places and nothing else', () => {
    const move: Edit[] = [
      { from: 0, to: 0, insert: '船' },
      { from: 1, to: 2, insert: '' },
    ];
    assert.ok(does('渡船', fixOf(move, '', '', true)));
    assert.ok(!does('渡船', fixOf(move, '', '')));
    assert.ok(!does('渡口', fixOf(move, '', '', true)));
  });

  it('sees what was applied otherwise than the edits say', () => {
    const fix = fixOf([{ from: 1, to: 2, insert: '' }], '口', '');
    assert.ok(!conserves(Text.of('渡口船'), Text.of('渡口'), fix));
  });

  const characters = fc.constantFrom(
    ...'渡船口，。“”《》⼈⼤ 　\n\n\uFFFD\u0000a1(记者通讯员摄)星期三2025年6月18日&nbsp;上接01版',
  );
  it('holds every fix of every rule, over random text', () =>
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 200 }), (list) => {
        const context = contextOf(parse(Text.of(list.join(''))));
        for (const problem of problems(context))
          for (const fix of fixes(context, problem)) {
            const { applied, text } = mended(context.sheet.text, [fix]);
            assert.deepEqual(applied, [fix]);
            if (fix.tier === 'certain') assert.notEqual(text.toString(), context.sheet.text.toString());
          }
      }),
      { numRuns: 300 },
    ));
});

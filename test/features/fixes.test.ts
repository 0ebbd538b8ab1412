import assert from 'node:assert';
import { certainFixes, quickFixes } from '../../server/features/fixes';
import { reflow } from '../../server/features/formatting';
import { Issue } from '../../server/issue/issue';
import type { Context, Settings } from '../../server/rules/rule';
import { applyEdits, type Edit } from '../../server/text/edit';
import { page, sheetOf } from './page';

const broken = page.replace('水位上涨,', '水位上涨\n\n,').replace('晚上十点,', '晚上十点\n\n,');
/** Read by a recogniser that is sure of itself: how sure it is of what is measured elsewhere. */
function context(text: string): Context {
  const sheet = sheetOf(text);
  const blocks = sheet.blocks.map((block) => ({ ...block, confidence: 1 }));
  return { file: 'file:///02.txt', sheet: { ...sheet, blocks }, issue: Issue.empty };
}
const none: Settings = { severities: {} };
const applied = (text: string, edits: readonly Edit[]): string => applyEdits(sheetOf(text).text, edits).toString();

const all = (text: string) => certainFixes(context(text), none).done.flatMap(({ edits }) => edits);

describe('fixes', () => {
  it('offers the fix of the problem at a place, and one for all of its kind', () => {
    const at = broken.indexOf('水位上涨\n') + 3;
    const [one, all] = quickFixes(context(broken), none, { from: at, to: at });
    assert.strictEqual(one.preferred, true);
    assert.strictEqual(applied(broken, one.edits), broken.replace('上涨\n\n', '上涨'));
    assert.strictEqual(applied(broken, all.edits), page);
    assert.strictEqual(all.problems.length, 2);
  });

  it('offers nothing where no problem is, or where its rule is off', () => {
    assert.deepStrictEqual(quickFixes(context(broken), none, { from: 0, to: 3 }), []);
    const at = broken.indexOf('水位上涨\n') + 3;
    const off: Settings = { severities: { 'broken-line': 'off' } };
    assert.deepStrictEqual(quickFixes(context(broken), off, { from: at, to: at }), []);
  });

  it('mends all that is certain at once, and then finds nothing more to mend', () => {
    assert.strictEqual(applied(broken, all(broken)), page);
    assert.deepStrictEqual(all(page), []);
  });

  it('mends two problems at one place, what the first brings to light at the second time', () => {
    // A hidden character in the gap that the join takes away.
    const both = page.replace('水位上涨,', '水位上涨\n\u200b\n,');
    const once = applied(both, all(both));
    assert.strictEqual(applied(once, all(once)), page);
    assert.strictEqual(certainFixes(context(both), none).leftOut, 0);
  });

  it('formats by joining lines, in the whole text or in a part of it', () => {
    assert.strictEqual(applied(broken, reflow(context(broken))), page);
    const first = { from: 0, to: broken.indexOf('渡船夜航') };
    assert.strictEqual(applied(broken, reflow(context(broken), first)), broken.replace('上涨\n\n', '上涨'));
  });
});

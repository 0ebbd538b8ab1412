import assert from 'node:assert/strict';
import { mended } from '../../server/rules/apply';
import { orphanFragment } from '../../server/rules/orphan-fragment';
import { check, contextOf, found, sheetOf } from './check';

describe('orphan-fragment', () => {
  it('finds a paragraph that lost its beginning below a headline', () =>
    check(
      orphanFragment,
      `
headline | 三家医院联合义诊
body | ⟦生组⟧织近日发布的指南被译成中文，三家医院的医生据此为居民讲解了慢性病的预防。
body | 世界卫生组织的指南共有六章。
`,
    ));

  it('offers to move back a head that stands at the paragraph’s own end', () => {
    const sheet = sheetOf(`
headline | 古渡口增开渡船
body | 案,即在节日期间增开三条渡船,同时派专人维持秩序,针对游客的需求,社区已做出了特别预案。
`);
    const [problem] = found(orphanFragment, sheet);
    const [fix] = orphanFragment.fix?.(contextOf(sheet), problem) ?? [];
    assert.ok(fix.declares.moves);
    const { text, refused } = mended(sheet.text, [fix]);
    assert.deepEqual(refused, []);
    assert.match(text.line(1), /^(针对游客的需求,)?社区已做出了特别预案,即在节日期间/);
  });

  it('lets true openings be, and texts after running text', () =>
    check(
      orphanFragment,
      `
headline | 夜航试运行
body | 近年来，澄湖两岸往来日益频繁，轮渡公司决定试行夜航，末班船延至二十二时。
body | 案件的审理持续了三天，法庭将择日宣判，旁听的市民有一百多人。
`,
    ));
});

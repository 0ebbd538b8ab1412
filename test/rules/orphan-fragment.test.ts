import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { mended } from '../../server/rules/apply';
import { brokenLine } from '../../server/rules/broken-line';
import { orphanFragment } from '../../server/rules/orphan-fragment';
import { fixes, problems } from '../../server/rules/rules';
import { Text } from '../../server/text/text';
import { damage } from '../damage';
import { generateIssue } from '../generate';
import { seeded } from '../random';
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

  it('finds one amid a text where nothing whole opens so', () =>
    check(
      orphanFragment,
      `
headline | 老仓库开了读书班
body | 傍晚六点，望江路上的老仓库亮起了灯，四十个座位坐满了人，年纪最大的一位八十一岁。
body | ⟦的仓⟧库，今年三月由街道出资改造，铺了地板，装了空调，每周三和周六晚上开门。
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

  it('finds first words that stand at the paragraph’s own end, wherever it stands, and restores it', () =>
    check(
      orphanFragment,
      `
headline | 三家医院联合义诊
body | 昨天下午，来看病的多是渡口附近的老人。
body | ⟦生组⟧织近日发布的指南被译成中文，三家医院的医生据此为居民讲解了慢性病的预防。世界卫
body | 世界卫生组织的指南共有六章。
`,
      `
三家医院联合义诊
昨天下午，来看病的多是渡口附近的老人。
世界卫生组织近日发布的指南被译成中文，三家医院的医生据此为居民讲解了慢性病的预防。
世界卫生组织的指南共有六章。
`,
    ));

  it('is told from a line end that cuts a paragraph, although one was read there', () => {
    const sheet = sheetOf(`
headline | 三家医院联合义诊
body | 生组织近日发布的指南被译成中文，三家医院的医生据此为居民讲解了慢性病的预防。世界卫
 | 义诊持续了一整天，来看病的多是渡口附近的老人，世界卫生组织的指南发到了每个人手里。
`);
    assert.deepEqual(found(brokenLine, sheet), []);
    assert.equal(found(orphanFragment, sheet).length, 1);
  });

  it('shows a paragraph that breaks off where it fits, and offers to put the halves together', () => {
    const sheet = sheetOf(`
headline | 夜航试运行
body | 计，用的是旧船灯，夜里照得水池波光粼粼，许多老工人带着儿孙来看，说认得每一道水位线。
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮，灯光由青砚照明研究所设
`);
    const [problem] = found(orphanFragment, sheet);
    assert.deepEqual(
      problem.related?.map(({ place }) => place.start.line),
      [3],
    );
    const [fix] = orphanFragment.fix?.(contextOf(sheet), problem) ?? [];
    assert.match(mended(sheet.text, [fix]).text.line(3), /照明研究所设计，用的是旧船灯.*水位线。$/);
  });

  it('loses no character by a move', () => {
    const characters = (text: string) => [...text].sort().join('');
    let moved = 0;
    for (let seed = 0; seed < 60; seed++) {
      const [{ text: clean }] = generateIssue(seed, { pages: 1, characters: 800 }).pages;
      const damaged = damage(clean, seed % 3 === 0 ? 'cut-off' : 'orphan-fragment', seeded(seed))?.text ?? clean;
      const context = contextOf(parse(Text.of(damaged)));
      for (const problem of problems(context).filter(({ code }) => code === 'orphan-fragment' || code === 'cut-off'))
        for (const fix of fixes(context, problem)) {
          const { text, refused } = mended(context.sheet.text, [fix]);
          assert.deepEqual(refused, []);
          assert.equal(characters(text.toString()), characters(damaged));
          assert.notEqual(text.toString(), damaged);
          moved++;
        }
    }
    assert.ok(moved > 20, `${moved}`);
  });

  it('lets true openings be, and texts after running text', () =>
    check(
      orphanFragment,
      `
headline | 夜航试运行
body | 近年来，澄湖两岸往来日益频繁，轮渡公司决定试行夜航，末班船延至二十二时。
body | 案件的审理持续了三天，法庭将择日宣判，旁听的市民有一百多人。
headline | 雨夜里的一盏灯
body | 上周六夜里，暴雨把望山三桥下的路淹了半米深，住在桥边的修车师傅把工作灯挂到了路牌上。
headline | 寄自守塔人的信
body | 妈：塔上下雪了，炉子烧得很旺，您不用惦记，等船通了我就回家过年，给您带一筐澄湖的菱角。
headline | 路灯说明牌征集文字
body | 市路灯管理所将为五十盏老路灯设立说明牌，即日起向市民征集文字，每条不超过四十字。
headline | 岭后村修通环山路
body | 村里的环山路昨天通车，从此运茶下山不必再绕行十二公里，茶农们凑钱放了一挂鞭炮。
`,
    ));
});

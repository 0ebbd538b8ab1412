import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { brokenLine } from '../../server/rules/broken-line';
import { Text } from '../../server/text/text';
import { check, contextOf, found, sheetOf } from './check';

/** A report whole in every line. */
const OPENING =
  '澄湖轮渡试行夜航\n　　青岩日报讯（记者 岳清）从今天起，澄湖轮渡公司试行夜航，末班船由十九时延至二十二时三十分，票价仍为两元。';

describe('broken-line', () => {
  it('joins a paragraph over line ends and indents, and takes nothing but them', () => {
    check(
      brokenLine,
      `
headline | 老码头改造完工
body     | 青岩日报讯 改造后的码头设有候船厅，轮渡在雾天也能正⟦常
         | 　　停⟧靠。
body     | 下一段不受影响。
`,
      `
老码头改造完工
青岩日报讯 改造后的码头设有候船厅，轮渡在雾天也能正常停靠。
下一段不受影响。
`,
    );
  });

  it('keeps a blank between Latin words, and none inside Chinese text', () => {
    check(
      brokenLine,
      `
body | The ferry has run on the lake since the autumn of last year an⟦d
     | t⟧he new pier opened in May.
body | 展馆引进了Galla⟦r
     | d⟧o公司的投影机。
`,
      `
The ferry has run on the lake since the autumn of last year and the new pier opened in May.
展馆引进了Gallardo公司的投影机。
`,
    );
  });

  it('sees a hard-wrapped region as one problem', () => {
    check(
      brokenLine,
      `
body | ⟦澄湖轮渡公司今起试
     | 行夜航，末班船延至
     | 二十二时，票价不变。
body | 船头装了补光灯，船
     | 长说，夜里视线并不
     | 差，乘客可以放心。⟧
`,
      `
澄湖轮渡公司今起试行夜航，末班船延至二十二时，票价不变。
船头装了补光灯，船长说，夜里视线并不差，乘客可以放心。
`,
    );
  });

  it('leaves alone what is whole: sentences, signatures, numbers to call, verse', () => {
    const whole = [
      '棉花长得挺好，能不能自己留种？　　河湾乡　岳清\n棉花自己留种，头一年看不出来，第二年就混了。',
      '轮渡公司招聘水手六名，身体健康，待遇从优。联系人：白先生　电话：334012转202\n望江酒店招收服务员二十名，高中文化，报名地点在环城南路。',
      '3.留下可以检验的约定\n讨论结束时，只写一句话：下周谁在哪个班试什么，到了下周先听结果。',
      '凡逾期未取的，请持原件到窗口补办，签收并注明日期。（劳工组）\n更正　本报四月四日第二版“三个饲养员”一文，数字有误，特此更正。',
      '　　信用社办公时间不合理\n　　石磨乡　白　露\n快板：夸咱社\n　　打竹板，响连环，\n　　听我把咱社夸一番。\n　　去年入社四十户，\n　　今年全村心相连。\n　　渠水引到山坡上，\n　　干土变成米粮川。',
    ];
    for (const lines of whole)
      assert.deepEqual(found(brokenLine, parse(Text.of(`${OPENING}\n${lines}\n${OPENING}`))), [], lines);
  });

  it('leaves to a person a join after a sentence that ends with its line', () => {
    const sheet = sheetOf('body | 夜航的末班船由十九时延至二十二时三十分，逢周末再延一小时。\n | 票价不变。');
    const [problem] = found(brokenLine, sheet);
    assert.deepEqual(
      brokenLine.fix?.(contextOf(sheet), problem).map((fix) => fix.tier),
      ['likely'],
    );
  });

  const doubted = (rows: string) => {
    const sheet = sheetOf(rows);
    return { ...sheet, blocks: sheet.blocks.map((block) => ({ ...block, joined: 0.6 })) };
  };

  it('says nothing of a join that the recogniser doubts and nothing bears out', () => {
    const summary = doubted('body | 轮渡公司把夜航当作方便市民的大事来办\n | 进入六月，澄湖两岸的灯亮得更晚。');
    assert.deepEqual(found(brokenLine, summary), []);
    const note = doubted('body | 晚会的压轴节目是渡船工人的合唱（青岩艺术团）\n | （以演出为准）');
    assert.deepEqual(found(brokenLine, note), []);
  });

  it('joins no signature or note to the sentence before it, though the recogniser would', () => {
    for (const aside of ['（水木）', '——编 者'])
      assert.deepEqual(found(brokenLine, sheetOf(`body | 老人说，灯从此彻夜不熄。\n | ${aside}`)), []);
    assert.equal(found(brokenLine, sheetOf('body | 老人说，灯从此彻夜不熄。\n | （下转03版）')).length, 1);
  });

  it('trusts a doubted join where a word, a stop, a hanging word or the text itself bears it out', () => {
    for (const rows of [
      'body | 轮渡公司今年添了两条电动渡船，每条可载一百二十人，船头装了补\n | 光灯，雾天也能过江。',
      'body | 轮渡公司今起试行夜航。新添的两条电动渡船各有座位\n | 六十个，末班船延至二十二时。',
      'body | 轮渡公司添了两条电动渡船，新船头装了雪亮的\n | 补光灯，雾天也能过江。',
      'body | 轮渡公司从下月一日起把夜航的末班船一直延到了对岸的望江\n | 渡口，从此夜里也能过江。\nbody | 望江渡口的灯彻夜不熄。',
    ])
      assert.equal(found(brokenLine, doubted(rows)).length, 1, rows);
  });

  it('leaves the items of a list out of a fix-all', () => {
    const sheet = sheetOf('body | 青砚市渡口信息发布与客流疏导一体化系统第二期工程\n | 澄湖水文无人监测平台');
    const [problem] = found(brokenLine, sheet);
    assert.deepEqual(
      brokenLine.fix?.(contextOf(sheet), problem).map((fix) => fix.tier),
      ['likely'],
    );
  });

  it('joins what opens a quotation and what closes it, whatever the line was taken for', () =>
    check(
      brokenLine,
      `
headline | 夜航试运行
subhead | “等船的时候能看见⟦对
body | 岸⟧的灯，心里就踏实。”护士安晓棠说。
body | 老人唱道：“渡船渡船，
body | 过了河湾。”
`,
      `
夜航试运行
“等船的时候能看见对岸的灯，心里就踏实。”护士安晓棠说。
老人唱道：“渡船渡船，
过了河湾。”
`,
    ));

  it('joins prose to what cuts a word before it, and no subhead that ends with a word', () =>
    check(
      brokenLine,
      `
headline | 夜航试运行
subhead | 改造后的码头在雾天也能⟦正
body | 常⟧停靠，末班船延至二十二时。
subhead | 渡口的灯亮了
body | 老人说，灯从此彻夜不熄。
`,
      `
夜航试运行
改造后的码头在雾天也能正常停靠，末班船延至二十二时。
渡口的灯亮了
老人说，灯从此彻夜不熄。
`,
    ));

  it('joins a head that was wrapped in the middle of a word, and none where nothing is wrapped', () => {
    const sheet = sheetOf(
      'headline | 澄湖轮渡公司添置两条电动渡船服务两岸经济社\nheadline | 会发展\nbody | 夜航今起试行。',
    );
    const wrapped = { ...sheet, profile: { ...sheet.profile, wrapWidth: 44 } };
    assert.deepEqual(
      found(brokenLine, wrapped).map(({ joins }) => joins),
      [[0]],
    );
    assert.deepEqual(found(brokenLine, sheet), []);
  });

  it('joins prose that ends with a comma, or in its second clause with a word that wants another', () =>
    check(
      brokenLine,
      `
headline | 夜航试运行
body | 轮渡公司今起试行夜航，末班船延至二十二时⟦，
body | 票⟧价仍为两元。
subhead | 两岸的码头都添了路灯，也添了避雨的长廊⟦与
body | 候⟧船厅，老人有了坐处。
subhead | 青岩河上，来往的船只
body | 老人说，灯从此彻夜不熄。
`,
      `
夜航试运行
轮渡公司今起试行夜航，末班船延至二十二时，票价仍为两元。
两岸的码头都添了路灯，也添了避雨的长廊与候船厅，老人有了坐处。
青岩河上，来往的船只
老人说，灯从此彻夜不熄。
`,
    ));
});

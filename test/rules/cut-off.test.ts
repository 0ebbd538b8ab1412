import assert from 'node:assert/strict';
import { mended } from '../../server/rules/apply';
import { cutOff } from '../../server/rules/cut-off';
import { orphanFragment } from '../../server/rules/orphan-fragment';
import type { Rule } from '../../server/rules/rule';
import { type Files, files } from '../issue/files';
import { check, contextOf, found, sheetOf } from './check';

describe('cut-off', () => {
  it('finds prose that breaks off at an article’s end, in mid-word or after a word that wants more', () =>
    check(
      cutOff,
      `
headline | 夜航试运行
body | 轮渡公司今起试行夜航。公司新添的两条电动渡船各有六十个座位，船头装了补光灯⟦以及⟧
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮，工人们在木牌⟦前合⟧
headline | 月夜
body | 渡口的老人会唱许多歌。每到有月亮的夜里，两岸的人都坐到码⟦头上⟧
headline | 渡口谣
body | 渡口的老人会唱许多歌。
`,
    ));

  it('lets lists, verse, sources, summaries and what goes on be', () =>
    check(
      cutOff,
      `
headline | 渡口谣
body | 渡船渡船，
body | 轮渡公司今起试行夜航。公司新添的两条电动渡船各有六十个座位，船头装了补光灯，
body | 雾天也能过江。
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮　数据来源：青砚市水务局
headline | 来函照登
body | 贵报上月所载青岩河水文一稿，数字有两处不确。水位一项应为三米二。用特函请更正，至纫公谊。此致
headline | 鸣谢
body | 家父出殡之日，承诸亲友远道相送。哀感之中招待不周，特此登报鸣谢。　周子安启
headline | 读者来信
body | 望江路口每逢散场就挤得水泄不通，自行车乱停乱放，请有关单位管一管。　读者　周　安
headline | 寻人
body | 老人身高一米五五，短发花白，穿蓝布上衣，昨日在菜场附近走失。知其下落者请告。电话：6180077　钟先生
headline | 夜航见闻
body | 夜航不只是多开几班船。它让下晚班的人早一点到家，让两岸靠得更近一点
subhead | 灯亮了
body | 渡口的灯亮了。
`,
    ));

  it('points to the fragment in which it goes on, and offers to put the halves together', () => {
    const sheet = sheetOf(`
headline | 水厂改展厅
body | 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮，灯光由青砚照明研究所设
headline | 夜航试运行
body | 计，用的是旧船灯，夜里照得水池波光粼粼，许多老工人带着儿孙来看，说认得每一道水位线。
body | 票价不变。
`);
    const [problem] = found(cutOff, sheet);
    assert.deepEqual(
      problem.related?.map(({ place }) => place.start.line),
      [3],
    );
    const [fix] = cutOff.fix?.(contextOf(sheet), problem) ?? [];
    const { text, refused } = mended(sheet.text, [fix]);
    assert.deepEqual(refused, []);
    assert.match(text.line(1), /照明研究所设计，用的是旧船灯.*水位线。$/);
    assert.equal(text.line(3), '');
  });

  it('points to other pages of the issue, and so does the fragment there', () => {
    const issue = files(`=== 青砚日报/2025-06-18/01.txt
2025年6月18日 星期三 第01版 要闻

水厂改展厅
青砚日报讯(记者/安然) 老水厂改成了展厅。
策展人说，墙上一圈圈的水位线是城市的年轮。灯光由青砚照明研究所设
=== 青砚日报/2025-06-18/02.txt
2025年6月18日 星期三 第02版 城事

渡口的灯
生组织近日发布的指南被译成中文，渡口医院的医生据此为居民讲解了慢性病的预防。
指南由世界卫生组织编写。

河堤加固
青砚日报讯(记者/丁羽) 河堤加固今天开工，工期三个月。
工程由青砚水务局负责。居民可以到现场查看图纸，也可以打电话询问世界卫
`);
    const [problem] = find(orphanFragment, issue, '02');
    assert.deepEqual(
      problem.related?.map(({ place }) => place.start.line),
      [8],
    );
    const one = files(issueOf('计，用的是旧船灯，夜里照得水池波光粼粼，许多老工人带着儿孙来看。'));
    const [cut] = find(cutOff, one, '01');
    assert.deepEqual(
      cut.related?.map(({ file }) => file),
      ['青砚日报/2025-06-18/02.txt'],
    );
    const [orphan] = find(orphanFragment, one, '02');
    assert.deepEqual(
      orphan.related?.map(({ file, place }) => [file, place.start.line]),
      [['青砚日报/2025-06-18/01.txt', 3]],
    );
  });
});

const issueOf = (opening: string): string => `=== 青砚日报/2025-06-18/01.txt
2025年6月18日 星期三 第01版 要闻

水厂改展厅
青砚日报讯(记者/安然) 老水厂改成了展厅。策展人说，墙上一圈圈的水位线是城市的年轮，灯光由青砚照明研究所设
=== 青砚日报/2025-06-18/02.txt
2025年6月18日 星期三 第02版 城事

渡口的灯
${opening}
渡口的灯彻夜不熄，灯光由研究所设计。
`;

function find(rule: Rule, { issue, sheets }: Files, label: string) {
  const file = `青砚日报/2025-06-18/${label}.txt`;
  const sheet = sheets.get(file);
  assert.ok(sheet);
  return [...rule.find({ file, sheet, issue })];
}

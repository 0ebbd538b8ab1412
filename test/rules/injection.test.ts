import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { mended } from '../../server/rules/apply';
import { fixes, problems } from '../../server/rules/rules';
import { Text } from '../../server/text/text';
import { type DamageKind, damage, RESTORABLE } from '../damage';
import { seeded } from '../random';
import { contextOf } from './check';

const CLEAN = `2025年6月18日 星期三 第01版:要闻

渡船夜航今起试运行

青岩日报讯(全媒体记者/俞小满) 从今天起,澄湖轮渡公司在望江路航线上试行夜航,末班船延至22时30分,票价仍为2元。

据测算,夜航每天可多运送乘客1800人次,主要是下晚班的工人。轮渡公司新添的两条电动渡船各有60个座位,船头装了补光灯。

“等船的时候能看见对岸的灯,心里就踏实。”在澄湖新村租房的护士安晓棠说,她每天都坐这班船,风雨无阻。

轮渡公司的服务手册《夜航须知》提醒,试运行期间如遇大雾,将临时停航,乘客可拨打电话查询。

老水厂改成了下沉展厅

青岩日报讯(全媒体记者/舒望) 老水厂的三个沉淀池改成了下沉展厅,保留了池壁上一圈圈的水位线,策展人说,那些水位线是城市的年轮。

记者在现场看到,展厅入口立着一块木牌,上面写着水厂从建成到停用的年份,许多老工人在木牌前合影留念。
`;

/** Kinds that a fix restores to the letter, and how many of twenty must be: where words stood is often a guess. */
const RESTORED: Partial<Record<DamageKind, number>> = {
  'broken-word': 18,
  'broken-word-blank': 18,
  'compat-character': 20,
  'spaced-text': 20,
  'duplicate-clause': 12,
  'control-character': 20,
  entity: 20,
};

describe('damage', () => {
  it('is not found where there is none', () => {
    const context = contextOf(parse(Text.of(CLEAN)));
    assert.deepEqual(problems(context), []);
  });

  for (const kind of RESTORABLE.filter((k) => RESTORED[k] !== undefined))
    it(`${kind}: found, fixed, equal to the original`, () => {
      let restored = 0;
      for (let seed = 0; seed < 20; seed++) {
        const damaged = damage(CLEAN, kind, seeded(seed));
        if (!damaged) continue;
        const context = contextOf(parse(Text.of(damaged.text)));
        const first = problems(context).flatMap((problem) => fixes(context, problem).slice(0, 1));
        if (mended(context.sheet.text, first).text.toString() === CLEAN) restored++;
      }
      assert.ok(restored >= (RESTORED[kind] ?? 0), `${restored} of 20`);
    });
});

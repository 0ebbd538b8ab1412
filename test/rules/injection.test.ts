import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { mended } from '../../server/rules/apply';
import { fixes, problems } from '../../server/rules/rules';
import { Text } from '../../server/text/text';
import { DAMAGE_KINDS, type Damaged, type DamageKind, damage } from '../damage';
import { seeded } from '../random';
import { contextOf } from './check';

const CLEAN = `2025年6月18日 星期三 第01版:要闻

渡船夜航今起试运行

青岩日报讯(全媒体记者/俞小满) 从今天起,澄湖轮渡公司在望江路航线上试行夜航,末班船延至22时30分,票价仍为2元。

据测算,夜航每天可多运送乘客1800人次,主要是下晚班的工人。轮渡公司新添的两条电动渡船各有60个座位,船头装了补光灯。

“等船的时候能看见对岸的灯,心里就踏实。”在澄湖新村租房的护士安晓棠说,她每天都坐这班船,风雨无阻。

轮渡公司的服务手册《夜航须知》提醒,试运行期间如遇大雾,将临时停航,乘客可拨打电话查询。

新添的渡船停靠在望江路码头。本报记者 安晓棠 摄

老水厂改成了下沉展厅

青岩日报讯(全媒体记者/舒望) 老水厂的三个沉淀池改成了下沉展厅,保留了池壁上一圈圈的水位线,策展人说,那些水位线是城市的年轮。

记者在现场看到,展厅入口立着一块木牌,上面写着水厂从建成到停用的年份,许多老工人在木牌前合影留念。
`;

/** Of twenty, how many are found, and how many some fix of theirs restores to the letter: where words stood is often a guess. */
const EXPECTED: Partial<Record<DamageKind, { found: number; restored: number }>> = {
  'broken-word': { found: 18, restored: 18 },
  'broken-word-blank': { found: 18, restored: 18 },
  'broken-number': { found: 20, restored: 20 },
  'broken-number-blank': { found: 20, restored: 20 },
  'broken-quotation': { found: 20, restored: 20 },
  'broken-quotation-blank': { found: 20, restored: 20 },
  'hard-wrap': { found: 20, restored: 5 },
  'orphan-fragment': { found: 20, restored: 20 },
  'duplicate-clause': { found: 18, restored: 18 },
  'duplicate-block': { found: 20, restored: 20 },
  'unpaired-mark': { found: 20, restored: 4 },
  'compat-character': { found: 20, restored: 20 },
  'spaced-text': { found: 20, restored: 20 },
  'replacement-character': { found: 20, restored: 0 },
  mojibake: { found: 20, restored: 0 },
  'control-character': { found: 20, restored: 20 },
  // Half of the sizes have no letter or no digit, and may be a year or a word.
  'chunk-size': { found: 8, restored: 8 },
  entity: { found: 20, restored: 20 },
  'missing-credit': { found: 20, restored: 0 },
  'cut-off': { found: 13, restored: 0 },
  'date-conflict': { found: 20, restored: 20 },
};

/** What is found of a damage, and whether one of the fixes offered gives back the original. */
function outcome(damaged: Damaged): { found: boolean; restored: boolean } {
  const context = contextOf(parse(Text.of(damaged.text)));
  const { text } = context.sheet;
  const [wanted] = damaged.problems;
  const mine = problems(context).filter(
    ({ code, span, joins }) =>
      code === wanted.code &&
      (joins?.includes(wanted.line - 1) || Math.abs(text.lineAt(span.from) + 1 - wanted.line) <= 1),
  );
  const offered = mine.flatMap((problem) => fixes(context, problem));
  const restored = offered.some((fix) => mended(text, [fix]).text.toString() === damaged.original);
  return { found: mine.length > 0, restored };
}

describe('damage', () => {
  it('is not found where there is none', () => {
    const context = contextOf(parse(Text.of(CLEAN)));
    assert.deepEqual(problems(context), []);
  });

  // A reference to another page is judged among the pages: its rule's own test damages it.
  for (const kind of DAMAGE_KINDS.filter((each) => EXPECTED[each]))
    it(`${kind}: found, fixed, equal to the original`, () => {
      const expected = EXPECTED[kind] ?? { found: 0, restored: 0 };
      const all = Array.from({ length: 20 }, (_, seed) => damage(CLEAN, kind, seeded(seed))).filter(
        (each) => each !== null,
      );
      const outcomes = all.map(outcome);
      const found = outcomes.filter((each) => each.found).length;
      const restored = outcomes.filter((each) => each.restored).length;
      assert.ok(found >= expected.found, `${found} of ${all.length} found`);
      assert.ok(restored >= expected.restored, `${restored} of ${all.length} restored`);
    });
});

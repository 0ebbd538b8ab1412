import assert from 'node:assert/strict';
import { DAMAGE_KINDS, damage } from './damage';
import { hardWrap } from './damage/lines';
import { seeded } from './random';

const CLEAN = `2025年6月18日 星期三 第01版:要闻

渡船夜航今起试运行

青岩日报讯(全媒体记者/俞小满) 从今天起,澄湖轮渡公司在望江路航线上试行夜航,末班船延至22时30分,票价仍为2元。

据测算,夜航每天可多运送乘客1800人次,主要是下晚班的工人。轮渡公司新添的两条电动渡船各有60个座位,船头装了补光灯。

“等船的时候能看见对岸的灯,心里就踏实。”在澄湖新村租房的护士安晓棠说,她每天都坐这班船,风雨无阻。

轮渡公司的服务手册《夜航须知》提醒,试运行期间如遇大雾,将临时停航,乘客可拨打电话查询。下转02版①

试航中的新渡船。通讯员 柳溪 摄

老水厂的三个沉淀池改成了下沉展厅,保留了池壁上一圈圈的水位线,策展人舒望说,那些水位线是城市的年轮。

记者在现场看到,展厅入口立着一块木牌,上面写着水厂从建成到停用的年份,许多老工人在木牌前合影留念。
`;

const bare = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

describe('damage', () => {
  for (const kind of DAMAGE_KINDS) {
    it(`${kind} is repeatable, differs from the original and names lines that are there`, () => {
      for (let seed = 0; seed < 40; seed++) {
        const damaged = damage(CLEAN, kind, seeded(seed));
        assert.ok(damaged, 'no place found');
        assert.deepEqual(damaged, damage(CLEAN, kind, seeded(seed)));
        assert.equal(damaged.original, CLEAN);
        assert.notEqual(damaged.text, CLEAN);
        const lines = damaged.text.split('\n');
        for (const { line } of damaged.problems) assert.notEqual(lines[line - 1].trim(), '');
        for (const line of damaged.joins) assert.notEqual(lines[line - 1].trim(), '');
      }
    });
  }

  it('broken and wrapped lines are the original again once joined', () => {
    for (const kind of DAMAGE_KINDS.filter((k) => /^broken|^hard/.test(k)))
      for (let seed = 0; seed < 40; seed++) {
        const { text, joins, original } = damage(CLEAN, kind, seeded(seed)) as NonNullable<ReturnType<typeof damage>>;
        assert.equal(joined(text, joins), original);
      }
  });

  it('displaced words are all still there', () => {
    for (let seed = 0; seed < 40; seed++) {
      const damaged = damage(CLEAN, 'orphan-fragment', seeded(seed));
      assert.equal(bare(damaged?.text ?? ''), bare(CLEAN));
    }
  });

  it('radicals are taken back by Unicode, a doubled clause by removing it', () => {
    assert.equal(damage(CLEAN, 'compat-character', seeded(3))?.text.normalize('NFKC'), CLEAN.normalize('NFKC'));
    const twice = damage(CLEAN, 'duplicate-clause', seeded(3))?.text ?? '';
    assert.ok(twice.length > CLEAN.length + 10);
  });

  it('finds no place in an empty text', () => {
    for (const kind of DAMAGE_KINDS) assert.equal(damage('', kind, seeded(1)), null);
  });

  it('wraps the rest of a paragraph with the indent asked for', () => {
    assert.equal(hardWrap('　　一二三四五六七八', 5, '　')?.text, '　　一二三\n　四五六七\n　八');
  });
});

function joined(text: string, joins: readonly number[]): string {
  const lines = text.split('\n');
  for (const line of [...joins].reverse()) {
    const next = lines.findIndex((l, i) => i >= line && l.trim() !== '');
    lines.splice(line - 1, next - line + 2, lines[line - 1] + lines[next].replace(/^[\s\u3000]+/, ''));
  }
  return lines.join('\n');
}

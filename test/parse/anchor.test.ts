import assert from 'node:assert';
import fc from 'fast-check';
import { anchorOf, found, type Place } from '../../server/parse/anchor';

const LINES = [
  '渡船夜航 灯火归家',
  '　　昨夜八时，青岩渡口的末班船靠岸，二十余名乘客依次上岸，船工安然最后一个离开。',
  '　　“夜里有船，城南的人回家就不用绕桥。”他说，这条航线下月起延长到十一点。',
  '短讯',
  '　　南关粮仓昨日开放，首日接待市民三百人，预约已排到下周。',
  '短讯',
  '　　石桥小学新添图书两千册，全部来自街坊捐赠。',
];
const places = (lines: readonly string[]): Place[] => lines.map((text, at) => ({ at, text }));

/** After an edit, the text of the line that the anchor of `LINES[index]` finds; null where it finds none. */
function foundIn(index: number, edit: (lines: string[]) => string[]): string | null {
  const lines = edit([...LINES]);
  const [at] = found(places(lines), [anchorOf(places(LINES), index)]);
  return at === null ? null : lines[at];
}

describe('anchor', () => {
  it('finds each line of the text it was made in', () => {
    const lines = places(LINES);
    assert.deepStrictEqual(
      found(
        lines,
        lines.map((_, i) => anchorOf(lines, i)),
      ),
      lines.map((_, i) => i),
    );
  });

  it('finds a line that was moved, indented or spaced out', () => {
    assert.strictEqual(
      foundIn(4, (lines) => [lines[4], ...lines.filter((_, i) => i !== 4)]),
      LINES[4],
    );
    assert.strictEqual(
      foundIn(0, (lines) => ['新的一行', ...lines.map((line) => `    ${line}`)]),
      `    ${LINES[0]}`,
    );
    assert.strictEqual(
      foundIn(0, (lines) => lines.map((line) => [...line].join(' '))),
      [...LINES[0]].join(' '),
    );
  });

  it('finds a line that was edited', () => {
    assert.strictEqual(
      foundIn(1, (lines) => lines.map((line) => line.replace('末班船', '末班渡船'))),
      LINES[1].replace('末班船', '末班渡船'),
    );
    assert.strictEqual(
      foundIn(0, (lines) => lines.map((line) => line.replace('灯火归家', '灯火送人归'))),
      LINES[0].replace('灯火归家', '灯火送人归'),
    );
  });

  it('tells equal lines apart by what stands around them, or by their number', () => {
    const second = (lines: string[]): number | null => found(places(lines), [anchorOf(places(LINES), 5)])[0];
    assert.strictEqual(second(['短讯', '别的事', ...LINES]), 7);
    assert.strictEqual(second(LINES.map((line, i) => (i === 4 || i === 6 ? `全新的话${i}` : line))), 5);
  });

  it('finds nothing rather than another line', () => {
    assert.strictEqual(
      foundIn(4, (lines) => lines.filter((_, i) => i !== 4)),
      null,
    );
    assert.strictEqual(
      foundIn(5, (lines) => lines.filter((_, i) => i < 4)),
      null,
      'the other of two equal lines',
    );
    assert.strictEqual(
      foundIn(0, () => []),
      null,
    );
  });

  it('survives any edits elsewhere', () => {
    const strange = fc.string({ unit: fc.constantFrom(...'渡口夜航昨日市民书船，。记者0 ', '\u3000'), minLength: 1 });
    const other = strange.filter((line) => line.trim() !== '');
    const edit = fc.record({ at: fc.nat(), remove: fc.nat(2), insert: fc.array(other, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(other, { maxLength: 12 }), fc.nat(), fc.array(edit, { maxLength: 8 }), (rest, n, edits) => {
        const kept = '唯独这一行从头到尾没有人碰过它';
        const lines = [...rest];
        lines.splice(n % (rest.length + 1), 0, kept);
        const anchor = anchorOf(places(lines), lines.indexOf(kept));
        let now = [...lines];
        for (const { at, remove, insert } of edits) {
          const here = at % (now.length + 1);
          const gone = now.slice(here, here + remove).filter((line) => line === kept);
          now = [...now.slice(0, here), ...insert, ...gone, ...now.slice(here + remove)];
        }
        const [index] = found(places(now), [anchor]);
        assert.strictEqual(index !== null && now[index], kept);
      }),
    );
  });
});

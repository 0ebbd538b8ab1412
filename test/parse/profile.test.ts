import { deepEqual } from 'node:assert/strict';
import { viewOf } from '../../server/parse/view';
import { Text } from '../../server/text/text';

/** Checks what is inferred of a text's habits. */
function check(text: string, habits: Partial<ReturnType<typeof viewOf>['profile']>): void {
  const { profile } = viewOf(Text.of(text));
  deepEqual({ ...profile, ...habits }, profile);
}

/** Breaks each paragraph after so many characters. */
const set = (paragraphs: readonly string[], characters: number): string =>
  paragraphs.map((each) => each.match(new RegExp(`.{1,${characters}}`, 'gu'))?.join('\n')).join('\n');

const PARAGRAPHS = [
  '沙湾的老码头上，天还没有亮，几条运菜的船已经靠了岸，挑担的人踩着跳板上上下下，谁也顾不上说话。',
  '管船的何伯今年七十三岁，他记得从前一条船要装两千斤，如今一辆小车就能拉走，可他还是每天来看一看。',
  '镇里去年修好了沿江的路，也给码头添了路灯和雨棚，来买菜的人比往年多，卖菜的人也愿意再往这边走。',
  '到了七点钟，太阳升起来，船一条一条地离开，水面上只剩下几只白鹭，何伯收起本子，慢慢地往家里走去。',
];
const INDENTED = [...PARAGRAPHS, ...PARAGRAPHS].map((each) => `　　${each}`);

describe('the profile', () => {
  for (const characters of [24, 16, 12])
    it(`sees the indents of a text wrapped at ${characters} characters`, () =>
      check(set(INDENTED, characters), { indented: true, wrapWidth: 2 * characters }));

  it('sees that a wrapped text has none', () => check(set(PARAGRAPHS, 16), { indented: false, wrapWidth: 32 }));
});

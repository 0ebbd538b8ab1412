import { unpairedMark } from '../../server/rules/unpaired-mark';
import { check } from './check';

describe('unpaired-mark', () => {
  it('finds what is opened or closed alone', () =>
    check(
      unpairedMark,
      `
body | 老水厂改成了⟦“⟧下沉展厅，池壁上留着水位线。
body | 手册⟦《⟧夜航须知⟦）⟧提醒乘客，大雾天停航。
`,
    ));

  it('closes before the next stop, and speech at the end of its paragraph', () =>
    check(
      unpairedMark,
      `
body | 老水厂改成了⟦“⟧下沉展厅，池壁上留着水位线。
body | 舒望说：⟦“⟧那些水位线是城市的年轮。
body | 展厅下周开放。
`,
      `
老水厂改成了“下沉展厅”，池壁上留着水位线。
舒望说：“那些水位线是城市的年轮。”
展厅下周开放。
`,
    ));

  it('lets quotations of several paragraphs, verse and long brackets be', () =>
    check(
      unpairedMark,
      `
body | 舒望说：“水位线是城市的年轮。
body | “我们一条也没有刮掉。
body | “每一条都有年份。”
headline | 渡口谣
body | 老人唱道：“渡船渡船，
body | 过了河湾，
body | 就是家山。”
body | （本文作者是退休教师。
body | 他住在望江路。）
`,
    ));

  it('knows nesting, half-width pairs, apostrophes and list numbers', () =>
    check(
      unpairedMark,
      `
body | “他说‘就来’，(可是)没有来。”It’s late.
body | 1)先登记；2)再上船；a）最后检票。
`,
    ));

  it('does not look for a mark that decoding lost, nor for one beyond a jump', () =>
    check(unpairedMark, 'body | 老水厂改成了“下沉展厅\uFFFD，池壁上留着水位线。'));

  it('inserts the mark where the same words end elsewhere, where speech begins and where its speaker is named', () =>
    check(
      unpairedMark,
      `
body | 手册名为《夜航须知》，每人一本。翻开⟦《⟧夜航须知可以看到，大雾天停航。
body | 安晓棠说：灯一亮，心里就踏实。⟦”⟧
body | ⟦“⟧灯一亮，心里就踏实，安晓棠说，她每天坐这班船。
`,
      `
手册名为《夜航须知》，每人一本。翻开《夜航须知》可以看到，大雾天停航。
安晓棠说：“灯一亮，心里就踏实。”
“灯一亮，心里就踏实，”安晓棠说，她每天坐这班船。
`,
    ));
});

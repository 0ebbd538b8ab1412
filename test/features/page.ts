import { parse } from '../../server/parse/parse';
import type { Sheet } from '../../server/parse/sheet';
import type { Span } from '../../server/text/span';
import { Text } from '../../server/text/text';

/** A page that no good reader takes for anything else. */
export const page = `第02版：民生

河水漫堤 城西停课
——学校周四复课

青岩日报讯(全媒体记者/安然 通讯员/贺　勇) 昨夜大雨,青河水位上涨,城西三所学校今天停课一天。市教育局提醒家长照看好孩子,不要到河边玩耍。

【事】堤上的人一夜没有合眼。社区干部挨家敲门,把低处的住户请到学校礼堂,又送去了棉被和热水。

【理】防汛靠的是平时。堤坝年年修,预案年年练,到了要紧的时候才不会慌乱,这一点城西做到了。（下转第三版）

渡船夜航今起试行

青岩日报讯(全媒体记者/俞小满) 从今天起,城南渡口的渡船开到晚上十点,方便下晚班的市民过河回家。

票价不变,老人和孩子免费。渡口新装了二十盏路灯,候船的地方也添了座椅。

`;

export const sheetOf = (text: string): Sheet => parse(Text.of(text));

/** A text with one cursor: the text without it, and where it was. */
export function cursorIn(marked: string): { sheet: Sheet; at: number } {
  const at = marked.indexOf('‸');
  return { sheet: sheetOf(marked.replace('‸', '')), at };
}

export const words = ({ text }: Sheet, { from, to }: Span): string => text.slice(from, to);

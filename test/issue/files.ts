import { digest } from '../../server/issue/digest';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import type { Sheet } from '../../server/parse/sheet';
import { Text } from '../../server/text/text';

/** Several files written as one string, read and indexed. */
export interface Files {
  readonly issue: Issue;
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** The file in which the cursor `‸` stood, and its offset there; the first file's beginning where there was none. */
  readonly file: string;
  readonly sheet: Sheet;
  readonly at: number;
}

/** Each file begins with a line `=== path`; text before the first is none of them. `‸` is taken out: it is the cursor. */
export function files(source: string): Files {
  const [, ...parts] = source.split(/^=== (.*)\n/m);
  const sheets = new Map<string, Sheet>();
  let cursor: { file: string; at: number } | null = null;
  for (let i = 0; i < parts.length; i += 2) {
    const [file, marked] = [parts[i].trim(), parts[i + 1]];
    if (marked.includes('‸')) cursor = { file, at: marked.indexOf('‸') };
    sheets.set(file, parse(Text.of(marked.replace('‸', ''))));
  }
  const issue = Issue.empty.withAll([...sheets].map(([file, sheet]) => digest(file, sheet)));
  const { file, at } = cursor ?? { file: parts[0].trim(), at: 0 };
  const sheet = sheets.get(file);
  if (!sheet) throw new Error('no file in the source');
  return { issue, sheets, file, sheet, at };
}

/** The line a place begins on, as `path:line text`, lines counted from 1. */
export function shown({ sheets }: Files, file: string, line: number): string {
  return `${file}:${line + 1} ${sheets.get(file)?.text.line(line).trim() ?? ''}`;
}

/** An issue of three pages: a flood that runs over two of them, a bookshop over three, a match on one. */
export const QINGYAN = `=== 青岩日报/2025-06-18/01.txt
2025年6月18日 星期三 第01版 要闻

河水漫堤 城西停课
青岩日报讯(记者/安然 通讯员/贺　勇) 昨日清晨，青岩河水位涨至警戒线以上，城西三所小学停课。市防汛办的工作人员整夜守在堤上，沙袋一直垒到了桥头，
他们说青岩河上一次漫堤还是十二年前。(下转02版)

老街书店重开
青岩日报讯(记者/丁羽) 停业两年的老街书店昨日重新开门，书架上摆满了旧书。店主说，他要把这家书店一直开下去，让老街的孩子有书可读。(下转02版)
=== 青岩日报/2025-06-18/02.txt
2025年6月18日 星期三 第02版 城事

老年食堂添新菜
青岩日报讯(记者/安然) 城东社区的老年食堂昨日添了三道新菜，价钱不变。社区工作人员说，来吃饭的老人比上个月多了一倍，他们还要再请一位厨师。

(上接01版)书店里的旧书多半是街坊送来的。店主把每一本旧书都登记在册，写上送书人的名字。老街的孩子放学后常来书店读书，一坐就是一下午。(下转03版)

(上接01版)市防汛办负责人说，青岩河水位今天下午开始回落，沙袋暂时不撤。城西小学校长丁羽表示，停课的小学最快明天复课，防汛值守还要继续。
=== 青岩日报/2025-06-18/03.txt
2025年6月18日 星期三 第03版 文体

青岩队主场取胜
青岩日报讯(记者/丁羽) 青岩队昨晚在主场以二比一战胜来访的平川队，赢得了本赛季的第五场胜利。主教练说，队员们跑满了全场。

(上接02版)店主说，书店晚上也开门，旧书可以借走，读完送回老街来就行。
`;

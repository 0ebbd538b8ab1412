import assert from 'node:assert';
import { leads } from '../../server/features/leads';
import { digest } from '../../server/issue/digest';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import type { Context, Settings } from '../../server/rules/rule';
import { Text } from '../../server/text/text';
import { say } from '../../server/text/words';

const none: Settings = { severities: {} };
const folio = (page: string): string => `青岩日报 2025年6月18日 星期三 第${page}版：民生\n\n`;
const story = `渡船夜航今起试运行

青岩日报讯(全媒体记者/俞小满) 从今天起，澄湖轮渡公司在望江路航线上试行夜航，末班船延至二十二时三十分。
`;

/** Files of one issue, seen from the first. */
function contextOf(files: Readonly<Record<string, string>>): Context {
  const sheets = Object.entries(files).map(([file, text]) => [file, parse(Text.of(text))] as const);
  const issue = Issue.empty.withAll(sheets.map(([file, sheet]) => digest(file, sheet)));
  const [file, sheet] = sheets[0];
  return { file, sheet, issue };
}

const nameOf = (file: string): string => file.slice(file.indexOf('/') + 1);
const everywhere = ({ sheet }: Context) => ({ from: 0, to: sheet.text.length });
const said = (context: Context) =>
  leads(context, none, everywhere(context), nameOf).map(({ title, to }) => [
    say('zh', title),
    to.file,
    to.range.start.line + 1,
  ]);

describe('leads', () => {
  it('go to the first place of what is printed twice', () => {
    const paragraph = '轮渡公司新添的两条电动渡船各有六十个座位，望江路的乘客说，坐着夜航的末班船回家，心里踏实多了。';
    const text = `${folio('01')}${story}\n${paragraph}\n\n公司还在候船厅添了四十把椅子。\n\n${paragraph}\n`;
    const context = contextOf({ 'a/01.txt': text });
    assert.deepStrictEqual(said(context), [['转到相同文字：01.txt:7 轮渡公司新添的两条电动渡船各…', 'a/01.txt', 7]]);
    assert.deepStrictEqual(leads(context, none, { from: 0, to: 3 }, nameOf), []);
    assert.deepStrictEqual(
      leads(context, { severities: { 'duplicate-text': 'off' } }, everywhere(context), nameOf),
      [],
    );
  });

  it('go to the ends that a reference may mean, in other files too, the likeliest first and three at most', () => {
    const rest = (n: number) =>
      `上接01版${'①②③④⑤⑥'[n]} 轮渡公司新添的第${n}条电动渡船有六十个座位，夜航的末班船上，望江路的乘客说心里踏实。\n\n`;
    const context = contextOf({
      'a/01.txt': `${folio('01')}${story.trimEnd()}下转02版\n`,
      'a/02.txt': `${folio('02')}${[0, 1, 2, 3, 4].map(rest).join('')}`,
    });
    const found = said(context);
    assert.strictEqual(found.length, 3);
    for (const [title, file] of found) {
      assert.match(String(title), /^转到可能的另一端：02\.txt:\d+/);
      assert.strictEqual(file, 'a/02.txt');
    }
  });
});

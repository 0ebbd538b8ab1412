import assert from 'node:assert/strict';
import { digest } from '../../server/issue/digest';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import { mended } from '../../server/rules/apply';
import type { Context } from '../../server/rules/rule';
import { unresolvedContinuation } from '../../server/rules/unresolved-continuation';
import { Text } from '../../server/text/text';

const issueOf = (page: string): string => `2025年6月18日 星期三 第01版:要闻

渡船夜航今起试运行

青岩日报讯(全媒体记者/俞小满) 从今天起,澄湖轮渡公司在望江路航线上试行夜航,末班船延至22时30分,票价仍为2元。下转${page}版①

2025年6月18日 星期三 第02版:民生

老水厂改成了下沉展厅

青岩日报讯(全媒体记者/舒望) 老水厂的三个沉淀池改成了下沉展厅,保留了池壁上一圈圈的水位线。

2025年6月18日 星期三 第03版:综合

上接01版① 轮渡公司新添的两条电动渡船各有60个座位,夜航的末班船上,望江路的乘客说心里踏实,轮渡公司还添了补光灯。
`;

const contextOf = (content: string): Context => {
  const sheet = parse(Text.of(content));
  return { file: 'a.txt', sheet, issue: Issue.empty.with(digest('a.txt', sheet)) };
};

describe('unresolved-continuation', () => {
  it('says nothing where both ends fit', () => {
    assert.deepEqual([...unresolvedContinuation.find(contextOf(issueOf('03')))], []);
  });

  it('says nothing of a page that is not among the files', () => {
    const alone = issueOf('07').slice(0, issueOf('07').indexOf('2025年6月18日 星期三 第02版'));
    assert.deepEqual([...unresolvedContinuation.find(contextOf(alone))], []);
  });

  it('finds a reference that its page does not answer, and offers the page that does', () => {
    const context = contextOf(issueOf('02'));
    const [finding] = unresolvedContinuation.find(context);
    assert.equal(context.sheet.text.slice(finding.span.from, finding.span.to), '下转02版①');
    const fixes = unresolvedContinuation.fix?.(context, {
      ...finding,
      code: unresolvedContinuation.code,
      severity: 'warning',
    });
    const fixed = (fixes ?? []).map((fix) => mended(context.sheet.text, [fix]).text.toString());
    assert.ok(fixed.includes(issueOf('03')), fixed.join());
  });
});

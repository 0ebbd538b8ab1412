import assert from 'node:assert/strict';
import { mended } from '../../server/rules/apply';
import { duplicateText } from '../../server/rules/duplicate-text';
import type { Problem } from '../../server/rules/rule';
import { type Files, files } from '../issue/files';

const FERRY =
  '澄湖轮渡公司从今天起在望江路航线上试行夜航，末班船延至二十二时三十分，票价仍为两元，船头装了补光灯，雾天也能过江。';
const RIDERS =
  '据测算，夜航每天可多运送乘客一千八百人次，主要是下晚班的工人和护士，他们从前要绕行九公里才能回到对岸的家。';
const POOL =
  '老水厂的三个沉淀池改成了下沉展厅，保留了池壁上一圈圈的水位线，策展人说那些水位线是这座城市的年轮，值得慢慢看。';
const NOTE =
  '本报夏季征文自今日起接受投稿，来稿请写明真实姓名、通信地址和联系电话，一经采用即付稿酬，截稿日期为八月三十一日。';

/** A page of 青砚日报 with a headline and these paragraphs. */
const page = (label: string, headline: string, ...paragraphs: string[]): string =>
  `=== 青砚日报/2025-06-18/${label}.txt\n2025年6月18日 星期三 第${label}版 要闻\n\n${headline}\n青砚日报讯(记者/安然) 今天有新鲜事。\n${paragraphs.join('\n')}\n`;

function found({ issue, sheets }: Files, label: string): Problem[] {
  const file = `青砚日报/2025-06-18/${label}.txt`;
  const sheet = sheets.get(file);
  assert.ok(sheet);
  return [...duplicateText.find({ file, sheet, issue })].map((finding) => ({
    ...finding,
    code: 'duplicate-text',
    severity: 'information',
  }));
}

describe('duplicate-text, across an issue', () => {
  const both = files(
    page('01', '渡船夜航今起试运行', FERRY, RIDERS) + page('03', '水厂改展厅', POOL, FERRY, RIDERS, '展厅免费开放。'),
  );

  it('finds a block that an earlier page prints too, and names both places', () => {
    const [problem, ...more] = found(both, '03');
    assert.deepEqual(more, []);
    const sheet = both.sheets.get('青砚日报/2025-06-18/03.txt');
    assert.equal(sheet?.text.slice(problem.span.from, problem.span.to), `${FERRY}\n${RIDERS}`);
    const [related] = problem.related ?? [];
    assert.deepEqual([related.file, related.place.start.line], ['青砚日报/2025-06-18/01.txt', 4]);
  });

  it('speaks of the later page alone, and removes the block with its lines', () => {
    assert.deepEqual(found(both, '01'), []);
    const file = '青砚日报/2025-06-18/03.txt';
    const sheet = both.sheets.get(file);
    const [problem] = found(both, '03');
    if (!sheet) throw new Error(file);
    const fixes = duplicateText.fix?.({ file, sheet, issue: both.issue }, problem) ?? [];
    assert.match(mended(sheet.text, fixes).text.toString(), new RegExp(`${POOL}\n展厅免费开放。`));
  });

  it('lets standing matter, other days and copies of a file be', () => {
    const standing = ['01', '02', '03'].map((label) => page(label, `第${label}版的新闻`, NOTE)).join('');
    assert.deepEqual(found(files(standing), '03'), []);
    const yesterday = page('01', '渡船夜航今起试运行', FERRY)
      .replaceAll('6月18日', '6月17日')
      .replaceAll('06-18', '06-17');
    assert.deepEqual(found(files(yesterday + page('03', '水厂改展厅', POOL, FERRY)), '03'), []);
    const copy = page('01', '渡船夜航今起试运行', FERRY, RIDERS, POOL, NOTE);
    const twin = copy.replace('01.txt', '03.txt').replace('第01版', '第03版');
    assert.deepEqual(found(files(copy + twin), '03'), []);
  });

  it('lets a sentence that another article quotes be', () => {
    const quoted = files(
      page('01', '渡船夜航今起试运行', FERRY) +
        page('03', '编辑手记', `今天头版说：“${FERRY}”好事要慢慢做，渡船的灯要常亮。`),
    );
    assert.deepEqual(found(quoted, '03'), []);
  });
});

import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { brokenLine } from '../../server/rules/broken-line';
import { Text } from '../../server/text/text';
import { found } from './check';

const PAGE = `2025年6月18日 星期三 第02版 副刊

澄湖轮渡试行夜航

青岩日报讯(记者 岳清) 从今天起，澄湖轮渡公司在望江路至澄湖新村航线上试行夜航，末班船由十九时延至二十二时三十分，票价仍为两元。

澄湖轮渡公司负责人说，夜航每天可多运送乘客一千八百人次，主要是下晚班的工人和上晚自习的学生。
`;

/** The line ends (0-based) of a page's last lines that are taken for broken ones. */
const joined = (lines: readonly string[], page = PAGE): string[] => {
  const sheet = parse(Text.of(`${page}\n${lines.join('\n')}\n`));
  return found(brokenLine, sheet).flatMap(({ joins }) => (joins ?? []).map((line) => sheet.text.line(line).trim()));
};

describe('what is set line by line is no broken paragraph', () => {
  const pieces: Record<string, string[]> = {
    'a song': ['渡口的歌', '月亮出来照河湾，', '哥在船头妹在滩；', '桨儿一摇灯一晃，', '不知哪盏是家山。'],
    'free verse': ['春天三章', '剪开一匹', '名叫天空的布', '缝在', '孩子的风筝上'],
    'a programme': ['今日影讯', '07:00 早安澄湖', '08:30 连续剧：渡口人家（12）', '20:00 纪录片：一条船的四季'],
    'a list of prizes': ['获奖名单', '一等奖：《渡口》 岳清', '二等奖：《夜航》 白露', '三等奖：《灯》 石敢'],
    'a weather list': ['天气', '今天：多云，26～33℃；', '明天：阵雨，24～31℃；', '后天：晴，25～34℃。'],
  };
  for (const [name, lines] of Object.entries(pieces)) it(name, () => assert.deepEqual(joined(lines), []));

  it('nor is verse on a hard-wrapped page', () => {
    const story =
      '渡船夜航今起试运行，末班船从望江路开出，靠岸时已近半夜，候船厅的灯一直亮着，值班的人等船靠稳了才走。';
    const wrapped = [...Array(6).fill(story)].flatMap((text: string) => text.match(/.{1,26}/g) ?? []);
    const verse = ['独上高楼万里秋，', '大江如练向东流；', '十年人事都非旧，', '唯有青山不白头。'];
    const ends = joined([...verse, ...wrapped], wrapped.join('\n'));
    assert.ok(ends.length > 5);
    for (const line of verse) assert.ok(!ends.includes(line), line);
  });

  it('but a narrow column is', () => {
    const story =
      '渡船夜航今起试运行，末班船从望江路开出，靠岸时已近半夜，候船厅的灯一直亮着，值班的人等船靠稳了才走。';
    const column = [story, story, story].flatMap((text) => text.match(/.{1,14}/g) ?? []);
    assert.ok(joined(column).length > 4);
  });
});

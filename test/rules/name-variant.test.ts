import assert from 'node:assert/strict';
import { nameVariant } from '../../server/rules/name-variant';
import { files } from '../issue/files';
import { check } from './check';

describe('name-variant', () => {
  it('finds a district that does not exist beside its neighbours', () =>
    check(
      nameVariant,
      'body | 会上，吴兴区、⟦得清县⟧、安吉县相关负责人发言。',
      '会上，吴兴区、德清县、安吉县相关负责人发言。',
    ));

  it('lets common nouns and far-off places be', () =>
    check(nameVariant, 'body | 吴兴区、南浔区、高新区、经开区、老城区和各县区都派了人。'));

  it('finds a person named once, one character off from one named again and again', () =>
    check(
      nameVariant,
      `
headline | 渡船夜航今起试运行
body | “夜里过江的人比想的多。”轮渡公司经理俞满平说。
body | 经理余满平介绍，余满平说，船头装了补光灯。⟦余满萍⟧表示，末班船还要延后。
`,
      `
渡船夜航今起试运行
“夜里过江的人比想的多。”轮渡公司经理俞满平说。
经理余满平介绍，余满平说，船头装了补光灯。余满平表示，末班船还要延后。
`,
    ));

  it('lets people be who are named twice, or whose names neither look nor sound alike', () =>
    check(
      nameVariant,
      `
body | 经理余满平介绍，余满平说，船头装了补光灯。余满萍表示，末班船还要延后。余满萍说，票价不变。
body | 船长余满山说，夜里视线不差。
`,
    ));

  it('finds a body or a place named once, one character off', () =>
    check(
      nameVariant,
      `
headline | 渡船夜航今起试运行
body | 澄湖轮渡公司今起试行夜航，澄湖轮渡公司添了两条船，澄湖轮渡公司的票价不变。乘客可向⟦澄湖轮度公司⟧询问。
`,
    ));

  it('lets bodies be that differ by number or side, and those of other articles', () =>
    check(
      nameVariant,
      `
headline | 渡船夜航今起试运行
body | 青砚第一医院派了车，青砚第一医院派了人，青砚第一医院派了医生。青砚第二医院也来了人，青砚东区医院送来了药。
headline | 水厂改展厅
body | 澄湖轮度公司的旧船摆进了展厅。
`,
    ));

  it('finds a byline whose reporter signs the rest of the issue almost alike', () => {
    const page = (label: string, name: string): string =>
      `=== 青砚日报/2025-06-18/${label}.txt\n2025年6月18日 星期三 第${label}版 要闻\n\n第${label}版的新闻\n青砚日报讯(记者/${name}) 渡口的灯彻夜不熄，两岸居民都说好。\n`;
    const { issue, sheets } = files(
      page('01', '贺林平') + page('02', '贺林平') + page('03', '贺林平') + page('04', '贺林萍'),
    );
    for (const [file, sheet] of sheets) {
      const words = [...nameVariant.find({ file, sheet, issue })].map(({ message }) => message.args.slice(0, 2));
      assert.deepEqual(words, file.endsWith('04.txt') ? [['贺林萍', '贺林平']] : []);
    }
  });
});

import assert from 'node:assert/strict';
import { folio } from '../../../server/parse/forms/folio';

const check = (line: string, expected: string): Mocha.Test =>
  it(line, () => {
    const f = folio(line);
    const said = f && [f.label || '-', f.name ?? '-', f.date ?? '-', f.weekday ?? '-', f.paper ?? '-'].join(' | ');
    assert.equal(said ?? 'none', expected);
  });

describe('a folio', () => {
  check('01版：要闻', '01 | 要闻 | - | - | -');
  check('第02版:要闻', '02 | 要闻 | - | - | -');
  check('06版：科技·新知', '06 | 科技 新知 | - | - | -');
  check('2025年6月18日 星期三 第02版 要闻', '02 | 要闻 | 2025-06-18 | 3 | -');
  check('第十五版', '15 | - | - | - | -');
  check('青岩日报2025.6.18星期三', '- | - | 2025-06-18 | 3 | 青岩日报');
  check('1968年9月29日星期日（第一六四期）本期共四版', '- | - | 1968-09-29 | 7 | -');
  check('第1版()', '1 | - | - | - | -');
  check('A02 城事　云渡晚报　2024年11月8日　星期五', 'A02 | 城事 | 2024-11-08 | 5 | 云渡晚报');
  check('中華民國二十五年十月二十四日　星期六　岩江時報　第二版', '2 | - | 1936-10-24 | 6 | 岩江時報');
  check(
    'The Slate Harbor Courier  Friday, November 8, 2024  Page A4',
    'A4 | - | 2024-11-08 | 5 | The Slate Harbor Courier',
  );
  check('A02 要闻', 'A02 | 要闻 | - | - | -');
  check('要闻 15', '15 | 要闻 | - | - | -');
  check('15 要闻', '15 | 要闻 | - | - | -');
  check('A叠02版 城事', 'A02 | 城事 | - | - | -');
  check('【03版】要闻', '03 | 要闻 | - | - | -');
  check('【渡口时报】　民国三十六年三月十二日　星期三　第二版', '2 | - | 1947-03-12 | 3 | 渡口时报');
  check('（第三版）', '3 | - | - | - | -');
  check('02-03版 专题', '02 | 专题 | - | - | -');
  check('版次：03', '03 | - | - | - | -');
  check('第叁版', '3 | - | - | - | -');
  check('2025.6.18 星期三 02版', '02 | - | 2025-06-18 | 3 | -');
  check('2025年6月18日 乙巳年五月廿三 星期三 03版 民生', '03 | 民生 | 2025-06-18 | 3 | -');
  check('青岩日报 2025年6月18日 星期三 3', '3 | - | 2025-06-18 | 3 | 青岩日报');
  check('民國廿五年四月廿六日（星期日）第二張第三版', '3 | - | 1936-04-26 | 7 | -');
});

describe('what only speaks of a page', () => {
  check('专家解读新版诊疗方案第七版——', 'none');
  check('（相关报道见第二版）', 'none');
  check('(上接04版)——访水渠工地', 'none');
  check('新教材第三版下月发行，共有十二册', 'none');
  check('2025年6月18日，澄湖轮渡试行夜航。', 'none');
  check('2012年11月25日，身为歼15飞机现场研制', 'none');
  check('北京时间2019年12月20日11时', 'none');
  check('15 条意见', 'none');
});

import { duplicateText } from '../../server/rules/duplicate-text';
import { check } from './check';

describe('duplicate-text', () => {
  it('finds a clause spliced in among strangers', () =>
    check(
      duplicateText,
      `
headline | 夜航试运行
body | 据测算，夜航每天可多运送乘客一千八百人次，主要是下晚班的工人。
body | 轮渡公司添了两条电动渡船，⟦夜航每天可多运送乘客一千八百人次，⟧船头装了补光灯。
`,
      `
夜航试运行
据测算，夜航每天可多运送乘客一千八百人次，主要是下晚班的工人。
轮渡公司添了两条电动渡船，船头装了补光灯。
`,
    ));

  it('finds a paragraph printed twice', () =>
    check(
      duplicateText,
      `
headline | 夜航试运行
body | 轮渡公司添了两条电动渡船，各有六十个座位，船头装了补光灯，雾天也能过江。
body | 票价仍为两元。
body | ⟦轮渡公司添了两条电动渡船，各有六十个座位，船头装了补光灯，雾天也能过江。⟧
`,
    ));

  it('lets refrains, slogans of several articles and passages quoted at length be', () =>
    check(
      duplicateText,
      `
headline | 夜航试运行
body | 渡口是这座城市最早醒来的地方，船工老俞天不亮就到。
body | 渡口是这座城市最早醒来的地方，也是最晚睡的。
body | 他说，坚持安全第一的运营方针不动摇，船才走得远。
body | 公司要求，坚持安全第一的运营方针不动摇，逐船检查。
headline | 水厂改展厅
body | 馆方表示，坚持安全第一的运营方针不动摇，限流参观。
body | 手册写道，遇到大雾立即停航靠岸，乘客可在候船厅等候通知，不得催促。
body | 船长复述，遇到大雾立即停航靠岸，乘客可在候船厅等候通知，这是铁律。
`,
    ));
});

import { spacedText } from '../../server/rules/spaced-text';
import { check } from './check';

describe('spaced-text', () => {
  it('closes up spaced-out words in running text', () =>
    check(
      spacedText,
      'body | 去年以来，⟦澄 湖 轮 渡 公 司 添⟧置了两条渡船，夜里也能过江。',
      '去年以来，澄湖轮渡公司添置了两条渡船，夜里也能过江。',
    ));

  it('leaves padded names, set-apart heads and credits', () =>
    check(
      spacedText,
      `
headline | 启 事
body | 招 领 失 物 启 事
body | 记者贺　勇、柳　溪报道，展览由舒 望和安 棠策划，本周六开幕。
caption | 贺 勇 柳 溪 舒 望 摄影报道，图为夜里的渡口和灯火通明的候船厅
`,
    ));
});

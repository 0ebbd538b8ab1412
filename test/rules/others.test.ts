import assert from 'node:assert/strict';
import { lostDigit } from '../../server/rules/lost-digit';
import { missingCredit } from '../../server/rules/missing-credit';
import { numeral } from '../../server/rules/numeral';
import { check } from './check';

describe('missing-credit', () => {
  it('finds a role whose person is lost', () =>
    check(
      missingCredit,
      `
caption | 试航中的新渡船。⟦通讯员 供图⟧
caption | 候船厅。⟦本报记者/摄⟧
body | 青岩日报讯(⟦全媒体记者/ ⟧通讯员/柳溪) 夜航今起试行。
`.replace('/ ⟧通', '/⟧ 通'),
    ));

  it('lets credits without a name by habit be', () =>
    check(
      missingCredit,
      `
caption | 渡船。通讯员供图
caption | 渡船。通讯员 柳溪 供图
caption | 渡船。本报记者摄
body | 青岩日报讯(记者 安然 通讯员 柳溪) 夜航今起试行。
`,
    ));
});

describe('lost-digit', () => {
  it('finds figures that cannot be', () =>
    check(
      lostDigit,
      `
body | 本期债券发行八亿元，票面利率为⟦38%⟧，低于市场估值。
body | 夜航船准点的合格率达⟦985%⟧。
body | 今年新添渡船12艘，其中电动渡船⟦80艘⟧，年内投运。
`,
    ));

  it('lets growth, coverage of reserves and other wholes be', () =>
    check(
      lostDigit,
      `
body | 票面利率为3.8%，拨备覆盖率达180%，合格率提升120%，毛入学率103%。
body | 新添渡船12艘，其中电动渡船8艘，投资1.2亿元，其中银行贷款8000万元。
body | 复航率提高1.2个百分点，其中客船、货船分别提高0.6、1.7个百分点。
`,
    ));
});

describe('numeral', () => {
  it('writes page numbers in words', () => {
    const words = ['1', '10', '15', '20', '42', 'A02', '0'].map(numeral);
    assert.deepEqual(words, ['一', '十', '十五', '二十', '四十二', null, null]);
  });
});

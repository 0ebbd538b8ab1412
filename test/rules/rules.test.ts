import assert from 'node:assert/strict';
import { fixAll } from '../../server/rules/apply';
import { problems, ruleOf, rules } from '../../server/rules/rules';
import { contextOf, sheetOf } from './check';

const DAMAGED = `
headline | 夜航今起⟦“⟧试运行
body | 近来，望江路的人⾏道用⽅砖铺成，渡船亮了灯\uFFFD，乘客可在候船厅等候。
`.replace(/[⟦⟧]/g, '');

describe('rules', () => {
  it('have codes of their own, and speak both languages', () => {
    assert.equal(new Set(rules.map((rule) => rule.code)).size, rules.length);
    for (const rule of rules) {
      assert.ok(rule.title.en && rule.title.zh);
      assert.equal(ruleOf(rule.code), rule);
    }
  });

  it('are as severe as the settings say, or not asked', () => {
    const context = contextOf(sheetOf(DAMAGED));
    assert.deepEqual(
      problems(context).map(({ code, severity }) => `${code} ${severity}`),
      ['unpaired-mark warning', 'compat-character warning', 'undecodable-character warning'],
    );
    const settings = { severities: { 'unpaired-mark': 'off', 'compat-character': 'hint' } } as const;
    assert.deepEqual(
      problems(context, settings).map(({ code, severity }) => `${code} ${severity}`),
      ['compat-character hint', 'undecodable-character warning'],
    );
  });

  it('give to a fix-all only what is certain', () => {
    const context = contextOf(sheetOf(DAMAGED));
    assert.deepEqual(
      fixAll(context).map((fix) => fix.declares),
      [{ removes: '⾏⽅', adds: '行方' }],
    );
  });

  it('look at a sheet once, however often they are asked about it', () => {
    const context = contextOf(sheetOf(DAMAGED));
    assert.equal(problems({ ...context }), problems(context));
    const settings = { severities: { 'unpaired-mark': 'off' } } as const;
    assert.equal(problems(context, settings).length, problems(context).length - 1);
  });

  it('live through every prefix of a text', () => {
    for (let end = 0; end <= DAMAGED.length; end++) problems(contextOf(sheetOf(DAMAGED.slice(0, end))));
  });
});

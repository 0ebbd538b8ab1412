import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredOf, SURE_ENOUGH } from '../../server/rules/precision';
import { rules } from '../../server/rules/rules';

const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
const settings: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;

describe('the severity of a rule', () => {
  it('is the same in the editor’s settings and on the command line', () => {
    for (const { code, severity } of rules)
      assert.strictEqual(settings[`galley.rules.${code}`]?.default, severity, code);
  });

  it('can be set for the rules there are, and for no others', () => {
    const named = Object.keys(settings).filter((name) => name.startsWith('galley.rules.'));
    assert.deepStrictEqual(named.sort(), rules.map(({ code }) => `galley.rules.${code}`).sort());
  });

  it('is a warning only where it was measured to be right in 95 of 100 cases', () => {
    for (const { code, severity } of rules) {
      if (severity === 'information' || severity === 'hint') continue;
      const { said = 0, right = 0 } = measuredOf(code) ?? {};
      assert.ok(said > 0 && right / said >= SURE_ENOUGH, code);
    }
  });
});

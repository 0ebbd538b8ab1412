import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredOf } from '../../server/rules/precision';
import { rules } from '../../server/rules/rules';

const page = (name: string): string => readFileSync(join(__dirname, '../../server/rules', `${name}.md`), 'utf8');

describe('a rule’s page', () => {
  for (const { code } of rules)
    it(`says how sure it is: ${code}`, () => {
      const [en, zh] = [page(code), page(`${code}.zh-cn`)];
      assert.match(en, /\n## How sure it is\n\n\S/);
      assert.match(zh, /\n## 有多大把握\n\n\S/);
      const measured = measuredOf(code);
      if (!measured) return;
      // `npx tsx test/scripts/measured.ts DIR…` writes them anew.
      assert.ok(en.includes(`right in ${measured.right} of ${measured.said} cases`));
      assert.ok(zh.includes(`${measured.said} 处中 ${measured.right} 处属实`));
    });
});

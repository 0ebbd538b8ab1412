import { strict as assert } from 'node:assert';
import { closeAll, opened } from './stage';

describe('starting takes under 100 ms of our own code', () => {
  afterEach(closeAll);

  for (const [beside, settings] of [
    ['newspaper text', {}],
    ['plain text', { 'galley.detect': 'off' }],
  ] as const)
    it(`beside ${beside}`, async function () {
      const window = await opened({ settings });
      await window.command('Developer: Show Running Extensions');
      const row = window.page.locator('.extension', { hasText: 'Galley' });
      // What VS Code itself measured: loading the code, and the call of \`activate\`.
      const said = await row.locator('.activation-time').innerText();
      const took = Number(/(\d+)\s*ms/.exec(said)?.[1]);
      if (this.test) this.test.title += `: ${took} ms`;
      assert.ok(took < 100, said);
    });
});

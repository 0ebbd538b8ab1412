import { strict as assert } from 'node:assert';
import { closeAll, opened } from './stage';

/** What takes this long on a machine that is busy otherwise is tried again. */
const LIMIT_MS = 100;
const TRIES = 3;

describe('starting takes under 100 ms of our own code', () => {
  for (const [beside, settings] of [
    ['newspaper text', {}],
    ['plain text', { 'galley.detect': 'off' }],
  ] as const)
    it(`beside ${beside}`, async function () {
      const took: number[] = [];
      while (took.length < TRIES && !took.some((time) => time < LIMIT_MS)) took.push(await measured(settings));
      if (this.test) this.test.title += `: ${took.join(', ')} ms`;
      assert.ok(Math.min(...took) < LIMIT_MS);
    });
});

/** What VS Code itself measured in a new window, in milliseconds: loading our code, and the call of `activate`. */
async function measured(settings: Record<string, unknown>): Promise<number> {
  const window = await opened({ settings });
  await window.command('Developer: Show Running Extensions');
  const said = await window.page.locator('.extension', { hasText: 'Galley' }).locator('.activation-time').innerText();
  await closeAll();
  return Number(/(\d+)\s*ms/.exec(said)?.[1]);
}

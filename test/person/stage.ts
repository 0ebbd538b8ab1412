import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { cache } from '../scripts/cache';
import { type Look, type Stage, stage, webStage } from '../scripts/stage';
import type { Window } from '../scripts/window';

/** These suites use VS Code from outside, by keys and mouse. GALLEY_STAGE=web has them use it in the browser alone. */
export const inBrowser = process.env.GALLEY_STAGE === 'web';

let set: Stage;
const windows: Window[] = [];

before('VS Code starts', async function () {
  this.timeout(300_000);
  set = await (inBrowser ? webStage() : stage());
});
after(() => set?.end());

/** What the windows showed when a test failed lies in `.cache/logs`. */
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = `person-${inBrowser ? 'web' : 'desktop'}-${this.currentTest.fullTitle().replace(/\W+/g, ' ').trim()}`;
  for (const [i, { page }] of windows.entries())
    await page.screenshot({ path: join(cache, 'logs', `${name.slice(0, 120)} ${i + 1}.png`) }).catch(() => undefined);
});

/** A window with a page of the sample issue in front, read. It is closed when the suite it was opened in has ended. */
export async function opened(look?: Look): Promise<Window> {
  const window = await set.open(look);
  windows.push(window);
  await (look?.settings?.['galley.detect'] === 'off' ? window.text.waitFor() : window.ready());
  await slowed(window.page);
  return window;
}

/** GALLEY_SLOW=4 makes a window that was opened four times as slow: what fails on a busy machine alone fails then. */
async function slowed(page: Page): Promise<void> {
  const rate = Number(process.env.GALLEY_SLOW ?? 1);
  if (rate === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Closes the windows that a suite opened. */
export async function closeAll(): Promise<void> {
  for (const window of windows.splice(0)) await window.close();
}

/** Waits until `look` says yes; fails after half a minute, saying what it waited for. */
export async function eventually(what: string, look: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 30_000; !(await look()); await pause(100))
    if (Date.now() > until) assert.fail(`waited in vain: ${what}`);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a page in a panel lacks for those who use it by keys or hear it, by the rules of axe. */
export async function faultsFor(panel: FrameLocator): Promise<string[]> {
  return panel.locator('body').evaluate(
    async (body, { source, options }) => {
      new Function(source)();
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(body, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    },
    { source: axe.source, options: unasked },
  );
}

/** Contrast is the theme's, a panel is no page with regions, and what is cut short where it is drawn is said in full. */
const unasked = {
  rules: Object.fromEntries(
    ['color-contrast', 'region', 'label-content-name-mismatch'].map((rule) => [rule, { enabled: false }]),
  ),
};

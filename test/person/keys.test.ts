import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import type { Window } from '../scripts/window';
import { closeAll, inBrowser, opened } from './stage';

/** By what the browser calls itself VS Code tells the system, and gives its keys. */
const SYSTEMS = {
  Windows: 'Windows NT 10.0; Win64; x64',
  Mac: 'Macintosh; Intel Mac OS X 10_15_7',
  Linux: 'X11; Linux x86_64',
};

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

// Keys are the same in the browser alone; its windows open no file by their address.
if (!inBrowser)
  describe('the default keys', () => {
    let window: Window;
    before(async () => {
      window = await opened();
    });
    after(closeAll);

    for (const [system, name] of Object.entries(SYSTEMS))
      it(`on ${system} are not those of VS Code itself`, async () => {
        const all = await bindings(window.page, name, system === 'Mac' ? 'Meta' : 'Control');
        const own = all.filter(({ command }) => command.startsWith('galley.') && !command.startsWith('galley.issue.'));
        assert.ok(own.length > 15, `${own.length} keys of ours`);
        const cut = all.filter(({ command }) => !command.startsWith('galley.') && !command.startsWith('-'));
        // In the tree of the Issue view other rules hold: what is bound there is bound nowhere else.
        const inText = own.filter(({ when = '' }) => !when.includes('focusedView'));
        const clashes = inText.flatMap(({ key, command }) =>
          cut
            // A chord clashes with the same chord, and with its first key alone.
            .filter((other) => other.key === key || other.key === key.split(' ')[0])
            .map((other) => `${key}: ${command} and ${other.command}`),
        );
        assert.deepEqual(clashes, []);
      });
  });

/** Every default key of a system, ours among them, as VS Code lists them. */
async function bindings(from: Page, system: string, control: 'Control' | 'Meta'): Promise<Binding[]> {
  const userAgent = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36`;
  const context = await from.context().browser()?.newContext({ userAgent });
  assert.ok(context);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(from.url());
  await page.locator('.squiggly-warning, .squiggly-info').first().waitFor({ timeout: 100_000 });
  await page.keyboard.press('F1');
  await page
    .locator('.quick-input-widget .quick-input-box input')
    .first()
    .fill('>Preferences: Open Default Keyboard Shortcuts (JSON)');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Default Keyboard' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'Default Keybindings' }).waitFor();
  const text = page.locator('.editor-instance .monaco-editor').first();
  await text.locator('.view-line').nth(5).waitFor();
  await text.locator('.view-lines').click();
  await page.keyboard.press(`${control}+a`);
  await page.keyboard.press(`${control}+c`);
  const content = await page.evaluate<string>('navigator.clipboard.readText()');
  await context.close();
  // Comments stand on lines of their own.
  return JSON.parse(content.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*\])\s*$/, '$1'));
}

import { strict as assert } from 'node:assert';
import type { Window } from '../scripts/window';
import { closeAll, eventually, opened } from './stage';

describe('a problem', () => {
  let window: Window;
  before(async () => {
    window = await opened({ size: { width: 1400, height: 900 } });
  });
  after(closeAll);

  it('says its measured precision where it is hovered, and leads to the page of its rule', async () => {
    await window.goTo(13, 28);
    await window.hover();
    await window.page
      .locator('.monaco-hover', { hasText: /right in \d+ of \d+ cases measured/ })
      .first()
      .waitFor();
    await window.page.locator('.monaco-hover a.code-link', { hasText: 'broken-line' }).first().click();
    await window.page.locator('.tab.active', { hasText: 'broken-line.md' }).waitFor();
    await window.panel.locator('h1', { hasText: 'Broken line' }).waitFor();
  });

  it('is mended with all of its kind in the workspace after a look at each change', async () => {
    await window.page.locator('.tab', { hasText: '01.txt' }).click();
    await window.goTo(13, 26);
    const menu = await window.fixes();
    const wanted = menu.and(window.page.locator('.focused')).filter({ hasText: 'fix all in the workspace' });
    for (let steps = 0; (await wanted.count()) === 0 && steps < 20; steps++)
      await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    const preview = window.page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row').nth(3).waitFor();
    assert.equal(await window.page.locator('.tab.dirty').count(), 0, 'nothing is changed before');
    await preview.locator('.edit-checkbox').first().click();
    await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
    await eventually('changed texts', async () => (await window.page.locator('.tab.dirty').count()) > 0);
  });
});

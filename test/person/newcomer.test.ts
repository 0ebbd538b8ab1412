import { strict as assert } from 'node:assert';
import type { Window } from '../scripts/window';
import { closeAll, eventually, opened } from './stage';

/** Somebody who has just opened a page for the first time and has read nothing. */
describe('within a minute a newcomer', () => {
  let window: Window;
  let since: number;
  before(async () => {
    since = Date.now();
    window = await opened();
  });
  after(closeAll);

  it('sees the articles: the Issue view shows itself, and takes no focus', async () => {
    const view = window.page.locator('[id="workbench.view.extension.galley"]');
    await view.locator('.monaco-list-row', { hasText: '渡船夜航今起试运行' }).waitFor();
    assert.equal(await view.locator(':focus').count(), 0);
  });

  it('goes to an article by a click on its headline', async () => {
    const view = window.page.locator('[id="workbench.view.extension.galley"]');
    await view.locator('.monaco-list-row', { hasText: '渡船夜航今起试运行' }).click();
    await eventually('the cursor', async () => /^Ln 21, /.test(await window.cursor()));
  });

  it('follows a continuation by a click on what is underlined', async () => {
    const link = window.text.locator('.view-line .detected-link', { hasText: '下转02版' });
    await window.followLink(link.first());
    await window.page.locator('.tab.active', { hasText: '02.txt' }).waitFor();
    await window.page.locator('.view-line', { hasText: '上接01版' }).waitFor();
  });

  /** The end of the line that is cut in the middle of 截流, the first problem of the page. */
  const cut = () => window.text.locator('.view-line', { hasText: /第一年控源截$/ });

  it('mends a problem with the light bulb, and sees what became of it', async () => {
    await window.command('Go Back');
    await window.page.locator('.tab.active', { hasText: '01.txt' }).waitFor();
    await window.goTo(1, 1);
    await window.page.keyboard.press('F8');
    await cut().waitFor();
    await window.fixes();
    await window.page.keyboard.press('Enter');
    await window.page.locator('.tab.active.dirty', { hasText: '01.txt' }).waitFor();
    await cut().waitFor({ state: 'hidden' });
    await window.text.locator('.view-line', { hasText: '控源截流' }).first().waitFor();
  });

  it('takes it back with the key of every editor', async () => {
    await window.page.keyboard.press('ControlOrMeta+z');
    await cut().waitFor();
    await window.page.locator('.tab.active:not(.dirty)', { hasText: '01.txt' }).waitFor();
    await window.text.locator('.squiggly-warning').first().waitFor();
  });

  it('and needs no more time than that', () => assert.ok(Date.now() - since < 60_000));
});

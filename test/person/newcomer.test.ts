import { strict as assert } from 'node:assert';
import type { Window } from '../scripts/window';
import { closeAll, eventually, opened } from './stage';

/**
 * Somebody who has just opened the sample issue, as `npm start` does, and has read nothing: all of it in one window and in one go,
 * by the mouse and by what is seen, timed from the moment the address is opened.
 */
describe('within a minute a newcomer', () => {
  let window: Window;
  let since: number;
  const times: string[] = [];
  const within = (what: string) => {
    const seconds = (Date.now() - since) / 1000;
    times.push(`${what} after ${seconds.toFixed(1)} s`);
    assert.ok(seconds < 60, times.join(', '));
  };
  before(async () => {
    since = Date.now();
    window = await opened();
  });
  after(async () => {
    console.log(`    ${times.join(', ')}`);
    await closeAll();
  });

  const view = () => window.page.locator('[id="workbench.view.extension.galley"]');
  const front = (file: string) => window.page.locator('.tab.active', { hasText: file });

  it('sees the articles: the Issue view shows itself, and takes no focus', async () => {
    await view().locator('.monaco-list-row', { hasText: '渡船夜航今起试运行' }).waitFor();
    assert.equal(await view().locator(':focus').count(), 0);
    within('articles');
  });

  it('goes to an article by a click on its headline', async () => {
    await view().locator('.monaco-list-row', { hasText: '渡船夜航今起试运行' }).click();
    await eventually('the cursor', async () => /^Ln 21, /.test(await window.cursor()));
  });

  it('follows a continuation by a click on what is underlined', async () => {
    const link = window.text.locator('.view-line .detected-link', { hasText: '下转02版' });
    await window.followLink(link.first());
    await front('02.txt').waitFor();
    await window.page.locator('.view-line', { hasText: '上接01版' }).waitFor();
    within('a continuation');
  });

  /** The end of the line that is cut in the middle of 截流, the first problem of the page. */
  const cut = () => window.text.locator('.view-line', { hasText: /第一年控源截$/ });

  it('mends a problem by what is offered where the mouse rests on it, and sees what became of it', async () => {
    // Back to the first page by its tab, which the Issue view follows: until then what goes on there bears the same headline.
    await window.page.locator('.tab', { hasText: '01.txt' }).click();
    await view().locator('.monaco-list-row', { hasText: '一河清水穿城过', hasNotText: '(continued)' }).first().click();
    const end = cut().locator('span span').last();
    await end.waitFor();
    const box = await end.boundingBox();
    assert.ok(box);
    // On the last character of the line, which is underlined.
    await window.page.mouse.move(box.x + box.width - 5, box.y + box.height / 2);
    await window.page.locator('.monaco-hover .action', { hasText: 'Quick Fix' }).click();
    // Something invisible lies over the list until the mouse moves, which it does on its way.
    await window.page.locator('.action-widget .monaco-list-row', { hasText: 'Join the lines' }).click({ force: true });
    await window.page.locator('.tab.active.dirty', { hasText: '01.txt' }).waitFor();
    await cut().waitFor({ state: 'hidden' });
    await window.text.locator('.view-line', { hasText: '控源截流' }).first().waitFor();
    within('a problem mended');
  });

  it('takes it back with the key of every editor', async () => {
    await window.page.keyboard.press('ControlOrMeta+z');
    await cut().waitFor();
    await window.page.locator('.tab.active:not(.dirty)', { hasText: '01.txt' }).waitFor();
    await window.text.locator('.squiggly-warning').first().waitFor();
  });
});

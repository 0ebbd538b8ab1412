import { strict as assert } from 'node:assert';
import type { FrameLocator } from 'playwright-core';
import type { Window } from '../scripts/window';
import { closeAll, eventually, faultsFor, inBrowser, opened } from './stage';

describe('the correction desk', () => {
  let window: Window;
  let panel: FrameLocator;
  before(async () => {
    window = await opened({
      size: { width: 1400, height: 900 },
      // The address names a file to open; without this VS Code would open that alone after a reload.
      settings: { 'window.restoreWindows': 'preserve' },
    });
    await window.goTo(1, 1);
    await window.run('galley.desk');
    panel = window.panel;
    await panel.locator('[data-act="accept 0"]').waitFor();
  });
  after(closeAll);

  const press = (key: string) => window.page.keyboard.press(key);
  const problem = () => panel.locator('h2').innerText();
  const progress = () => panel.locator('progress').getAttribute('aria-label');
  const counts = (wanted: string) => eventually(wanted, async () => ((await progress()) ?? '').startsWith(wanted));
  const textHasFocus = () =>
    eventually('the text has the focus', async () => (await window.text.locator('.focused, :focus').count()) > 0);
  /** What had the focus in a panel says so while the text or a list has it, too. */
  const deskHasFocus = async () => {
    await eventually(
      'the text has no focus',
      async () => (await window.text.locator('.focused, :focus').count()) === 0,
    );
    await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await panel.locator(':focus').waitFor();
  };
  /** Presses a key and waits for another problem. */
  async function on(key: string): Promise<void> {
    const before = await problem();
    await press(key);
    await eventually(`another problem after ${key}`, async () => (await problem()) !== before);
  }

  it('shows the first problem, what a fix would do, and how much is left', async () => {
    assert.match(await problem(), /^The line end cuts a paragraph/);
    assert.match((await progress()) ?? '', /^0 fixed, 0 dismissed, \d+ left$/);
    assert.equal(await panel.locator('li .preview del').first().innerText(), '⏎⏎');
    await window.page.locator('.statusbar-item', { hasText: '/10k' }).waitFor();
  });

  it('has the focus at once: Enter takes the first fix, a key each of the others, u undoes', async () => {
    const first = await problem();
    await on('Enter');
    await counts('1 fixed, 0 dismissed');
    await on('s');
    await counts('1 fixed, 0 dismissed');
    await on('d');
    await counts('1 fixed, 1 dismissed');
    await on('u');
    await counts('1 fixed, 0 dismissed');
    await on('u');
    await on('ControlOrMeta+z');
    await counts('0 fixed, 0 dismissed');
    assert.equal(await problem(), first);
  });

  it('loses no key of a person who is quicker, and does nothing about a problem that nobody saw', async () => {
    /** Two keys before anything can be drawn between them. */
    const twice = (key: string) =>
      panel.locator('body').evaluate((_, key) => {
        for (let i = 0; i < 2; i++)
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      }, key);
    const first = await problem();
    await twice('1');
    await counts('1 fixed, 0 dismissed');
    await on('s');
    await twice('u');
    await counts('0 fixed, 0 dismissed');
    assert.equal(await problem(), first);
    await twice('s');
    await eventually('the second problem', async () => (await problem()) !== first);
    // Long enough for a third.
    await window.page.waitForTimeout(500);
    await on('u');
    assert.equal(await problem(), first);
  });

  it('is gone through with the arrow keys too', async () => {
    const focused = () => panel.locator(':focus').getAttribute('data-act');
    assert.equal(await focused(), 'accept 0');
    await press('ArrowDown');
    assert.notEqual(await focused(), 'accept 0');
    await press('End');
    await press('Home');
    assert.equal(await focused(), 'accept 0');
  });

  it('is heard: names and roles for all of it, the new problem said, a fix put in words', async () => {
    assert.deepEqual(await faultsFor(panel), []);
    assert.equal(await panel.locator('#spoken').innerText(), await problem());
    assert.match(await panel.locator('[data-act="accept 0"]').innerText(), /takes out: line end/);
  });

  it('leads to the page of the rule and back', async () => {
    await press('?');
    await window.page.locator('.tab.active', { hasText: 'broken-line' }).waitFor();
    await press('ControlOrMeta+w');
    // By itself: whoever came back goes on at once.
    await panel.locator('[data-act="accept 0"]:focus').waitFor();
    await deskHasFocus();
    await on('s');
    await on('u');
  });

  it('goes to the text for a change by hand, comes back, and lets nobody undo past that', async () => {
    await on('Enter');
    await press('e');
    await textHasFocus();
    await press('End');
    await window.page.keyboard.insertText('（待核）');
    const written = window.page.locator('.view-line', { hasText: '（待核）' });
    await written.first().waitFor();
    await window.run('galley.desk');
    await deskHasFocus();
    await press('u');
    await window.page.locator('.notification-toast', { hasText: 'edited since' }).waitFor();
    await press('Escape');
    await press('e');
    await textHasFocus();
    await press('ControlOrMeta+z');
    await eventually('the change by hand is undone', async () => (await written.count()) === 0);
  });

  it('shows what was decided, to take it back by keys alone', async () => {
    await window.run('galley.desk');
    await deskHasFocus();
    await counts('1 fixed, 0 dismissed');
    await on('d');
    await counts('1 fixed, 1 dismissed');
    await press('r');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Not a problem here' }).first().waitFor();
    await press('Enter');
    await rows.filter({ hasText: 'Take back' }).first().waitFor();
    await press('Enter');
    // The list comes back with what is left.
    const list = window.page.getByPlaceholder('Nothing was corrected or dismissed here.');
    await list.waitFor();
    await press('Escape');
    await list.waitFor({ state: 'hidden' });
    await counts('1 fixed, 0 dismissed');
    await deskHasFocus();
    await on('d');
    await counts('1 fixed, 1 dismissed');
    await press('e');
    await textHasFocus();
    await window.run('galley.undoNote');
    await counts('1 fixed, 0 dismissed');
  });

  it('is quick: twenty problems looked at in less than twenty seconds', async () => {
    await window.run('galley.desk');
    await deskHasFocus();
    const since = Date.now();
    for (let i = 0; i < 20; i++) await on('s');
    assert.ok(Date.now() - since < 20_000, `${Date.now() - since} ms`);
  });

  // A page in the browser alone forgets its folder.
  if (!inBrowser)
    it('goes on where one was after the window was loaded anew', async () => {
      const before = await problem();
      const count = await progress();
      // VS Code in a browser writes down what is open every five seconds.
      await window.page.waitForTimeout(7000);
      await window.page.reload();
      await panel.locator('h2').waitFor({ timeout: 60_000 });
      assert.equal(await problem(), before);
      assert.equal(await progress(), count);
    });
});

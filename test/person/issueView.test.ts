import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import type { Window } from '../scripts/window';
import { closeAll, eventually, inBrowser, opened } from './stage';

describe('the Issue view', () => {
  let window: Window;
  let rows: Locator;
  before(async () => {
    window = await opened({ size: { width: 1500, height: 1000 } });
    rows = await window.issueView();
  });
  after(closeAll);

  const press = async (...keys: string[]) => {
    for (const key of keys) await window.page.keyboard.press(key);
  };
  const row = (words: string) => rows.filter({ hasText: words }).first();
  const spoken = async () =>
    (await rows.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))) ?? [];
  const copied = () => window.page.evaluate<string>('navigator.clipboard.readText()');
  /** The focus in the tree, on the row with these words. */
  const focus = async (words: string) => {
    // What is said of the row that the mouse rests on would lie over the row that is wanted.
    await window.page.mouse.move(900, 500);
    await row(words).click();
    await rows.and(window.page.locator('.focused')).filter({ hasText: words }).waitFor();
  };

  /** Chooses from the menu of the row that has the focus, by keys. */
  const choose = async (name: string) => {
    await press('Shift+F10');
    const item = window.page.getByRole('menuitem', { name });
    await item.waitFor();
    const isChosen = () =>
      item.evaluate((each) => each.closest('.action-item')?.classList.contains('focused') ?? false);
    for (let steps = 0; steps < 20 && !(await isChosen()); steps++) await press('ArrowDown');
    await press('Enter');
  };

  it('shows issue, pages and articles with their counts and error rates, in words too', async () => {
    await eventually('the whole issue', async () =>
      (await spoken()).some((label) => /^2025-06-18, 青岩日报 · 5 pages · 31 articles/.test(label)),
    );
    const page = /^Page 01 要闻, \d+ problems, error rate [\d.]+ per 10,000 characters, 8 articles, \d+ characters$/;
    await eventually('the first page', async () => (await spoken()).some((label) => page.test(label)));
    assert.deepEqual(
      (await spoken()).filter((label) => /\b1 (?:problems|articles|pages|characters)\b/.test(label)),
      [],
    );
  });

  it('has the number of problems at the end of each row', async () => {
    const label = row('Page 01 要闻').locator('.monaco-icon-label');
    const badge = () => label.evaluate((each) => getComputedStyle(each, '::after').content);
    await eventually('the number', async () => /^"[1-9]\d?"$/.test(await badge()));
  });

  it('follows the cursor', async () => {
    await window.goTo(27, 1);
    await rows.and(window.page.locator('.selected')).filter({ hasText: '渡船夜航今起试运行' }).waitFor();
  });

  it('leaves an article unfolded while its headline is typed', async () => {
    const unfolded = (words: RegExp) =>
      rows.and(window.page.locator('[aria-expanded="true"]')).filter({ hasText: words }).waitFor();
    await focus('渡船夜航今起试运行');
    await press('ArrowRight');
    await unfolded(/渡船夜航今起试运行/);
    await window.goTo(21, 10);
    await window.page.keyboard.insertText('记');
    await unfolded(/渡船夜航今起试运行记/);
    await press('ControlOrMeta+z');
    await unfolded(/渡船夜航今起试运行(?!记)/);
  });

  it('agrees with the breadcrumbs and with the headline that stays in sight above the text', async () => {
    await window.page.locator('.breadcrumbs-control', { hasText: '渡船夜航今起试运行' }).waitFor();
    await eventually('the headline above the text', async () => {
      await press('Control+ArrowDown');
      return window.text.locator('.sticky-line-content', { hasText: '渡船夜航今起试运行' }).isVisible();
    });
  });

  it('calls what continues a story by the story’s headline', async () => {
    await focus('Page 02 民生');
    await press('ArrowRight');
    await row('一河清水穿城过 (continued)').waitFor();
  });

  it('is come to, gone through and left by keys alone, each row heard as one of so many', async () => {
    await window.goTo(1, 1);
    // VS Code takes ArrowDown for the list in which the line was named until it knows that this is closed.
    await rows.and(window.page.locator('.selected')).filter({ hasText: 'Page 02' }).waitFor();
    await press('Control+0');
    await window.page.locator('[id="workbench.view.extension.galley"] .monaco-list:focus').waitFor();
    const focused = rows.and(window.page.locator('.focused'));
    const isOn = async (words: string) => ((await focused.getAttribute('aria-label')) ?? '').startsWith(words);
    await press('Home');
    await eventually('the issue', () => isOn('2025-06-18'));
    await press('ArrowDown');
    await eventually('its first page', () => isOn('Page 01'));
    if ((await focused.getAttribute('aria-expanded')) === 'false') await press('ArrowRight');
    for (let steps = 0; !(await isOn('早稻抽穗')) && steps < 12; steps++) {
      const before = await focused.getAttribute('aria-label');
      await press('ArrowDown');
      await eventually('the next row', async () => (await focused.getAttribute('aria-label')) !== before);
    }
    for (const [name, value] of [
      ['role', /^treeitem$/],
      ['aria-level', /^3$/],
      ['aria-posinset', /^3$/],
      ['aria-setsize', /^8$/],
      ['aria-label', /^早稻抽穗.*characters$/],
    ] as const)
      assert.match((await focused.getAttribute(name)) ?? '', value, name);
    await press('Enter');
    await eventually('the cursor', async () => !/^Ln 1, /.test(await window.cursor()));
    await press('Control+1');
    await eventually('the focus in the text', async () => (await window.text.locator('.focused, :focus').count()) > 0);
  });

  it('is filtered by a person and cleared again, by keys alone', async () => {
    await focus('渡船夜航今起试运行');
    await press('/');
    const input = window.page.locator('.quick-input-widget .quick-input-box input').first();
    await input.fill('苏棠');
    await press('Enter');
    await row('食堂开到家门口').waitFor();
    await row('渡船夜航').waitFor({ state: 'hidden' });
    await focus('食堂开到家门口');
    await press('Escape');
    await row('渡船夜航').waitFor();
  });

  it('shows only the articles with problems, and all of them again', async () => {
    await row('早稻抽穗').waitFor();
    await window.run('galley.filterProblems');
    await row('早稻抽穗').waitFor({ state: 'hidden' });
    await focus('渡船夜航今起试运行');
    await press('Escape');
    await row('早稻抽穗').waitFor();
  });

  it('has its menu by keys: clean text', async () => {
    await focus('渡船夜航今起试运行');
    await choose('Copy Clean Text');
    await eventually('clean text', async () => (await copied()).startsWith('渡船夜航今起试运行\n末班船延至22时30分\n'));
  });

  it('has its menu by keys: the whole story', async () => {
    await focus('一河清水穿城过');
    await choose('Show Whole Story');
    await window.page.locator('.codelens-decoration', { hasText: 'Page 02 · 02.txt' }).waitFor();
    const tab = window.page.locator('.tab.active', { hasText: '一河清水穿城过' });
    await tab.locator('.codicon-close').click();
    await tab.waitFor({ state: 'hidden' });
  });

  it('has its menu by keys: certain fixes of one article', async () => {
    await focus('渡船夜航今起试运行');
    await choose('Fix What Is Certain Here');
    await window.text.locator('.view-line', { hasText: '每天可多运送乘客1800人次' }).waitFor();
    await window.goTo(21, 1);
    await press('ControlOrMeta+z');
    await window.text.locator('.view-line', { hasText: /^00人次/ }).waitFor();
    // Until the view has come to the cursor again it would come back over another view.
    await rows.and(window.page.locator('.selected')).filter({ hasText: '渡船夜航今起试运行' }).waitFor();
  });

  it('calls everything as the outline does', async () => {
    await window.command('Explorer: Focus on Outline View');
    const outline = window.page.locator('.outline-pane .monaco-list-row');
    await outline.filter({ hasText: '渡船夜航今起试运行' }).waitFor();
    await window.open('02.txt');
    await outline.filter({ hasText: '一河清水穿城过 (continued)' }).waitFor();
    await window.open('01.txt');
  });

  it('leaves the outline unfolded when it is drawn anew', async () => {
    const outline = window.page.locator('.outline-pane .monaco-list-row');
    const article = outline.filter({ hasText: '一河清水穿城过' });
    await article.waitFor();
    await window.goTo(11, 1);
    await window.run('galley.splitArticle');
    await outline.filter({ hasText: '三年前,这里还是' }).waitFor();
    await window.run('galley.undoNote');
    await outline.filter({ hasText: '三年前,这里还是' }).waitFor({ state: 'hidden' });
    // As long as the outline is asked for anew.
    await window.page.waitForTimeout(2000);
    assert.ok(await article.isVisible());
    await window.issueView();
  });

  // The file system of the test in the browser alone shows no dialog for files.
  if (!inBrowser)
    it('exports a whole issue', async () => {
      await focus('青岩日报');
      await choose('Export…');
      const input = window.page.locator('.quick-input-widget .quick-input-box input').first();
      await eventually('a name', async () => /\.md$/.test(await input.inputValue()));
      assert.match(await input.inputValue(), /\/青岩日报 2025-06-18\.md$/);
      await press('Enter');
      await window.page.locator('.notification-toast', { hasText: 'Exported: 青岩日报 2025-06-18.md' }).waitFor();
      await window.page.locator('.notification-toast .monaco-button', { hasText: 'Open' }).click();
      await window.page.locator('.tab.active', { hasText: '青岩日报 2025-06-18.md' }).waitFor();
      await window.text.locator('.view-line', { hasText: '一河清水穿城过' }).first().waitFor();
    });
});

import { strict as assert } from 'node:assert';
import { closeAll, eventually, opened } from './stage';

describe('the status', () => {
  afterEach(closeAll);

  it('of issue and page stands in the status bar, in words too, and follows the cursor', async () => {
    const window = await opened({ size: { width: 1400, height: 900 } });
    const item = window.page.locator('.statusbar-item', { hasText: '2025-06-18 · Page 01 要闻' });
    await item.waitFor();
    const spoken = () => item.getAttribute('aria-label');
    assert.match((await spoken()) ?? '', /青岩日报 2025-06-18, Page 01 要闻, 8 articles, \d+ problems, error rate/);
    await window.goTo(27, 1);
    await eventually('the rate of the article', async () => /this article: [\d.]+/.test((await spoken()) ?? ''));
    await item.click();
    await window.panel.locator('.article').first().waitFor();
  });

  it('of page, index and server stands beside the name of the language', async () => {
    const window = await opened();
    await window.page.locator('.statusbar-item', { hasText: '8 articles' }).waitFor();
    await window.page.locator('#status\\.languageStatus').hover();
    const shown = window.page.locator('.hover-language-status');
    for (const words of ['Page 01 要闻', 'Show the issue', '5 newspaper files', 'Show log'])
      await shown.filter({ hasText: words }).first().waitFor();
  });
});

describe('where there is no newspaper text', () => {
  afterEach(closeAll);

  it('the Issue view says what to do', async () => {
    const window = await opened({
      file: '01.txt',
      settings: { 'galley.detect': 'off', 'galley.exclude': { '**': true } },
    });
    await window.page.locator('.activitybar a[aria-label="Galley"]').click();
    const view = window.page.locator('[id="workbench.view.extension.galley"]');
    await view.locator('.welcome-view', { hasText: 'No newspaper text has been found here yet.' }).waitFor();
    await view.getByRole('button', { name: 'Take the Tour' }).or(view.getByText('Take the Tour')).first().click();
    await window.page.locator('.getting-started-step').first().waitFor();
  });

  it('the page at a glance says what to do', async () => {
    const window = await opened({ settings: { 'galley.detect': 'off', 'galley.exclude': { '**': true } } });
    await window.run('galley.glance');
    await window.panel.getByText('Open a page of newspaper text: its whole issue is drawn here.').waitFor();
  });
});

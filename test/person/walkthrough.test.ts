import { strict as assert } from 'node:assert';
import type { Window } from '../scripts/window';
import { closeAll, eventually, opened } from './stage';

describe('the walkthrough', () => {
  let window: Window;
  beforeEach(async () => {
    window = await opened({ size: { width: 1500, height: 900 } });
    await window.run('galley.tour');
    await window.page.locator('.getting-started-step').first().waitFor();
  });
  afterEach(closeAll);

  const step = (title: string) => window.page.locator('.getting-started-step', { hasText: title });

  const press = (name: string) => window.page.getByRole('button', { name, exact: true }).click();

  it('has five steps, each with a picture or a list of keys', async () => {
    const steps = window.page.locator('.getting-started-step');
    assert.equal(await steps.count(), 5);
    for (const one of await steps.all()) {
      await one.click();
      await window.page.frameLocator('.getting-started-media iframe.webview.ready').locator('#active-frame').waitFor();
    }
  });

  it('ticks off the opening of newspaper text, as it was opened', async () => {
    await step('Open newspaper text').locator('.codicon-getting-started-step-checked').waitFor();
  });

  it('leads to the issue, the glance and all commands', async () => {
    await step('Open newspaper text').click();
    await press('Show the Issue');
    await window.page.locator('[id="workbench.view.extension.galley"] .monaco-list-row').first().waitFor();
    await step('Move by article').click();
    const listed = window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Galley: ' }).first();
    // The step's picture takes the focus once it is loaded, and so closes the list.
    await eventually('the list of commands', async () => {
      await press('All Galley Commands');
      await window.page.waitForTimeout(500);
      return listed.isVisible();
    });
    await window.page.keyboard.press('Escape');
    await step('Follow a story').click();
    await press('Page at a Glance');
    await window.page.locator('.tab', { hasText: 'Page at a Glance' }).waitFor();
    await window.panel.locator('.article').first().waitFor();
  });

  it('leads to the correction desk, although the text is behind it', async () => {
    await step('Mend what is damaged').click();
    await press('Open the Correction Desk');
    await window.panel.locator('button').first().waitFor();
  });

  it('mends what is certain in the text behind it', async () => {
    await step('Mend what is damaged').click();
    await press('Fix Everything Certain');
    await window.page.locator('.tab.active.dirty', { hasText: '01.txt' }).waitFor();
  });
});

import { strict as assert } from 'node:assert';
import type { Window } from '../scripts/window';
import { closeAll, eventually, opened } from './stage';

describe('a story over several pages', () => {
  let window: Window;
  before(async () => {
    window = await opened({ size: { width: 1400, height: 900 } });
  });
  after(closeAll);

  const press = (key: string) => window.page.keyboard.press(key);

  it('is peeked into from its reference, gone through by keys, and left again', async () => {
    await window.goTo(19, 28);
    await window.command('Peek References');
    const peek = window.page.locator('.peekview-widget');
    const rows = peek.locator('.monaco-list-row');
    await rows.filter({ hasText: '02.txt' }).first().waitFor();
    await peek.locator('.preview .view-line').first().waitFor();
    await press('Escape');
    await peek.waitFor({ state: 'hidden' });
    assert.match(await window.cursor(), /^Ln 19, /);
  });

  it('is gone to and back from by the keys of every editor', async () => {
    await window.goTo(19, 28);
    await press('F12');
    await window.page.locator('.tab.active', { hasText: '02.txt' }).waitFor();
    await eventually('the place where it goes on', async () => /^Ln [2-9]/.test(await window.cursor()));
    await window.command('Go Back');
    await window.page.locator('.tab.active', { hasText: '01.txt' }).waitFor();
    await eventually('the reference', async () => /^Ln 19, /.test(await window.cursor()));
  });
});

describe('a text in two editors side by side', () => {
  after(closeAll);

  it('is followed in the one that a person is in', async () => {
    const window = await opened({ size: { width: 1500, height: 900 } });
    const rows = await window.issueView();
    const followed = (words: string) => rows.and(window.page.locator('.selected')).filter({ hasText: words }).waitFor();
    await window.goTo(27, 1);
    await followed('渡船夜航今起试运行');
    await window.page.keyboard.press('Control+\\');
    await window.page.locator('.editor-group-container').nth(1).waitFor();
    await window.run('galley.nextArticle');
    await followed('早稻抽穗');
    await window.page.keyboard.press('Control+1');
    await followed('渡船夜航今起试运行');
  });
});

import { strict as assert } from 'node:assert';
import type { FrameLocator } from 'playwright-core';
import { generateIssue } from '../generate';
import type { Window } from '../scripts/window';
import { closeAll, eventually, faultsFor, opened } from './stage';

/** This machine, and the name under which a panel is given files of the extension without any network. */
const OURS = /^(127\.0\.0\.1|([\w-]+\.)?localhost|.*\.vscode-resource\.vscode-cdn\.net)$/;

describe('the page at a glance', () => {
  let window: Window;
  let panel: FrameLocator;
  before(async () => {
    window = await opened({ size: { width: 1600, height: 900 } });
    await window.run('galley.glance');
    panel = window.panel;
    await panel.locator('.article').first().waitFor();
  });
  after(closeAll);

  /** Its first part, where it runs over several pages. */
  const article = (name: string) => panel.locator('.article', { hasText: name }).first();
  const focused = () => panel.locator(':focus').getAttribute('aria-label');
  /** Comes to the panel by its command, and waits until keys go there. */
  const come = async () => {
    await window.run('galley.glance');
    await eventually('the focus', () => panel.locator('body').evaluate(() => document.hasFocus()));
  };

  it('draws every page with its articles to scale, continuations as arcs, problems as marks', async () => {
    // The other pages are read while the first is drawn.
    await eventually('every article', async () => (await panel.locator('.article').count()) === 31);
    assert.equal(await panel.locator('.page').count(), 5);
    assert.ok((await panel.locator('.arc').count()) >= 3);
    assert.ok((await panel.locator('.mark').count()) > 5);
    const [long, short] = await Promise.all(
      ['一河清水穿城过', '两处图书驿站建成开放'].map(async (name) => (await article(name).boundingBox())?.height ?? 0),
    );
    assert.ok(long > 1.5 * short, `${long} and ${short}`);
  });

  it('is made smaller to be seen as a whole, as long as it can be read', async () => {
    const drawing = panel.locator('svg[data-least]');
    const whole = Number((await drawing.getAttribute('viewBox'))?.split(' ')[2]);
    const scale = async () => ((await drawing.boundingBox())?.width ?? 0) / whole;
    const room = async () => (await panel.locator('main').boundingBox())?.width ?? 0;
    await eventually('the smallest', async () => Math.abs((await scale()) - 0.65) < 0.01);
    await window.page.setViewportSize({ width: 2300, height: 900 });
    await eventually('one that fits', async () => Math.abs((await scale()) - (await room()) / whole) < 0.01);
    assert.ok((await scale()) < 1);
    await window.page.setViewportSize({ width: 1600, height: 900 });
  });

  it('goes to the text by a click, and shows where one is', async () => {
    await article('渡船夜航今起试运行').click();
    await eventually('the cursor', async () => /^Ln 21, /.test(await window.cursor()));
    await panel.locator('.article.here', { hasText: '渡船夜航今起试运行' }).waitFor();
  });

  it('leaves the status bar to the text beside it', async () => {
    await come();
    await window.page.locator('.statusbar-item', { hasText: '8 articles' }).waitFor();
  });

  it('is gone through and chosen from by keys alone', async () => {
    await come();
    await window.page.keyboard.press('Home');
    assert.match((await focused()) ?? '', /^Page 01/);
    await window.page.keyboard.press('End');
    assert.match((await focused()) ?? '', /characters/);
    await window.page.keyboard.press('Home');
    for (let steps = 0; !/^早稻抽穗/.test((await focused()) ?? '') && steps < 20; steps++)
      await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    await panel.locator('.article.here', { hasText: '早稻抽穗' }).waitFor();
  });

  it('has a name and a role for all of it', async () => {
    const spoken = await article('一河清水穿城过').getAttribute('aria-label');
    assert.match(spoken ?? '', /沈知秋, 顾长风, 柳溪, \d+ characters, \d+ problems?, continues on Page 02/);
    assert.deepEqual(await faultsFor(panel), []);
  });

  it('is drawn anew as one types', async () => {
    const label = () => article('渡船夜航今起试运行').getAttribute('aria-label');
    const before = await label();
    await window.goTo(25, 1);
    await window.page.keyboard.press('End');
    await window.page.keyboard.insertText('夜航的船票在码头和网上都能买到。');
    await eventually('another length', async () => (await label()) !== before);
    await window.page.keyboard.press('Control+z');
    await eventually('the length it had', async () => (await label()) === before);
  });

  it('follows the theme', async () => {
    const colour = () =>
      article('渡船夜航')
        .locator('.block')
        .evaluate((block) => getComputedStyle(block).fill);
    const light = await colour();
    await window.page.emulateMedia({ colorScheme: 'dark' });
    await eventually('another colour', async () => (await colour()) !== light);
  });

  it('lets nothing be loaded but its own style and script, and asks no other machine for anything', async () => {
    const policy = await panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; style-src 'nonce-(\w+)'; script-src 'nonce-\1'$/);
    const elsewhere = window.asked().filter((host) => !OURS.test(host));
    assert.deepEqual(elsewhere, []);
  });
});

describe('while a long text is read for the first time', () => {
  after(closeAll);

  it('the page at a glance says so, and is drawn then', async () => {
    // Nearly as long as is read at all: it takes longer to read than a panel to open, on a slow machine too.
    const { pages } = generateIssue(7, { pages: 40, characters: 43_000 });
    const text = pages.map((page) => page.text).join('\n\n');
    const window = await opened({ more: { 'long.news': text }, settings: { 'galley.exclude': { '*.news': true } } });
    await window.open('long.news');
    await window.run('galley.glance');
    // Seen and heard at once: the drawing may come any moment.
    await window.panel
      .locator('main:has(p.reading) + #spoken', { hasText: 'Reading the text…' })
      .waitFor({ timeout: 60_000 });
    await window.panel.locator('.article').first().waitFor({ timeout: 90_000 });
  });
});

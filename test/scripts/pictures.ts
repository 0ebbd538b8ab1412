import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { cache, project, step } from './cache';
import { launch } from './chromium';
import { packaged } from './package';
import { run, temporary } from './run';
import { address, type Data, install, type Running, remote, serve, settle } from './vscode';
import { copyOfSample } from './workspace';

/** Takes the README's pictures: the real editor with the packaged extension on the sample issue, light and dark. */
const folder = join(project, 'client/media/pictures');
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const size = { width: 1120, height: 720 };

/** What one picture shows: the page it begins on, and what a person does there. */
interface Scene {
  readonly name: string;
  readonly file: string;
  act(page: Page): Promise<void>;
}

const scenes: readonly Scene[] = [
  {
    name: 'outline',
    file: '01.txt',
    async act(page) {
      await command(page, 'Explorer: Focus on Outline View');
      await page.locator('.outline-pane .monaco-list-row').nth(5).waitFor();
      // Five files need little room: the outline has the rest.
      const header = await page.locator('.pane-header', { hasText: 'Outline' }).boundingBox();
      if (!header) throw new Error('the outline has no header');
      await page.mouse.move(header.x + 100, header.y);
      await page.mouse.down();
      await page.mouse.move(header.x + 100, 210, { steps: 5 });
      await page.mouse.up();
      await page.mouse.move(700, 400);
      await command(page, 'View: Focus Active Editor Group');
    },
  },
  {
    name: 'fix',
    file: '01.txt',
    async act(page) {
      await goTo(page, 13, 26);
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'jump',
    file: '01.txt',
    async act(page) {
      await goTo(page, 19, 26);
      await command(page, 'Peek Definition');
      await page.locator('.peekview-widget .preview .view-line').first().waitFor();
    },
  },
  {
    name: 'glance',
    file: '01.txt',
    async act(page) {
      await command(page, 'Page at a Glance');
      await page.locator('.tab', { hasText: 'Page at a Glance' }).waitFor();
      // The panel is a page of its own, which says nothing of having drawn.
      await page.waitForTimeout(4000);
      await command(page, 'View: Toggle Primary Side Bar Visibility');
    },
  },
];

run(async () => {
  const vsix = await step('building and packaging Galley', () => packaged(join(cache, 'galley.vsix')));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await launch();
  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    const data: Data = { user: temporary('user'), extensions: temporary('extensions') };
    await settle(data, settings(theme));
    await install(vsix, data);
    const running = await serve(data);
    const issue = await copyOfSample();
    for (const scene of scenes) await take(browser, running, issue, scene, theme);
    running.process.stop();
  }
  await browser.close();
  return 0;
});

function settings(theme: keyof typeof themes): Record<string, unknown> {
  return {
    'workbench.colorTheme': themes[theme],
    'workbench.startupEditor': 'none',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'editor.minimap.enabled': false,
    'editor.fontSize': 15,
    'editor.lineHeight': 1.6,
  };
}

async function take(browser: Browser, running: Running, issue: string, scene: Scene, theme: string): Promise<void> {
  const path = join(folder, `${scene.name}-${theme}.png`);
  await step(relative(project, path), async () => {
    // More points than pixels, so that the characters stay sharp at whatever size the README shows them.
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
    await page.goto(address(running, issue, [['openFile', remote(running, join(issue, scene.file))]]));
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    await scene.act(page);
    await page.waitForTimeout(1000);
    await page.screenshot({ path });
    await page.close();
  });
}

/** Runs a command of VS Code by the name that the list of commands gives it. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
}

/** Puts the cursor at a line and column, both from 1. */
async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

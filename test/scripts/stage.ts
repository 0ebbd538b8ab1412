import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cache, step } from './cache';
import { launch } from './chromium';
import { build, packaged } from './package';
import { temporary } from './run';
import { address, type Data, install, remote, serve, settle } from './vscode';
import { serveWeb, type Web } from './web';
import { Window } from './window';
import { copyOfSample } from './workspace';

/** How a window is to look, and what is open in it: a page of a fresh copy of the sample issue. */
export interface Look {
  readonly theme?: Theme;
  readonly language?: 'en' | 'zh-cn';
  readonly file?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Record<string, unknown>;
  /** More files in the folder, by their names. */
  readonly more?: Record<string, string>;
}

/** Light and dark are those of the system, which VS Code follows; high contrast would take the browser's own colours too. */
const settingsOf = {
  light: { 'window.autoDetectColorScheme': true },
  dark: { 'window.autoDetectColorScheme': true },
  contrast: { 'workbench.colorTheme': 'Default High Contrast' },
  'contrast-light': { 'workbench.colorTheme': 'Default High Contrast Light' },
};
export type Theme = keyof typeof settingsOf;
export const themes = Object.keys(settingsOf) as Theme[];

/** A VS Code with the packaged extension in it, whose windows are opened one after the other. */
export interface Stage {
  open(look?: Look): Promise<Window>;
  end(): Promise<void>;
}

/** VS Code behind a server of its own, with the packaged extension: as on a desktop, the extension runs in Node. */
export async function stage(): Promise<Stage> {
  const vsix = await step('building and packaging Galley', () => packaged(join(cache, 'galley.vsix')));
  const data: Data = { user: temporary('user'), extensions: temporary('extensions') };
  await install(vsix, data);
  const running = await serve(data);
  const browser = await launch();
  return {
    async open({ theme = 'light', language = 'en', file = '01.txt', size, settings, more } = {}) {
      await settle(data, { ...plain, ...settings, ...settingsOf[theme] });
      const issue = await copyOfSample(more);
      const page = await pageOf(browser, theme, size);
      // VS Code's own words stay English, as their translations come from no npm package; the extension brings its own.
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
      await page.goto(address(running, issue, [['openFile', remote(running, join(issue, file))]]));
      return new Window(page, language);
    },
    async end() {
      await browser.close();
      running.process.stop();
    },
  };
}

/** VS Code in the browser alone: the extension runs in a worker, on files that no other program sees. */
export async function webStage(): Promise<Stage> {
  await build({ small: true });
  const browser = await launch();
  const servers: Web[] = [];
  return {
    async open({ theme = 'light', file = '01.txt', size, settings, more } = {}) {
      const issue = await copyOfSample(more);
      const all = { ...plain, ...settings, ...settingsOf[theme] };
      await mkdir(join(issue, '.vscode'));
      await writeFile(join(issue, '.vscode/settings.json'), JSON.stringify(all));
      const server = await serveWeb(issue);
      servers.push(server);
      const page = await pageOf(browser, theme, size);
      await page.goto(server.address);
      const window = new Window(page);
      await window.open(file);
      return window;
    },
    async end() {
      await browser.close();
      for (const server of servers) server.stop();
    },
  };
}

async function pageOf(browser: Browser, theme: Theme, viewport = { width: 1120, height: 720 }) {
  // More points than pixels, so that the characters stay sharp at whatever size the README shows them.
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 1.5,
    colorScheme: theme === 'dark' ? 'dark' : 'light',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context.newPage();
}

/** Only what is ours and the text, at a size that can be read in a picture. */
const plain = {
  'workbench.startupEditor': 'none',
  // In a browser it would be on, and nobody sees what is not saved.
  'files.autoSave': 'off',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
};

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cache, step } from './cache';
import { launch } from './chromium';
import { packaged } from './package';
import { temporary } from './run';
import { address, type Data, install, remote, serve, settle } from './vscode';
import { Window } from './window';
import { copyOfSample } from './workspace';

/** How a window is to look, and what is open in it: a page of a fresh copy of the sample issue. */
export interface Look {
  readonly theme?: Theme;
  readonly language?: 'en' | 'zh-cn';
  readonly file?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly settings?: Record<string, unknown>;
}

export type Theme = keyof typeof themes;
export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};

/** A VS Code with the packaged extension in it, whose windows are opened one after the other. */
export interface Stage {
  open(look?: Look): Promise<Window>;
  end(): Promise<void>;
}

export async function stage(): Promise<Stage> {
  const vsix = await step('building and packaging Galley', () => packaged(join(cache, 'galley.vsix')));
  const data: Data = { user: temporary('user'), extensions: temporary('extensions') };
  await install(vsix, data);
  const running = await serve(data);
  const browser = await launch();
  return {
    async open({ theme = 'light', language = 'en', file = '01.txt', size, settings } = {}) {
      await settle(data, { ...plain, ...settings, 'workbench.colorTheme': themes[theme] });
      const issue = await copyOfSample();
      const page = await pageOf(browser, size);
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

async function pageOf(browser: Browser, viewport = { width: 1120, height: 720 }) {
  // More points than pixels, so that the characters stay sharp at whatever size the README shows them.
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1.5 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context.newPage();
}

/** Only what is ours and the text, at a size that can be read in a picture. */
const plain = {
  'workbench.startupEditor': 'none',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
};

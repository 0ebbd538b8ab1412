import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { project } from './cache';

const words = (file: string): Record<string, string> => require(join(project, file));
const languages = { en: words('package.nls.json'), 'zh-cn': words('package.nls.zh-cn.json') };

/** VS Code's window, used as a person uses it: by keys, by the mouse, and by what is seen. */
export class Window {
  constructor(
    readonly page: Page,
    private readonly language: 'en' | 'zh-cn' = 'en',
  ) {}

  /** Waits until the text in front was read: its headlines are coloured, its problems underlined. */
  async ready(): Promise<void> {
    await this.page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
  }

  /** Runs a command by the name that the list of commands gives it. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').first().fill(`>${name}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command of ours by its id: its name may be in either language. */
  async run(id: string): Promise<void> {
    await this.command(languages[this.language][id.replace('galley.', 'command.')]);
  }

  /** Shows the Issue view and its pages. */
  async issueView(): Promise<void> {
    await this.page.locator('.activitybar .action-label[aria-label="Galley"]').click();
    await this.page.locator('[id="workbench.view.extension.galley"] .monaco-list-row').nth(3).waitFor();
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.text.locator('.view-lines').click();
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** The editor of the text. */
  get text(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** The line and column of the cursor, from 1, as the status bar says them. */
  async cursor(): Promise<string> {
    return (await this.page.locator('#status\\.editor\\.selection').innerText()).trim();
  }

  /** The page in a panel (a webview): a frame in a frame. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

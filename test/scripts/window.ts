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
  ) {
    page.context().on('request', (request) => this.hosts.add(new URL(request.url()).hostname));
  }

  private readonly hosts = new Set<string>();

  /** The machines that anything in the window was asked of. */
  asked = (): string[] => [...this.hosts].filter((host) => host !== '');

  /** Waits until the text in front was read: its headlines are coloured, its problems underlined. */
  async ready(): Promise<void> {
    await this.page.locator('.squiggly-warning, .squiggly-info').first().waitFor({ timeout: 100_000 });
  }

  /** Opens a file of the folder by its name, in the column a person is in. */
  async open(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    const tab = this.page.locator('.tab.active', { hasText: name });
    // The list is drawn anew where the first of the two clicks opens the file: it is the tab that counts.
    for (let tries = 1; ; tries++) {
      // The Issue view shows itself beside the first page, at any moment. A click on the view that is shown already would hide it.
      if (await this.issues.isVisible()) await this.page.locator('.activitybar a[aria-label^="Explorer"]').click();
      await row.dblclick({ timeout: 5000 }).catch(() => undefined);
      try {
        return await tab.waitFor({ timeout: 5000 });
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
  }

  /** Runs a command by the name that the list of commands gives it. */
  async command(name: string): Promise<void> {
    await this.listed('F1', `>${name}`, name);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the list of VS Code that `key` opens, writes into it, and waits for the row with these words to be offered. */
  private async listed(key: string, text: string, offered: string): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input').first();
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: offered });
    // What takes the focus meanwhile, as a panel that is drawn, closes the list again.
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 5000 });
        await row.waitFor({ timeout: 10_000 });
        return input;
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
  }

  /** Runs a command of ours by its id: its name may be in either language. */
  async run(id: string): Promise<void> {
    await this.command(languages[this.language][id.replace('galley.', 'command.')]);
  }

  /** The Issue view's rows, once it is shown. */
  async issueView(): Promise<Locator> {
    if (!(await this.issues.isVisible())) await this.page.locator('.activitybar a[aria-label="Galley"]').click();
    const rows = this.issues.locator('.monaco-list-row');
    await rows.nth(3).waitFor();
    return rows;
  }

  /** The Issue view, where it is shown. */
  private get issues(): Locator {
    return this.page.locator('[id="workbench.view.extension.galley"]');
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.text.locator('.view-lines').click();
    const input = await this.listed('Control+g', `:${line}:${column}`, `line ${line}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Opens the list of fixes at the cursor, by its key; gives its rows. */
  async fixes(): Promise<Locator> {
    const rows = this.page.locator('.action-widget .monaco-list-row');
    // Where problems are said anew at this moment, VS Code says that there is no fix.
    for (let tries = 1; ; tries++) {
      await this.page.keyboard.press('Control+.');
      try {
        await rows.first().waitFor({ timeout: 5000 });
        return rows;
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
  }

  /**
   * What the editor says of the place of the cursor, without VS Code's own row of links. Asked anew until it is known: the
   * page may still be read.
   */
  async hover(): Promise<string> {
    const shown = this.page.locator('.monaco-hover:not(.workbench-hover) .hover-row:not(.status-bar)', {
      hasNotText: 'Loading',
    });
    for (let tries = 0; tries < 10; tries++) {
      await this.command('Show or Focus Hover');
      await shown
        .first()
        .waitFor({ timeout: 3000 })
        .catch(() => undefined);
      const said = (await shown.allInnerTexts()).join('\n').trim();
      if (said !== '') return said;
    }
    throw new Error('nothing is said of this place');
  }

  /** Ctrl+click: what is underlined becomes a link only while the key is held and the mouse moves. */
  async followLink(words: Locator): Promise<void> {
    await words.waitFor();
    const box = await words.boundingBox();
    if (!box) throw new Error('the link is not in sight');
    const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await this.page.keyboard.down('ControlOrMeta');
    await this.page.mouse.move(at[0] - 5, at[1]);
    await this.page.mouse.move(...at);
    await this.page.mouse.click(...at);
    await this.page.keyboard.up('ControlOrMeta');
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

  async close(): Promise<void> {
    // A window that says nothing when it goes is waited for by VS Code's server for minutes, its extensions running on.
    this.page.on('dialog', (dialog) => void dialog.accept());
    await this.page.goto('about:blank').catch(() => undefined);
    await this.page.context().close();
  }
}

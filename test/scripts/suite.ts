import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { MARK } from '../editor/mark';
import { cache } from './cache';
import { Trouble } from './run';

/** How long a suite may be silent before it counts as hung. */
const PATIENCE = 180_000;

/**
 * Opens `address` in the page, prints what the suite in its extension host prints, and gives the code it ends with: 0
 * where every test passed. All else that VS Code logs goes to `.cache/logs/NAME.log`. VS Code calls two functions that
 * its page must offer.
 */
export async function ran(page: Page, address: string, name: string): Promise<number> {
  const log = journal(name);
  let heard = () => {};
  const hung = new Promise<never>((_, reject) => {
    let timer: NodeJS.Timeout;
    heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Trouble(`the suite was silent for ${PATIENCE / 1000} s`)), PATIENCE);
      timer.unref();
    };
    heard();
  });
  const ended = new Promise<number>((resolve, reject) => {
    page.once('close', () => reject(new Trouble('the browser ended before the suite did')));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  let tested = false;
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    heard();
    const line = stripVTControlCharacters(format(...args));
    if (!line.startsWith(MARK)) return log.write(line);
    tested = true;
    console.log(line.slice(MARK.length));
  });
  page.on('console', (message) => log.write(message.text()));
  page.on('pageerror', (error) => log.write(error.stack ?? String(error)));
  // A headless page has nobody to ask whether the clipboard may be used.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  try {
    await page.goto(address, { timeout: PATIENCE });
    const code = await Promise.race([ended, hung]);
    if (code !== 0) console.error(`  (what VS Code logged: ${log.path})`);
    if (code === 0 && !tested) throw new Trouble('the suite ended without a single test');
    return code;
  } catch (error) {
    const picture = log.path.replace(/log$/, 'png');
    await page.screenshot({ path: picture }).catch(() => {});
    console.error(`  (what VS Code logged and showed: ${log.path}, ${picture})`);
    throw error;
  }
}

function journal(name: string): { readonly path: string; write(line: string): void } {
  const folder = join(cache, 'logs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  rmSync(path, { force: true });
  return { path, write: (line) => appendFileSync(path, `${line}\n`) };
}

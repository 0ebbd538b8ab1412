import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { temporary } from '../scripts/run';
import type { Window } from '../scripts/window';
import { closeAll, eventually, faultsFor, inBrowser, opened } from './stage';

describe('the original beside the text', () => {
  let window: Window;
  let panel: FrameLocator;
  before(async () => {
    window = await opened({ size: { width: 1500, height: 900 } });
    await window.run('galley.original');
    panel = window.panel;
    await panel.locator('#sheet > *').waitFor();
  });
  after(closeAll);

  const press = async (...keys: string[]) => {
    for (const key of keys) await window.page.keyboard.press(key);
  };
  const heading = (page: string, file: string) =>
    eventually(`${page} ${file}`, async () =>
      (await panel.locator('header').innerText()).replace(/\s+/g, ' ').includes(`${page} ${file}`),
    );
  /** The share of black in what is drawn: paper without print has none. */
  const black = () =>
    panel.locator('#sheet > *').evaluate((sheet) => {
      const canvas = new OffscreenCanvas(200, 280);
      const context = canvas.getContext('2d');
      context?.drawImage(sheet as HTMLImageElement | HTMLCanvasElement, 0, 0, 200, 280);
      const { data } = context?.getImageData(0, 0, 200, 280) ?? { data: [] };
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] < 200 && data[i + 3] > 0) dark++;
      return dark / (200 * 280);
    });
  const printed = () => eventually('print', async () => (await black()) > 0.05 && (await black()) < 0.9);
  const box = async () => (await panel.locator('#sheet').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  it('shows a picture of the page that the cursor is in', async () => {
    await heading('Page 01 要闻', '01.png');
    await printed();
  });

  it('turns to the next page with the text: a PDF, a TIFF', async () => {
    await panel.locator('#frame').focus();
    await press('PageDown');
    await heading('Page 02 民生', '02.pdf');
    await panel.locator('canvas').waitFor();
    await printed();
    await press('PageDown');
    await heading('Page 3 经济', '03.tif');
    await printed();
    await window.page.locator('.tab', { hasText: '03.txt' }).waitFor();
  });

  /** Waits until the page is as wide or high, in pixels, as `wanted` says of it. */
  const becomes = (what: string, wanted: (now: Awaited<ReturnType<typeof box>>) => boolean) =>
    eventually(what, async () => wanted(await box()));
  const isNear = (a: number, b: number) => Math.abs(a - b) < 3;
  const whole = async () => {
    await press('0');
    await panel.locator('#whole[aria-pressed="true"]').waitFor();
    return box();
  };

  it('is enlarged, made smaller and moved by keys', async () => {
    await panel.locator('#frame').focus();
    const fitting = await whole();
    await press('+', '+', '+', '+');
    await becomes('four steps larger', ({ width }) => isNear(width, fitting.width * 1.25 ** 4));
    await press('Home');
    const top = await box();
    await press('ArrowDown', 'ArrowRight');
    await becomes('further down and right', ({ x, y }) => y < top.y - 30 && x < top.x - 30);
    await press('-');
    await becomes('a step smaller', ({ width }) => isNear(width, fitting.width * 1.25 ** 3));
    await press('w');
    await panel.locator('#width[aria-pressed="true"]').waitFor();
    const wide = await panel.locator('#frame').evaluate((frame) => frame.clientWidth);
    await becomes('as wide as the view', ({ width }) => isNear(width, wide));
    await press('0');
    await becomes('whole again', ({ height }) => isNear(height, fitting.height));
  });

  it('is enlarged and moved by the mouse', async () => {
    const { page } = window;
    await panel.locator('#frame').focus();
    const { x, y, width, height } = await whole();
    const middle = [x + width / 2, y + height / 2] as const;
    await page.mouse.move(...middle);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await becomes('larger', (now) => now.width > width * 1.5);
    const large = await box();
    await page.mouse.down();
    await page.mouse.move(middle[0], middle[1] - 80, { steps: 4 });
    await page.mouse.up();
    await becomes('80 pixels higher', (now) => isNear(now.y, large.y - 80));
  });

  it('can be used by keys and heard', async () => {
    assert.deepEqual(await faultsFor(panel), []);
    assert.equal(await panel.locator('#spoken').innerText(), 'Original of Page 3 经济: 03.tif');
  });

  // A page in the browser alone forgets its folder.
  if (!inBrowser)
    it('is there again after the window was loaded anew', async () => {
      await eventually('VS Code to have written down that it is open', () => window.page.evaluate(isWrittenDown));
      // Without the file that the address asks to be opened: VS Code opens what was open.
      const address = new URL(window.page.url());
      address.searchParams.delete('payload');
      await window.page.goto(address.href);
      // All of VS Code starts anew, which takes as long as opening a window.
      await panel.locator('#sheet > *').waitFor({ timeout: 100_000 });
      // Which page was the last to be written down is VS Code's affair.
      await eventually('a page with its original', async () =>
        /^Page \w+ .*\d\d\.(?:png|pdf|tif)/s.test(await panel.locator('header').innerText()),
      );
      await printed();
    });

  it('is as large as it was when it is seen again, and shows the page of the text that was in front of it', async () => {
    const { page } = window;
    await panel.locator('#frame').focus();
    await whole();
    await window.open('05.txt');
    await page.locator('.editor-group-container.active .squiggly-warning').first().waitFor();
    await page.locator('.tab', { hasText: 'Original:' }).click();
    await heading('Page 05 副刊 澄湖', '05.png');
    await panel.locator('#whole[aria-pressed="true"]').waitFor();
    await printed();
  });

  it('loads nothing but what is ours', async () => {
    const policy = (await panel.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
    assert.match(
      policy,
      /^default-src 'none'; style-src 'nonce-(\w+)'; script-src 'nonce-\1' 'wasm-unsafe-eval'; img-src blob:; worker-src blob:$/,
    );
  });
});

/**
 * Runs in VS Code's window: whether it has written down that the panel is open. In a browser it writes only every five seconds,
 * and only while it is idle: what was opened since is not there again.
 */
async function isWrittenDown(): Promise<boolean> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue;
    const editors = await new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const database = opening.result;
        const asked = database.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor');
        asked.onsuccess = () => resolve(asked.result);
        database.close();
      };
    });
    if (String(editors).includes('galley.original')) return true;
  }
  return false;
}

/** A PDF whose first page is 100 points wide, the second 200 …, each 400 high. */
function widening(count: number): string {
  const pages = Array.from({ length: count }, (_, i) => i + 1);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${pages.map((page) => `${page + 2} 0 R`).join(' ')}]>>`,
    ...pages.map((page) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${100 * page} 400]>>`),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return `%PDF-1.4\n${body}trailer\n<</Size ${count + 3}/Root 1 0 R>>\n%%EOF\n`;
}

// The file system in the browser alone holds the sample issue and nothing else.
if (!inBrowser)
  describe('the original of a whole issue in one file', () => {
    after(closeAll);

    it('is opened at the leaf of the folio’s number, and turned with the text', async () => {
      const folder = temporary('pdf');
      await writeFile(join(folder, '2025-06-18.pdf'), widening(5));
      const window = await opened({ file: '04.txt', settings: { 'galley.scan.path': `${folder}/\${date}.pdf` } });
      await window.run('galley.original');
      const { panel } = window;
      const isWide = (share: number) =>
        eventually(`${share} of the height`, async () => {
          const drawn = panel.locator('#sheet:has(canvas)');
          const box = (await drawn.count()) > 0 ? await drawn.boundingBox() : null;
          return box !== null && Math.abs(box.width / box.height - share) < 0.02;
        });
      await isWide(400 / 400);
      await panel.locator('#frame').focus();
      await window.page.keyboard.press('PageUp');
      await isWide(300 / 400);
      await window.page.locator('.tab.active', { hasText: 'Original: Page 3' }).waitFor();
    });
  });

describe('the original of a page that has none', () => {
  after(closeAll);

  it('says where it was looked for and how to say where it is', async () => {
    const window = await opened({ settings: { 'galley.scan.path': '../scans/${year}${month}${day}/${page}' } });
    await window.run('galley.original');
    const nothing = window.panel.locator('#nothing');
    await nothing.getByRole('heading', { name: 'No original of this page was found' }).waitFor();
    assert.match(await nothing.innerText(), /scans\/20250618\/01\s.*scans\/20250618\/1\s/s);
    assert.deepEqual(await faultsFor(window.panel), []);
    await nothing.getByRole('button', { name: 'Say Where They Are' }).click();
    await window.page.locator('.settings-editor', { hasText: 'Scan' }).waitFor();
  });
});

import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { themes } from '../scripts/stage';
import type { Window } from '../scripts/window';
import { closeAll, eventually, opened } from './stage';

/** Red, green and blue of a computed colour, from 0 to 255. */
const rgb = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** The contrast of two colours as WCAG 2 reckons it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [high, low] = [one, other]
    .map((colour) => {
      const [r, g, b] = rgb(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

async function styleOf(element: Locator): Promise<{ color: string; bold: boolean; upright: boolean }> {
  const style = await element.first().evaluate((node) => {
    const { color, fontWeight, fontStyle } = getComputedStyle(node);
    return { color, bold: Number(fontWeight) >= 700, upright: fontStyle === 'normal' };
  });
  // A line that is drawn anew at this moment leaves an element without any style behind.
  return style.color ? style : styleOf(element);
}

for (const theme of themes)
  describe(`in the theme ${theme}`, () => {
    let window: Window;
    before(async () => {
      window = await opened({ theme, size: { width: 1400, height: 900 } });
    });
    after(closeAll);

    it('headlines stand out, and all that is coloured can be read', async () => {
      const line = (beginning: string) => window.text.locator('.view-line', { hasText: new RegExp(`^${beginning}`) });
      const background = await window.text.evaluate((node) => getComputedStyle(node).backgroundColor);
      const body = await styleOf(line('三年前').locator('span > span'));
      const headline = line('一河清水穿城过').locator('span > span');
      await eventually('a bold headline', async () => (await styleOf(headline)).bold);
      assert.notEqual((await styleOf(headline)).color, body.color);
      for (const [beginning, words] of [
        ['2025年6月18日', '要闻'],
        ['青岩河综合治理', '青岩河综合治理'],
        ['一河清水', '一河清水'],
        ['青岩日报讯', '青岩日报讯'],
        ['青岩日报讯', '沈知秋'],
        ['水清了', '下转02版'],
      ]) {
        const { color, upright } = await styleOf(line(beginning).locator('span > span', { hasText: words }));
        assert.notEqual(color, body.color, words);
        assert.ok(upright, `${words}: slanted Chinese is hard to read`);
        assert.ok(contrast(color, background) >= 4.5, `${words}: ${color} on ${background}`);
      }
    });

    it('a story joined over its pages has the same colours', async () => {
      await window.goTo(19, 28);
      await window.run('galley.wholeStory');
      const story = window.page.locator('.editor-instance .monaco-editor').nth(1);
      const line = (of: Locator, beginning: string) =>
        of.locator('.view-line', { hasText: new RegExp(`^${beginning}`) }).locator('span > span');
      const headline = line(story, '一河清水穿城过');
      await eventually('a bold headline', async () => (await headline.count()) > 0 && (await styleOf(headline)).bold);
      for (const [beginning, words] of [
        ['一河清水', '一河清水'],
        ['青岩日报讯', '青岩日报讯'],
        ['青岩日报讯', '沈知秋'],
      ]) {
        const [here, there] = [story, window.text].map((of) => line(of, beginning).filter({ hasText: words }));
        assert.deepEqual(await styleOf(here), await styleOf(there), words);
      }
    });
  });

import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { themes } from '../scripts/stage';
import { closeAll, opened } from './stage';

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

const styleOf = (element: Locator) =>
  element.evaluate((node) => {
    const { color, fontWeight, fontStyle } = getComputedStyle(node);
    return { color, fontWeight: Number(fontWeight), fontStyle };
  });

for (const theme of themes)
  describe(`in the theme ${theme}`, () => {
    after(closeAll);

    it('headlines stand out, and everything can be read', async () => {
      const window = await opened({ theme });
      const words = (text: string) => window.text.locator('.view-line > span > span', { hasText: text }).first();
      const background = await window.text.evaluate((node) => getComputedStyle(node).backgroundColor);
      const body = await styleOf(words('三年前'));
      const headline = await styleOf(words('一河清水穿城过'));
      assert.ok(headline.fontWeight >= 700 && headline.color !== body.color, JSON.stringify(headline));
      for (const text of ['第01版', '青岩河综合治理三年行动收官', '青岩日报讯', '沈知秋', '下转02版']) {
        const style = await styleOf(words(text));
        assert.notEqual(style.color, body.color, text);
        assert.equal(style.fontStyle, 'normal', 'slanted Chinese is hard to read');
        assert.ok(contrast(style.color, background) >= 4.5, `${text}: ${style.color} on ${background}`);
      }
    });
  });

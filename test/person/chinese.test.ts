import { strict as assert } from 'node:assert';
import type { Window } from '../scripts/window';
import { closeAll, eventually, inBrowser, opened } from './stage';

const HAN = /\p{Script=Han}/u;

// VS Code for the web takes its language from the site that serves it, and ours serves English alone.
if (!inBrowser)
  describe('in Chinese', () => {
    let window: Window;
    before(async () => {
      window = await opened({ language: 'zh-cn' });
    });
    after(closeAll);

    it('are the status bar, the lens and the Issue view', async () => {
      const { page } = window;
      await page.locator('.statusbar-item', { hasText: '8 篇稿件' }).waitFor();
      await page.locator('.codelens-decoration', { hasText: '全文（共 3 部分）' }).waitFor();
      const rows = await (await window.issueView()).allInnerTexts();
      assert.ok(rows.some((row) => row.includes('01版 要闻')));
      assert.deepEqual(
        rows.filter((row) => /[a-z]{3}/i.test(row)),
        [],
      );
    });

    it('is what is said of a folio, a headline, a continuation and a problem', async () => {
      for (const [line, column] of [
        [1, 4],
        [21, 3],
        [19, 28],
        [13, 28],
      ]) {
        await window.goTo(line, column);
        let said = '';
        // VS Code's own links may stand there before what is said.
        await eventually(`what is said of ${line}:${column}`, async () => {
          said = (await window.hover()).replace(/galley\([\w-]+\)|[\w-]+-[\w-]+|Follow\s.*/g, '');
          return HAN.test(said);
        });
        assert.doesNotMatch(said, /[a-z]{4}/i, said);
      }
    });

    it('are the commands, the desk and the walkthrough', async () => {
      await window.goTo(13, 26);
      await window.run('galley.desk');
      await window.panel.locator('button', { hasText: '跳过' }).waitFor();
      await window.run('galley.tour');
      await window.page.locator('.getting-started-step', { hasText: '修' }).first().waitFor();
    });
  });

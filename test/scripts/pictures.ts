import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { cache, project, step } from './cache';
import { run } from './run';
import { type Look, type Stage, stage, type Theme, webStage } from './stage';
import type { Window } from './window';

/**
 * Takes pictures of the real editor with the packaged extension on the sample issue: those of the READMEs, each in its
 * language, or with `--all` everything a person sees, in every theme and in both languages, to be looked at in `.cache/pictures`;
 * with `--web` all of it in the browser alone, in English.
 */
const command = new Command('pictures')
  .option('--all', 'every scene in every theme and language, into .cache/pictures')
  .option('--web', 'every scene in VS Code for the web, into .cache/pictures/web')
  .option('--only <words>', 'only pictures whose name holds one of these words, separated by commas');

/** What one picture shows: the page it begins on, and what a person does there. */
interface Scene {
  readonly name: string;
  readonly file?: string;
  readonly settings?: Look['settings'];
  /** In which theme the READMEs show it, each in its own language. */
  readonly shown?: Theme;
  /** Not in Chinese as well: what it shows is in both languages. */
  readonly once?: true;
  act(window: Window): Promise<void>;
}

const scenes: readonly Scene[] = [
  {
    name: 'issue',
    shown: 'light',
    async act(window) {
      await window.issueView();
      await window.goTo(21, 1);
      await window.page.locator('.monaco-list-row.selected', { hasText: '渡船夜航' }).waitFor();
      await window.page.locator('.monaco-list-row', { hasText: '副刊' }).waitFor();
      await window.page.locator('.breadcrumbs-control', { hasText: '渡船夜航' }).waitFor();
    },
  },
  {
    name: 'outline',
    async act(window) {
      const { page } = window;
      await window.command('Explorer: Focus on Outline View');
      await page.locator('.outline-pane .monaco-list-row').nth(5).waitFor();
      // Five files need little room: the outline has the rest.
      const header = await page.locator('.pane-header', { hasText: 'Outline' }).boundingBox();
      if (!header) throw new Error('the outline has no header');
      await page.mouse.move(header.x + 100, header.y);
      await page.mouse.down();
      await page.mouse.move(header.x + 100, 210, { steps: 5 });
      await page.mouse.up();
      await page.mouse.move(700, 400);
      await window.command('View: Focus Active Editor Group');
    },
  },
  {
    name: 'fix',
    shown: 'dark',
    async act(window) {
      await window.goTo(13, 26);
      await window.fixes();
    },
  },
  {
    name: 'jump',
    shown: 'light',
    async act(window) {
      await window.goTo(19, 26);
      await window.command('Peek Definition');
      await window.page.locator('.peekview-widget .preview .view-line').first().waitFor();
    },
  },
  {
    name: 'glance',
    shown: 'light',
    async act(window) {
      await hideSideBar(window);
      await window.run('galley.glance');
      await window.panel.locator('.article').first().waitFor();
    },
  },
  {
    name: 'desk',
    shown: 'dark',
    async act(window) {
      await hideSideBar(window);
      await window.command('View: Focus Active Editor Group');
      await window.run('galley.desk');
      await window.panel.locator('ol button').first().waitFor();
    },
  },
  {
    name: 'original',
    shown: 'light',
    async act(window) {
      await hideSideBar(window);
      await window.goTo(21, 1);
      await window.run('galley.original');
      await window.panel.locator('#sheet > *').waitFor();
    },
  },
  { name: 'hover-folio', act: (window) => hover(window, 1, 4) },
  { name: 'hover-article', act: (window) => hover(window, 21, 3) },
  { name: 'hover-continuation', act: (window) => hover(window, 19, 28) },
  { name: 'hover-problem', act: (window) => hover(window, 13, 28) },
  {
    name: 'story',
    async act(window) {
      await window.goTo(5, 1);
      await window.run('galley.wholeStory');
      await window.page.locator('.tab', { hasText: '一河清水穿城过' }).waitFor();
    },
  },
  {
    name: 'status',
    async act(window) {
      await window.page.locator('#status\\.languageStatus').hover();
      await window.page.locator('.hover-language-status .element').first().waitFor();
    },
  },
  {
    name: 'walkthrough',
    async act(window) {
      await window.run('galley.tour');
      await window.page.locator('.step-list-container').waitFor();
    },
  },
  {
    name: 'extension',
    once: true,
    async act(window) {
      await window.page.locator('.activitybar a[aria-label^="Extensions"]').click();
      await window.page.locator('.extension-list-item', { hasText: 'Galley' }).first().click();
      await window.panel.locator('h1').first().waitFor();
      await hideSideBar(window);
    },
  },
  {
    name: 'menu',
    async act(window) {
      const row = window.page.locator('.monaco-list-row', { hasText: '渡船夜航' }).first();
      await row.click({ button: 'right' });
      await window.page.getByRole('menuitem').nth(5).waitFor();
    },
  },
  {
    name: 'correct',
    async act(window) {
      await window.goTo(23, 1);
      await window.run('galley.correctLine');
      await window.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor();
    },
  },
  {
    name: 'settings',
    async act(window) {
      await hideSideBar(window);
      await window.command('Preferences: Open Settings (UI)');
      const search = window.page.locator('.settings-header .suggest-input-container');
      await search.click();
      await window.page.keyboard.insertText('galley');
      await window.page
        .locator('.setting-item-contents', { hasText: /Detect|detect/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'empty',
    settings: { 'galley.detect': 'off', 'galley.exclude': { '**': true } },
    async act(window) {
      await window.page.locator('.activitybar a[aria-label="Galley"]').click();
      await window.page.locator('.welcome-view-content').first().waitFor();
      await window.run('galley.glance');
      await window.panel.locator('.empty').waitFor();
    },
  },
  { name: 'sections', file: '01.txt', act: (window) => window.goTo(63, 1) },
];

async function hideSideBar(window: Window): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await window.command('View: Close Primary Side Bar');
    await window.page.waitForTimeout(500);
    if (!(await window.page.locator('[id="workbench.parts.sidebar"]').isVisible())) return;
  }
}

async function hover(window: Window, line: number, column: number): Promise<void> {
  await window.goTo(line, column);
  await window.hover();
}

interface Shot {
  readonly scene: Scene;
  readonly language: 'en' | 'zh-cn';
  /** In which themes, all of them by one window where VS Code can follow the system from one to the other. */
  readonly shown: readonly Theme[];
}

/** What the READMEs show, each in its language. */
const published = (): Shot[] =>
  (['en', 'zh-cn'] as const).flatMap((language) =>
    scenes.flatMap((scene) => (scene.shown ? [{ scene, language, shown: [scene.shown] }] : [])),
  );

/** Everything in every theme, and once in Chinese, which VS Code for the web is not served in here. */
const everything = (web: boolean): Shot[] =>
  scenes.flatMap((scene): Shot[] => [
    { scene, language: 'en', shown: ['light', 'dark'] },
    ...(['contrast', 'contrast-light'] as const).map((theme) => ({ scene, language: 'en' as const, shown: [theme] })),
    ...(web || scene.once ? [] : [{ scene, language: 'zh-cn' as const, shown: ['light'] as const }]),
  ]);

run(async () => {
  const { all, web, only } = command.parse().opts<{ all?: boolean; web?: boolean; only?: string }>();
  const folder = web
    ? join(cache, 'pictures/web')
    : join(...(all ? [cache, 'pictures'] : [project, 'client/media/pictures']));
  if (!only) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const editor = await (web ? webStage() : stage());
  let failed = 0;
  for (const shot of all || web ? everything(web ?? false) : published()) {
    const path = (theme: Theme) =>
      join(folder, `${[shot.scene.name, theme, ...(shot.language === 'en' ? [] : [shot.language])].join('-')}.png`);
    const names = shot.shown.map((theme) => relative(folder, path(theme)));
    if (!(only ?? '').split(',').some((words) => names.some((name) => name.includes(words)))) continue;
    await step(names.join(', '), () => take(editor, shot, path)).catch((error) => {
      // One scene that is not as it should be hides none of the others.
      console.error(`  ${names[0]}: ${error}`);
      failed++;
    });
  }
  await editor.end();
  return failed === 0 ? 0 : 1;
});

async function take(
  { open }: Stage,
  { scene: { file, settings, act }, language, shown: [theme, ...others] }: Shot,
  path: (theme: Theme) => string,
): Promise<void> {
  const window = await open({ theme, language, file, settings });
  const picture = async (of: Theme) => {
    await window.page.waitForTimeout(1000);
    await window.page.screenshot({ path: path(of) });
  };
  try {
    if (settings) await window.text.waitFor();
    else {
      await window.ready();
      // The Issue view shows itself the first time: nothing of the scene is to be covered by it.
      await window.issueView();
    }
    await act(window);
  } finally {
    await picture(theme);
    for (const other of others) {
      const [scheme, look] = other === 'dark' ? (['dark', '.vs-dark'] as const) : (['light', '.vs'] as const);
      await window.page.emulateMedia({ colorScheme: scheme });
      await window.page.locator(`.monaco-workbench${look}`).waitFor();
      await picture(other);
    }
    await window.close();
  }
}

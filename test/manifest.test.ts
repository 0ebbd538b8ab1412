import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contributes } from '../package.json';
import { tokenTypes } from '../server/features/semanticTokens';
import { pageOfExtension } from './scripts/package';

/** The types of the Language Server Protocol, which every theme knows. */
const STANDARD = new Set(
  'namespace type class enum interface struct typeParameter parameter variable property enumMember event function method macro keyword modifier comment string number regexp operator decorator label'.split(
    ' ',
  ),
);
/** These work anywhere: where no newspaper text is open, they find one or say what to do. */
const ANYWHERE = ['galley.glance', 'galley.original', 'galley.desk', 'galley.tour'];

describe('package.json', () => {
  it('groups every command under Galley, and hides it where it cannot work', () => {
    const when = new Map(contributes.menus.commandPalette.map((entry) => [entry.command, entry.when]));
    for (const command of contributes.commands) {
      assert.strictEqual(command.category, 'Galley', command.command);
      const hidden = 'enablement' in command || when.has(command.command);
      assert.strictEqual(hidden, !ANYWHERE.includes(command.command), command.command);
    }
  });

  it('names no command twice in the list of commands', () => {
    const never = new Set(
      contributes.menus.commandPalette.flatMap((entry) => (entry.when === 'false' ? entry.command : [])),
    );
    const titles = contributes.commands.filter(({ command }) => !never.has(command)).map(({ title }) => title);
    assert.deepStrictEqual(titles, [...new Set(titles)]);
  });

  it('scopes and describes every setting', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(['resource', 'window', 'machine', 'application'].includes(setting.scope), name);
      assert.match(
        'markdownDescription' in setting ? setting.markdownDescription : setting.description,
        /^%.+%$/,
        name,
      );
    }
  });

  it('has every setting in the README, in both languages', () => {
    const names = Object.keys(contributes.configuration.properties).filter((name) => !name.startsWith('galley.rules.'));
    for (const file of ['README.md', 'README.zh-CN.md']) {
      const listed = [...readFileSync(join(__dirname, '..', file), 'utf8').matchAll(/^\| `(galley\.[\w.]+)`/gm)];
      assert.deepStrictEqual(listed.map(([, name]) => name).sort(), names.sort(), file);
    }
  });

  it('has a page of its own in VS Code, which leads to nothing that is not there', async () => {
    const page = await pageOfExtension();
    assert.match(page, /## In the editor.*### Problems it knows.*## 在编辑器中.*### 能发现的问题/s);
    for (const [, target] of page.matchAll(/\]\(([^)]+)\)/g)) assert.match(target, /^(?:#|https:)/);
  });

  it('ticks off the steps of the walkthrough by what VS Code can see', () => {
    const events = contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap((step) => step.completionEvents));
    for (const event of events)
      assert.match(event, /^on(?:Command|Context|Link|View|SettingChanged|StepSelected):|^extensionInstalled:/);
  });

  it('derives every colour from a standard one, with a scope for themes that know no such words', () => {
    const [{ scopes }, story] = contributes.semanticTokenScopes;
    assert.deepStrictEqual(story, { language: 'newspaper-story', scopes });
    assert.deepStrictEqual(
      contributes.semanticTokenTypes.map(({ id }) => id),
      [...tokenTypes],
    );
    assert.deepStrictEqual(Object.keys(scopes), [...tokenTypes]);
    for (const { id, superType } of contributes.semanticTokenTypes) assert.ok(STANDARD.has(superType), id);
  });
});

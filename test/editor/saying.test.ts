import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, problemAt, rangeOf, withSetting } from './newsroom';

/** What the editor says of the place where `words` stand. */
const said = (document: vscode.TextDocument, words: string): Promise<string> =>
  eventually(`something said of ${words}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, words).start,
    );
    const all = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    // As it is read, not as Markdown spells it.
    return all.join('\n').replace(/\\/g, '') || undefined;
  });

describe('hovering', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await opened('issue/01.txt');
    await problemAt(document, 'broken-line', '第一年控源截');
  });

  it('over a folio tells issue, page, error rate and the habits of the file', async () => {
    const words = await said(document, '2025年6月18日 星期三');
    assert.match(words, /青岩日报 · 2025-06-18/);
    assert.match(words, /Page 01 of an issue of 5 pages[\s\S]*8 articles[\s\S]*error rate \d/);
    assert.match(words, /Habits of this file: .*half-width punctuation/);
  });

  it('over a headline tells length, people, pages, and how sure that is and why', async () => {
    const words = await said(document, '一河清水穿城过');
    assert.match(words, /沈知秋 · 顾长风 · 柳溪 · \d+ characters/);
    assert.match(words, /Runs over pages 01 → 02 → 05/);
    assert.match(words, /Sure that an article starts here: \d+ %[\s\S]*For it: /);
  });

  it('over a continuation tells the other end', async () => {
    const words = await said(document, '下转02版①');
    assert.match(words, /Continues on page 02: \*\*一河清水穿城过\*\*[\s\S]*> 治河不能只治水面/);
  });

  it('over a problem tells its rule, and how often that was right', async () => {
    const words = await said(document, '截\n');
    assert.match(words, /Broken line.*`broken-line`[\s\S]*right in \d+ of \d+ cases/);
  });
});

describe('the lens of a story', () => {
  const lenses = ({ uri }: vscode.TextDocument) =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);

  it('leads to all of it, as clean text', async () => {
    const document = await opened('issue/01.txt');
    const [lens] = await eventually('a lens', async () => {
      const found = await lenses(document);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(lens.command?.title, 'Whole story, 3 parts');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    const story = await eventually('the story', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'galley-story'),
    );
    assert.match(story.getText(), /^一河清水穿城过\n/m);
    assert.match(story.getText(), /治河不能只治水面/);
    assert.doesNotMatch(story.getText(), /下转02版|上接01版/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('can be switched off', async () => {
    const document = await opened('issue/01.txt');
    await withSetting('galley.lens', false, async () => {
      await eventually('no lens', async () => ((await lenses(document)).length === 0 ? true : undefined));
    });
    await eventually('a lens again', async () => ((await lenses(document)).length > 0 ? true : undefined));
  });
});

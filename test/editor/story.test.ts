import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, rangeOf } from './newsroom';

const FIRST = '一河清水穿城过';
const [ON, BACK] = ['下转02版①', '上接01版①'];

/** What the editor itself asks of a place in a page, as soon as it is answered with something. */
async function asked<T>(page: string, words: string, command: string, ...more: unknown[]): Promise<T[]> {
  const document = await opened(page);
  return eventually(`${command} at ${words}`, async () => {
    const at = rangeOf(document, words).start.translate(0, 1);
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, at, ...more);
    return found?.length ? found : undefined;
  });
}

const fileOf = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? '';

/** The document of a whole story, once it is shown. */
const shown = (): Promise<vscode.TextDocument> =>
  eventually('the whole story', () =>
    vscode.window.visibleTextEditors.map(({ document }) => document).find(({ uri }) => uri.scheme === 'galley-story'),
  );

describe('a story that runs over pages', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has its references peeked at from either end', async () => {
    for (const [page, words] of [
      ['issue/01.txt', ON],
      ['issue/02.txt', BACK],
    ]) {
      const found = await asked<vscode.Location>(page, words, 'vscode.executeReferenceProvider');
      const texts = await Promise.all(
        found.map(async ({ uri, range }) => (await vscode.workspace.openTextDocument(uri)).getText(range)),
      );
      assert.deepEqual(texts, [ON, BACK, '下转05版③', '（上接02版③）']);
      assert.deepEqual(
        found.map(({ uri }) => fileOf(uri)),
        ['01.txt', '02.txt', '02.txt', '05.txt'],
      );
    }
    const document = await opened('issue/01.txt');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(rangeOf(document, ON).start, rangeOf(document, ON).start);
    await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('shows the first lines of the other end on hovering', async () => {
    const [hover] = await asked<vscode.Hover>('issue/01.txt', ON, 'vscode.executeHoverProvider');
    const words = hover.contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    assert.match(words, /02[\s\S]*治河不能只治水面/);
  });

  it('can be clicked through', async () => {
    const document = await opened('issue/01.txt');
    const link = await eventually('the link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
        9,
      );
      return links.find(({ range, target }) => target && document.getText(range) === ON);
    });
    assert.equal(fileOf(link.target as vscode.Uri), '02.txt');
    assert.match((link.target as vscode.Uri).fragment, /^L?\d+,\d+$/);
  });

  it('has its parts as a hierarchy, its other end as a hint, and is marked at the cursor', async () => {
    const [item] = await asked<vscode.CallHierarchyItem>('issue/01.txt', FIRST, 'vscode.prepareCallHierarchy');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(
      calls.map(({ to }) => fileOf(to.uri)),
      ['02.txt'],
    );
    const marked = await asked<vscode.DocumentHighlight>('issue/01.txt', ON, 'vscode.executeDocumentHighlights');
    const document = await opened('issue/01.txt');
    assert.ok(marked.some(({ range }) => document.getText(range) === ON));
    const hints = await eventually('the hint', async () => {
      const range = document.validateRange(new vscode.Range(0, 0, 9999, 0));
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      );
      return found.length > 0 ? found : undefined;
    });
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(
      labels.some((label) => label.includes(FIRST)),
      labels.join(),
    );
  });

  it('is shown whole: clean text that cannot be edited, with the way to each part, following the pages', async () => {
    const document = await opened('issue/02.txt');
    await asked('issue/02.txt', BACK, 'vscode.executeDefinitionProvider');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(rangeOf(document, BACK).start, rangeOf(document, BACK).start);
    await vscode.commands.executeCommand('galley.wholeStory');
    const story = await shown();
    assert.equal(vscode.workspace.getConfiguration('editor', story).get('wordWrap'), 'on');
    assert.match(story.getText(), /^青岩河综合治理三年行动收官|^一河清水穿城过/);
    assert.match(story.getText(), /记者沿河走访了三天。\s*治河不能只治水面/);
    assert.doesNotMatch(story.getText(), /下转|上接/);
    const lenses = await eventually('the lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        story.uri,
      );
      return found.length > 1 ? found : undefined;
    });
    assert.deepEqual(
      lenses.map(({ command }) => fileOf(command?.arguments?.[0] as vscode.Uri)),
      ['01.txt', '02.txt', '05.txt'],
    );
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, rangeOf(document, '治河不能只治水面').start, '他说，');
    await vscode.workspace.applyEdit(change);
    await eventually('the story follows', () => story.getText().includes('他说，治河不能只治水面') || undefined);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
  });

  it('is found in the whole workspace by headline, by initials and by its reporter', async () => {
    await opened('issue/01.txt');
    const found = (query: string) =>
      eventually(`something for ${query}`, async () => {
        const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        );
        return symbols.length > 0 ? symbols : undefined;
      });
    assert.ok((await found('清水穿城')).some(({ name }) => name.includes(FIRST)));
    assert.ok((await found('yhqs')).some(({ name }) => name.includes(FIRST)));
    const reported = await found('沈知秋');
    assert.ok(reported.some(({ name, containerName }) => name === '沈知秋' && containerName.includes(FIRST)));
  });
});

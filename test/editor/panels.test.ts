import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, pause, problemAt } from './newsroom';

const tab = (title: string): vscode.Tab | undefined =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === title);

describe('the page at a glance', () => {
  it('opens beside the text and stays one', async () => {
    await opened('issue/01.txt');
    await vscode.commands.executeCommand('galley.glance');
    await vscode.commands.executeCommand('galley.glance');
    const shown = await eventually('the panel', () => tab('Page at a Glance'));
    await vscode.window.tabGroups.close(shown);
  });
});

describe('the correction desk', () => {
  /** The words selected in the text: the problem that is taken up. */
  const selected = (document: vscode.TextDocument): string => {
    const editor = vscode.window.visibleTextEditors.find((other) => other.document === document);
    return editor ? document.getText(editor.selection) : '';
  };

  const act = (what: string) => vscode.commands.executeCommand('galley.desk.act', what);
  const root = vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri;
  /** What lies in `.galley`, by name. */
  const kept = async (folder: string): Promise<string> => {
    const uri = vscode.Uri.joinPath(root, folder);
    const contents = vscode.workspace.fs.readDirectory(uri).then(
      (files) => Promise.all(files.map(([name]) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, name)))),
      () => [],
    );
    return (await contents).map((bytes) => new TextDecoder().decode(bytes)).join('');
  };
  let document: vscode.TextDocument;
  let before: string;

  beforeEach(async () => {
    document = await opened('issue/01.txt');
    before = document.getText();
    await problemAt(document, 'broken-line', '第一年控源截');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('galley.desk');
    await eventually('the first problem', () => selected(document) || undefined);
  });
  afterEach(async () => {
    await vscode.window.tabGroups.close(await eventually('the panel', () => tab('Correction Desk')));
    assert.equal(document.getText(), before);
    await vscode.workspace.fs
      .delete(vscode.Uri.joinPath(root, '.galley'), { recursive: true })
      .then(undefined, () => {});
  });

  it('goes from problem to problem, mends, skips, and undoes', async () => {
    const first = selected(document);
    await act('accept 0');
    assert.notEqual(document.getText(), before);
    assert.notEqual(selected(document), first);
    await act('skip');
    const third = selected(document);
    await act('skip');
    assert.notEqual(selected(document), third);
    await act('undo');
    assert.equal(selected(document), third);
    await vscode.commands.executeCommand('galley.desk');
    for (let steps = 0; selected(document) !== '截\n\n流' && !/\u2F54/.test(selected(document)) && steps < 50; steps++)
      await act('skip');
    const once = document.getText();
    await act('accept 0');
    assert.notEqual(document.getText(), once);
    for (let steps = 0; document.getText() !== before && steps < 60; steps++) await act('undo');
    assert.equal(document.getText(), before);
    assert.equal(selected(document), first);
  });

  for (const [scope, code, at] of [
    ['place', 'compat-character', '供\u2F54'],
    ['word', 'missing-credit', '通讯员 摄'],
    ['off', 'compat-character', '供\u2F54'],
  ])
    it(`keeps what is dismissed (${scope}) in the ledger of the editor and the command line, and takes it back`, async () => {
      const words = document.getText((await problemAt(document, code, at)).range);
      for (let steps = 0; selected(document) !== words && steps < 50; steps++) await act('skip');
      await act(`dismiss ${scope}`);
      assert.match(await kept('.galley'), new RegExp(`"dismisses":"${code}"`));
      assert.notEqual(selected(document), words);
      await act('undo');
      assert.doesNotMatch(await kept('.galley'), new RegExp(code));
      assert.equal(selected(document), words);
    });

  it('leaves the cursor to whoever writes in the text meanwhile', async () => {
    const end = document.positionAt(before.length);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(end, end);
    // What is written arrives while the next problem is looked for.
    await Promise.all([vscode.commands.executeCommand('type', { text: '完' }), act('skip')]);
    // It is drawn anew for the text that was written.
    await pause(1000);
    await vscode.commands.executeCommand('type', { text: '稿' });
    assert.equal(document.getText(), `${before}完稿`);
    while (document.getText() !== before) await vscode.commands.executeCommand('undo');
  });

  it('keeps a key that comes before the problem is drawn anew for a text that became another', async () => {
    const first = selected(document);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((builder) => builder.insert(document.positionAt(before.length), '完'));
    await act('skip');
    assert.notEqual(selected(document), first);
    await vscode.commands.executeCommand('undo');
  });

  it('writes down what it mends, where that is wanted', async () => {
    const log = vscode.workspace.getConfiguration('galley');
    await log.update('log', true, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('an entry in the log', async () => {
        await act('accept 0');
        const written = await kept('.galley/log');
        await act('undo');
        return written || undefined;
      });
    } finally {
      await log.update('log', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('the walkthrough', () => {
  it('opens', async () => {
    await vscode.commands.executeCommand('galley.tour');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

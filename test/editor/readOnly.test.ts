import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, lineOf, opened, pause, problemAt, rangeOf, withSetting } from './newsroom';

const act = (what: string) => vscode.commands.executeCommand('galley.desk.act', what);

/** By the editor's own setting: what its command or the file's permissions forbid is forbidden in the same way. */
describe('a file that is read-only', () => {
  let document: vscode.TextDocument;
  let before: string;

  /** Does something while nothing may be written into the page: then all of it stands as it stood. */
  const untouched = (what: () => Promise<void>) =>
    withSetting('files.readonlyInclude', { '**/issue/01.txt': true }, async () => {
      // Once the editor knows: until then a key still writes.
      await eventually('nothing can be written', async () => {
        await vscode.commands.executeCommand('type', { text: '写' });
        if (document.getText() === before) return true;
        await vscode.commands.executeCommand('undo');
        return undefined;
      });
      await what();
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
    });

  beforeEach(async () => {
    document = await opened('issue/01.txt');
    before = document.getText();
    await problemAt(document, 'compat-character', '供\u2F54');
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, '柏承业负责全市供');
    editor.selection = new vscode.Selection(start, start);
  });
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));

  it('is left as it is by the fixes of the Issue view, of one article and of the file', () =>
    untouched(async () => {
      const line = lineOf(document, '柏承业负责全市供');
      await vscode.commands.executeCommand('galley.fixHere', {
        kind: 'page',
        page: { uri: document.uri.toString(), first: 0, last: document.lineCount - 1 },
      });
      await vscode.commands.executeCommand('galley.fixHere');
      await vscode.commands.executeCommand('galley.fixAll');
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, line);
    }));

  it('is left as it is by the desk, which stays at the problem and counts no fix', () =>
    untouched(async () => {
      const selected = () => {
        const editor = vscode.window.visibleTextEditors.find((other) => other.document === document);
        return editor ? document.getText(editor.selection) : '';
      };
      await vscode.commands.executeCommand('galley.desk');
      const problem = await eventually('a problem', () => selected() || undefined);
      await act('accept 0');
      assert.equal(selected(), problem);
      await act('undo');
      assert.equal(selected(), problem);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    }));

  it('is left out where all of a kind is fixed', () =>
    untouched(async () => {
      const wanted = { uri: document.uri.toString(), code: 'compat-character', scope: 'file', at: 0 };
      await vscode.commands.executeCommand('galley.fixKind', wanted);
    }));

  it('keeps its articles where they are, and the cursor too', () =>
    untouched(async () => {
      const { selection } = (await vscode.window.showTextDocument(document)) ?? {};
      await vscode.commands.executeCommand('galley.moveArticleUp');
      await pause(200);
      assert.ok(vscode.window.activeTextEditor?.selection.isEqual(selection));
    }));
});

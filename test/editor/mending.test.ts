import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { logOf, reverted } from '../../server/features/provenance';
import { Text } from '../../server/text/text';
import { apply, eventually, offered, opened, problemAt, withSetting } from './newsroom';

const root = vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri;
const RADICAL = '供\u2F54';

/** What was written down in the log of fixes, once something was. */
const written = (): Promise<string> =>
  eventually('an entry in the log', async () => {
    const folder = vscode.Uri.joinPath(root, '.galley/log');
    const files = await vscode.workspace.fs.readDirectory(folder).then(
      (entries) => entries.map(([name]) => vscode.Uri.joinPath(folder, name)),
      () => [],
    );
    const contents = await Promise.all(files.map((file) => vscode.workspace.fs.readFile(file)));
    return contents.map((bytes) => new TextDecoder().decode(bytes)).join('') || undefined;
  });

describe('mending', () => {
  let document: vscode.TextDocument;
  let before: string;
  beforeEach(async () => {
    document = await opened('issue/01.txt');
    before = document.getText();
    await problemAt(document, 'compat-character', RADICAL);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before, 'one undo gives the exact text back');
    await document.save();
    await vscode.workspace.fs
      .delete(vscode.Uri.joinPath(root, '.galley'), { recursive: true })
      .then(undefined, () => {});
  });

  it('mends what is certain when the text is saved, if a person wants that', () =>
    withSetting('editor.codeActionsOnSave', { 'source.fixAll.galley': 'explicit' }, async () => {
      let saves = 0;
      await eventually('the usual character', async () => {
        // What is not changed is not saved; and the editor saves without its actions where one is not there in time.
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n');
        await vscode.workspace.applyEdit(edit);
        saves++;
        await document.save();
        return document.getText().includes(RADICAL) ? undefined : true;
      });
      assert.equal(document.isDirty, false);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before + '\n'.repeat(saves), 'one undo takes all that was mended back');
      for (; saves > 1; saves--) await vscode.commands.executeCommand('undo');
    }));

  it('is written down where that is wanted, so that it can be taken back', () =>
    withSetting('galley.log', true, async () => {
      const { range } = await problemAt(document, 'compat-character', RADICAL);
      // The server asks for the setting anew after it was told that one changed.
      const fix = await eventually('a fix that is written down', async () => {
        const action = await offered(document, range, /^Write the usual/);
        return action.command ? action : undefined;
      });
      await apply(fix);
      const { records } = logOf(await written());
      assert.deepEqual(
        records.map(({ file, rule }) => [file, rule]),
        [['issue/01.txt', 'compat-character']],
      );
      assert.equal(reverted(Text.of(document.getText()), records).text.toString(), before);
    }));

  it('is written down when the text is formatted, too', () =>
    withSetting('galley.log', true, async () => {
      await eventually('the setting is known', async () => {
        const { range } = await problemAt(document, 'compat-character', RADICAL);
        return (await offered(document, range, /^Write the usual/)).command;
      });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('editor.action.formatDocument');
      assert.notEqual(document.getText(), before);
      const { records } = logOf(await written());
      assert.deepEqual(new Set(records.map(({ rule }) => rule)), new Set(['broken-line']));
      assert.equal(reverted(Text.of(document.getText()), records).text.toString(), before);
    }));

  it('of formatting joins lines and closes indents up, and does nothing else', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.notEqual(document.getText(), before);
    assert.equal(document.getText().replace(/\s/g, ''), before.replace(/\s/g, ''));
  });
});

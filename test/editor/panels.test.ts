import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, problemAt, problemsOf } from './newsroom';

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

  it('goes from problem to problem, mends, undoes, skips and dismisses', async () => {
    const document = await opened('issue/01.txt');
    const before = document.getText();
    await problemAt(document, 'broken-line', '第一年控源截');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('galley.desk');
    const first = await eventually('the first problem', () => selected(document) || undefined);
    const count = problemsOf(document).length;

    const act = (what: string) => vscode.commands.executeCommand('galley.desk.act', what);
    await act('accept 0');
    await eventually('a problem less', () => (problemsOf(document).length < count ? true : undefined));
    assert.notEqual(document.getText(), before);
    await eventually('the next problem', () => (selected(document) !== first && selected(document) ? true : undefined));
    await act('undo');
    await eventually('the exact text', () => document.getText() === before || undefined);
    await eventually('the first problem again', () => (selected(document) === first ? true : undefined));

    for (const what of ['skip', 'dismiss']) {
      const here = selected(document);
      await act(what);
      assert.notEqual(selected(document), here, what);
      await act('undo');
      assert.equal(selected(document), here, `${what} is undone`);
    }
    assert.equal(document.getText(), before);
    await vscode.window.tabGroups.close(await eventually('the panel', () => tab('Correction Desk')));
  });
});

describe('the walkthrough', () => {
  it('opens', async () => {
    await vscode.commands.executeCommand('galley.tour');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

import * as vscode from 'vscode';
import { newspaperEditor } from './editors';

const KEY = 'galley.welcomed';

/** Shows the articles beside the first newspaper text that is ever opened: who knows that there is such a view? */
export function welcome(memory: vscode.Memento): vscode.Disposable {
  const look = async () => {
    if (!newspaperEditor() || memory.get(KEY)) return;
    await memory.update(KEY, true);
    await vscode.commands.executeCommand('galley.issue.focus', { preserveFocus: true });
  };
  void look();
  // A text that becomes newspaper text is opened anew, in the same editor.
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidOpenTextDocument(look),
  );
}

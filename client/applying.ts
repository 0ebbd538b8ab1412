import * as vscode from 'vscode';
import { newspaperSeen } from './editors';

/** Words of a text to be replaced by others. */
export interface Replacement {
  readonly range: vscode.Range;
  readonly newText: string;
}

/**
 * Changes a text where a person sees it, as one undo step; whether that was done. Not as an edit of the workspace: that
 * would write into a text that is read-only, by whatever made it so, and leave it unsaved where nobody can undo it. Only
 * the editor knows; it shows what it says to every key there, and we say what became of the fix.
 */
export async function applied(document: vscode.TextDocument, changes: readonly Replacement[]): Promise<boolean> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = [activeTextEditor, ...visibleTextEditors].find((editor) => editor?.document === document);
  // Beside a panel of ours, not over it.
  const place = { viewColumn: newspaperSeen()?.viewColumn ?? vscode.ViewColumn.One, preserveFocus: true };
  const editor = shown ?? (await vscode.window.showTextDocument(document, place));
  const { version } = document;
  const agreed = await editor.edit((builder) => {
    for (const { range, newText } of changes) builder.replace(range, newText);
  });
  if (document.version !== version) return true;
  if (agreed) {
    const name = vscode.workspace.asRelativePath(document.uri);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} is read-only: nothing was changed.', name));
  }
  return false;
}

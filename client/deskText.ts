import * as vscode from 'vscode';
import type { Change, Item } from './deskQueue';
import { isNewspaper } from './editors';

// The text that the correction desk stands beside.

/** Shows it, a problem of it selected; the focus stays where it is. */
export async function showBeside(document: vscode.TextDocument, item: Item): Promise<void> {
  const viewColumn = columnOf(document);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true });
  const range = rangeIn(document, item);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where it stands already, or another newspaper text does: never over the desk. */
export function columnOf(document: vscode.TextDocument | undefined): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.filter((editor) => isNewspaper(editor.document));
  const own = shown.find((editor) => editor.document === document) ?? shown[0];
  return own?.viewColumn ?? vscode.ViewColumn.One;
}

const rangeIn = (document: vscode.TextDocument, { from, to }: { from: number; to: number }): vscode.Range =>
  new vscode.Range(document.positionAt(from), document.positionAt(to));

export const replacements = (document: vscode.TextDocument, changes: readonly Change[]) =>
  changes.map((change) => ({ range: rangeIn(document, change), newText: change.insert }));

/** Whether a preview of these changes shows the problem's words, all of them being close together. */
export const isShownBy = (changes: readonly Change[], { from, to }: Item): boolean =>
  changes.some((change) => change.from <= to && from <= change.to) &&
  changes.every((change) => Math.abs(change.from - from) < NEAR);
/** In UTF-16 units. */
const NEAR = 80;

import * as vscode from 'vscode';

const LANGUAGE = 'newspaper';

/** The editor a person is in, where it holds newspaper text. */
export function newspaperEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
}

/** A position as it may be sent: a web worker gets a copy of the fields alone, and the editor's class has only getters. */
export const sent = ({ line, character }: vscode.Position): { line: number; character: number } => ({
  line,
  character,
});

/** Shows a line (0-based) of a text in the column where it is open, else where newspaper text is, else in the first. */
export async function showLine(
  { uri, line }: { readonly uri: string; readonly line: number },
  preserveFocus = false,
): Promise<void> {
  const target = vscode.Uri.parse(uri);
  const texts = vscode.window.visibleTextEditors.filter(({ document }) => document.languageId === LANGUAGE);
  const same = texts.find(({ document }) => document.uri.toString() === target.toString());
  const at = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(target, {
    viewColumn: (same ?? texts[0])?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
    preserveFocus,
  });
}

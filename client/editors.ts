import * as vscode from 'vscode';

const LANGUAGE = 'newspaper';

/** The editor a person is in, where it holds newspaper text. */
export function newspaperEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
}

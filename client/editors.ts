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

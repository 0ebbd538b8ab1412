import * as vscode from 'vscode';

/** The id of the language. */
export const LANGUAGE = 'newspaper';

/** The editor a person is in, where it holds newspaper text. */
export function newspaperEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isNewspaper(editor.document) ? editor : undefined;
}

/** The same, or, while one of our panels has the focus, the newspaper text beside it. */
export const newspaperInSight = (): vscode.TextEditor | undefined =>
  vscode.window.activeTextEditor
    ? newspaperEditor()
    : vscode.window.visibleTextEditors.find(({ document }) => isNewspaper(document));

/** A newspaper text that is seen in some column. */
export const newspaperSeen = (): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => isNewspaper(document));

/**
 * The newspaper text for a command that was given from somewhere else, as from the walkthrough: the one a person is in, else
 * one that is open, which is brought to the front. Where there is none, a message says what to do.
 */
export async function newspaperInFront(): Promise<vscode.TextEditor | undefined> {
  const own = newspaperEditor() ?? newspaperSeen();
  if (own) return vscode.window.showTextDocument(own.document, own.viewColumn);
  const open = new Map(vscode.workspace.textDocuments.filter(isNewspaper).map((text) => [text.uri.toString(), text]));
  for (const { input, group } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
    const document = input instanceof vscode.TabInputText && open.get(input.uri.toString());
    if (document) return vscode.window.showTextDocument(document, group.viewColumn);
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a page of newspaper text first.'));
  return undefined;
}

export const isNewspaper = ({ languageId }: vscode.TextDocument): boolean => languageId === LANGUAGE;

/** Whether a URI, as the server spells it, is this file's: it escapes other characters than the editor does. */
export const isOf = (uri: vscode.Uri, spelled: string): boolean =>
  vscode.Uri.parse(spelled).toString() === uri.toString();

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
  const texts = vscode.window.visibleTextEditors.filter(({ document }) => isNewspaper(document));
  const same = texts.find(({ document }) => isOf(document.uri, uri));
  const at = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(target, {
    viewColumn: (same ?? texts[0])?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
    preserveFocus,
  });
}

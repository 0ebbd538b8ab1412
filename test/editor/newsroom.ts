import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** Opens a file of the workspace in an editor and waits until it has the language. */
export async function opened(path: string, language = 'newspaper'): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri, path);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return eventually(`${path} becomes ${language}`, () => {
    const current = vscode.workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
    return current?.languageId === language ? current : undefined;
  });
}

/** What `look` gives as soon as it gives something; fails after half a minute, saying what it waited for. */
export async function eventually<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const until = Date.now() + 30_000;
  for (;;) {
    const result = await look();
    if (result !== undefined) return result;
    if (Date.now() > until) assert.fail(`waited in vain: ${what}`);
    await pause(50);
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Where `words` stand first in the document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `the document says ${words}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** The first line (0-based) on which `words` stand. */
export const lineOf = (document: vscode.TextDocument, words: string): number => rangeOf(document, words).start.line;

export async function symbolsOf({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return symbols ?? [];
}

export const problemsOf = ({ uri }: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'galley');

/** The code of a problem, without the address of its documentation. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a problem with this code whose squiggle touches `words`. */
export function problemAt(document: vscode.TextDocument, code: string, words: string): Promise<vscode.Diagnostic> {
  const range = rangeOf(document, words);
  return eventually(`${code} at ${words}`, () =>
    problemsOf(document).find((problem) => codeOf(problem) === code && problem.range.intersection(range)),
  );
}

/** The actions of the light bulb at a range. */
export async function actionsAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
  );
  return actions.filter((action) => action.kind && kind.contains(action.kind));
}

/**
 * The action with a title that fits, as soon as it is offered: a text that was just opened may not have reached the
 * server, and an answer about a text that has become another meanwhile is cancelled, as the light bulb's would be.
 */
export const offered = (
  document: vscode.TextDocument,
  range: vscode.Range,
  title: RegExp,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction> =>
  eventually(`“${title.source}” is offered`, async () => {
    try {
      return (await actionsAt(document, range, kind)).find((action) => title.test(action.title));
    } catch (error) {
      if (error instanceof Error && error.name === 'Canceled') return undefined;
      throw error;
    }
  });

/** Does what choosing an action in the menu does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was applied');
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Does something while the workspace has a setting. */
export async function withSetting(name: string, value: unknown, act: () => Promise<void>): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Workspace);
  await set(value);
  try {
    await act();
  } finally {
    await set(undefined);
  }
}

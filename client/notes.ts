import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import * as requests from '../server/lsp/requests';
import { newspaperEditor, sent, showLine } from './editors';
import { type IssueNode, placeOf } from './issueNode';
import { showOutlineAnew } from './outline';
import { reviewNotes } from './reviewNotes';
import type { Server } from './server';

const KEY = 'galley.notes';
const { fs } = vscode.workspace;

/** Writes ledgers for the server, and keeps the notes on texts without a folder with the workspace. */
export function answerNoteRequests(client: BaseLanguageClient, memory: vscode.Memento): void {
  client.onRequest(requests.writeFile, async ({ uri, content }: requests.WriteFileParams) => {
    const file = vscode.Uri.parse(uri);
    if (fs.isWritableFileSystem(file.scheme) === false) throw new Error(vscode.l10n.t('it is read-only'));
    await fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await fs.writeFile(file, new TextEncoder().encode(content));
  });
  client.onRequest(requests.recallNotes, () => memory.get(KEY, ''));
  client.onRequest(requests.rememberNotes, ({ content }: requests.RememberNotesParams) => memory.update(KEY, content));
  client.onNotification(requests.notesChanged, showOutlineAnew);
}

/** The commands with which a person says something of a text, and takes it back. */
export function noteCommands(server: Server): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('galley.correctLine', () => correctLine(server)),
    vscode.commands.registerCommand('galley.splitArticle', () => splitArticle(server)),
    vscode.commands.registerCommand('galley.mergeArticle', (node?: IssueNode) => mergeArticle(server, node)),
    vscode.commands.registerCommand('galley.undoNote', () => undoNote(server)),
    vscode.commands.registerCommand('galley.reviewNotes', () => reviewNotes(server)),
  ];
}

async function correctLine(server: Server): Promise<void> {
  const editor = newspaperEditor();
  if (!editor) return;
  const offers = await offersAt(server, editor, editor.selection.active.line);
  if (!offers) return;
  const placeHolder = editor.document.lineAt(editor.selection.active.line).text.trim().slice(0, 60);
  const chosen = await vscode.window.showQuickPick(
    offers.map(({ title, note }) => ({ label: title, note })),
    { placeHolder: placeHolder || vscode.l10n.t('This line is empty.') },
  );
  if (chosen) await vscode.commands.executeCommand('galley.note', chosen.note);
}

/** What makes sense to say of a line (0-based). */
const offersAt = (server: Server, { document }: vscode.TextEditor, line: number) =>
  server.ask<requests.SayingsAtParams, requests.SayingsAtResult>(requests.sayingsAt, {
    textDocument: { uri: document.uri.toString() },
    line,
  });

/** Has an article begin on the cursor's line: with it as its headline, where it does not end like a sentence. */
async function splitArticle(server: Server): Promise<void> {
  const editor = newspaperEditor();
  if (!editor) return;
  const { line } = editor.selection.active;
  const offers = (await offersAt(server, editor, line)) ?? [];
  const isHeadline = !/[。！？；，、!?;,:：][”’」』）)]?\s*$/.test(editor.document.lineAt(line).text);
  const wishes = isHeadline ? ['article', 'split'] : ['split', 'article'];
  const offer = wishes.map((says) => offers.find((each) => each.says === says)).find(Boolean);
  if (offer) await vscode.commands.executeCommand('galley.note', offer.note);
  else
    vscode.window.setStatusBarMessage(vscode.l10n.t('No article can begin on this line, or one does already.'), 5000);
}

/** Has the article of the cursor, or of the Issue view, go on from the one above. */
async function mergeArticle(server: Server, node: IssueNode | undefined): Promise<void> {
  const place = node && placeOf(node);
  if (place) await showLine(place);
  const editor = newspaperEditor();
  if (!editor) return;
  const found = await server.ask<requests.UnitsAtParams, requests.UnitsAtResult>(requests.unitsAt, {
    textDocument: { uri: editor.document.uri.toString() },
    positions: [sent(editor.selection.active)],
    unit: 'article',
  });
  const first = found?.[0]?.start.line;
  const offers = first === undefined ? [] : ((await offersAt(server, editor, first)) ?? []);
  const offer = offers.find(({ says }) => says === 'merge');
  if (offer) await vscode.commands.executeCommand('galley.note', offer.note);
  else vscode.window.setStatusBarMessage(vscode.l10n.t('There is no article above on this page to go on from.'), 5000);
}

async function undoNote(server: Server): Promise<void> {
  const editor = newspaperEditor();
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const undone = await server.ask<requests.FileParams, requests.UndoNoteResult>(requests.undoNote, { uri });
  if (!undone) return;
  const words =
    undone.length > 0
      ? vscode.l10n.t('Taken back: {0}', undone.join('; '))
      : vscode.l10n.t('Nothing was corrected or dismissed here.');
  vscode.window.setStatusBarMessage(words, 5000);
}

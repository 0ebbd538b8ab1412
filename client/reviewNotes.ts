import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import type { Server } from './server';

type Item = vscode.QuickPickItem & { readonly note: requests.ListedNote };

/**
 * The list of what was said of the texts: choosing one asks what to do with it, its button takes it back at once. Resolves
 * when a person is done with it: with whether they went to a text.
 */
export async function reviewNotes(server: Server): Promise<boolean> {
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Take back') };
  const list = vscode.window.createQuickPick<Item>();
  const fill = async (): Promise<void> => {
    const notes = await server.ask<object, requests.ListNotesResult>(requests.listNotes, {});
    list.items = (notes ?? []).map((note) => ({
      label: note.words,
      description: note.about,
      detail: standing(note),
      buttons: [remove],
      note,
    }));
    if (list.items.length === 0) list.placeholder = vscode.l10n.t('Nothing was corrected or dismissed here.');
  };
  list.matchOnDescription = true;
  list.title = vscode.l10n.t('Corrections and dismissals');
  list.onDidTriggerItemButton(async ({ item: { note } }) => {
    await takeBack(server, note);
    await fill();
  });
  const chosen = new Promise<Item | undefined>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
  });
  list.show();
  await fill();
  const item = await chosen;
  const decision = item && (await decided(server, item.note));
  return decision === 'taken back' ? reviewNotes(server) : decision === 'gone there';
}

const takeBack = (server: Server, { folder, id }: requests.ListedNote) =>
  server.ask<requests.RemoveNotesParams, null>(requests.removeNotes, { folder, ids: [id] });

/** Asks what to do with a note: its button cannot be reached by keys. */
async function decided(server: Server, note: requests.ListedNote): Promise<'taken back' | 'gone there' | undefined> {
  const back = { label: vscode.l10n.t('Take back') };
  const go = { label: vscode.l10n.t('Go to the text') };
  const chosen = await vscode.window.showQuickPick(note.uri ? [back, go] : [back], { placeHolder: note.words });
  if (chosen === back) {
    await takeBack(server, note);
    return 'taken back';
  }
  if (chosen === go && note.uri) {
    const line = new vscode.Position(note.line ?? 0, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(note.uri), { selection: new vscode.Range(line, line) });
    return 'gone there';
  }
  return undefined;
}

function standing({ uri, line }: requests.ListedNote): string | undefined {
  if (uri === undefined || line === undefined) return undefined;
  return line === null ? vscode.l10n.t('its line is not found any more') : vscode.l10n.t('line {0}', String(line + 1));
}

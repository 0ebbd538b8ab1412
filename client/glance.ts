import * as vscode from 'vscode';
import { isOf, newspaperEditor, showLine } from './editors';
import { cursorOf, drawing } from './glanceDrawing';
import { escaped } from './html';
import type { Overviews } from './overviews';
import { openPanel, type Panel, reading } from './panel';

/** The command that opens the page at a glance: the issue of the text a person is in, drawn anew as they type. */
export function glanceCommand(context: vscode.ExtensionContext, overviews: Overviews): vscode.Disposable {
  let open: Panel | undefined;
  /** The text whose issue is shown: the last newspaper text that was in front. */
  let shown: { readonly uri: vscode.Uri; line: number } | undefined;
  let drawn = false;
  let turn = 0;

  const draw = async () => {
    const own = ++turn;
    const at = newspaperEditor();
    if (at) shown = { uri: at.document.uri, line: at.selection.active.line };
    if (!open) return;
    if (shown && !drawn) open.show(reading());
    const found = shown && (await overviews.edition({ uri: shown.uri.toString() }));
    if (own !== turn) return;
    drawn = true;
    if (!found || !shown) {
      const empty = vscode.l10n.t('Open a page of newspaper text: its whole issue is drawn here.');
      return open.show(`<p class="empty">${escaped(empty)}</p>`);
    }
    const { uri, line } = shown;
    const page = found.leaves.find((leaf) => isOf(uri, leaf.uri));
    open.show(drawing(found, page && { uri: page.uri, line }, vscode.l10n));
  };

  const command = vscode.commands.registerCommand('galley.glance', async () => {
    if (open) return open.focus();
    const title = vscode.l10n.t('Page at a Glance');
    const wish = { id: 'galley.glance', title, style: 'glance.css', column: vscode.ViewColumn.Beside };
    const panel = openPanel(context, wish, (act) => void showLine(cursorOf(act)));
    open = panel;
    drawn = false;
    panel.panel.onDidDispose(() => {
      open = undefined;
    });
    await draw();
  });
  return vscode.Disposable.from(
    command,
    overviews.onDidChange(draw),
    vscode.window.onDidChangeActiveTextEditor(draw),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (open && textEditor === newspaperEditor()) void draw();
    }),
    { dispose: () => open?.dispose() },
  );
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import * as requests from '../server/lsp/requests';
import { isNewspaper, isOf } from './editors';
import { base } from './scan/paths';

/** The editor's names for the encodings that an archive is found in. */
const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'utf8',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
};

/** Warns of a document that was opened in the wrong encoding, and offers to open it anew in the likely right one. */
export function offerReopening(client: BaseLanguageClient): void {
  client.onNotification(requests.wrongEncoding, async ({ uri, encoding }: requests.WrongEncodingParams) => {
    if (encoding === null) return;
    const document = vscode.workspace.textDocuments.find((open) => isOf(open.uri, uri));
    if (!document) return;
    const name = NAMES[encoding];
    const reopen = vscode.l10n.t('Reopen as {0}', encoding.toUpperCase());
    const choose = vscode.l10n.t('Choose the encoding…');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} seems to be in {1} but was opened in another encoding: saving it would destroy it. Galley offers no fixes until it is reopened.',
        base(document.uri.path),
        encoding.toUpperCase(),
      ),
      ...(name && 'encoding' in document ? [reopen, choose] : [choose]),
    );
    if (answer === undefined || document.isClosed) return;
    await vscode.window.showTextDocument(document);
    if (answer === choose) await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
    // Since VS Code 1.100; where `TextDocument.encoding` is missing the button is too.
    else
      await (openIn as (uri: vscode.Uri, options: { encoding: string }) => Thenable<unknown>)(document.uri, {
        encoding: name,
      });
  });
}

const openIn: unknown = vscode.workspace.openTextDocument;

/** Tells the server in which encoding documents are open, where the editor says: their files are then read the same way. */
export function tellEncodings(client: BaseLanguageClient): vscode.Disposable {
  const tell = (document: vscode.TextDocument) => {
    const encoding = (document as { encoding?: unknown }).encoding;
    if (!isNewspaper(document) || typeof encoding !== 'string' || !client.isRunning()) return;
    const params: requests.OpenedInParams = { uri: document.uri.toString(), encoding };
    void client.sendNotification(requests.openedIn, params);
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(tell),
    vscode.workspace.onDidSaveTextDocument(tell),
    client.onDidChangeState(() => vscode.workspace.textDocuments.forEach(tell)),
  );
}

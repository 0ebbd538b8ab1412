import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/requests';
import { detectNewspapers } from './detection';
import { answerFileRequests } from './files';
import { showStatus } from './status';

export const LANGUAGE = 'newspaper';

export function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { readsFiles: true };
  return { documentSelector: [{ language: LANGUAGE }], initializationOptions };
}

/** Detection begins at once; the server is started by the first newspaper document, and not before. */
export async function run(context: vscode.ExtensionContext, create: () => BaseLanguageClient): Promise<void> {
  let client: BaseLanguageClient | undefined;
  const startFor = async (document: vscode.TextDocument) => {
    if (client || document.languageId !== LANGUAGE) return;
    client = create();
    context.subscriptions.push(client, showStatus(client));
    answerFileRequests(client);
    await client.start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.commands.registerCommand('galley.restartServer', () => client && restart(client)),
    vscode.commands.registerCommand('galley.showLog', () => client?.outputChannel.show()),
    vscode.commands.registerCommand('galley.fixAll', () =>
      vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.galley', apply: 'first' }),
    ),
    ...detectNewspapers(context.workspaceState),
  );
  await Promise.all(vscode.workspace.textDocuments.map(startFor));
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

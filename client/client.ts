import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/requests';
import { detectNewspapers } from './detection';
import { answerFileRequests } from './files';
import { movingCommands } from './moving';
import { Server } from './server';
import { showStatus } from './status';

export const LANGUAGE = 'newspaper';

export function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { readsFiles: true };
  return { documentSelector: [{ language: LANGUAGE }], initializationOptions };
}

/** Detection begins at once; the server is started by the first newspaper document or command, and not before. */
export async function run(context: vscode.ExtensionContext, create: () => BaseLanguageClient): Promise<void> {
  let client: BaseLanguageClient | undefined;
  const server = new Server(create, (created) => {
    client = created;
    context.subscriptions.push(created, showStatus(created));
    answerFileRequests(created);
  });
  const startFor = async ({ languageId }: vscode.TextDocument) => {
    if (languageId === LANGUAGE) await server.start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.commands.registerCommand('galley.restartServer', () => client && restart(client)),
    vscode.commands.registerCommand('galley.showLog', () => client?.outputChannel.show()),
    vscode.commands.registerCommand('galley.fixAll', () =>
      vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.galley', apply: 'first' }),
    ),
    ...detectNewspapers(context.workspaceState),
    ...movingCommands(server),
  );
  await Promise.all(vscode.workspace.textDocuments.map(startFor));
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

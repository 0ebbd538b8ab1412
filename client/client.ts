import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/requests';
import { articleCommands } from './articles';
import { deskCommand } from './desk';
import { detectNewspapers } from './detection';
import { answerFileRequests } from './files';
import { glanceCommand } from './glance';
import { issueView } from './issueView';
import { movingCommands } from './moving';
import { answerNoteRequests, noteCommands } from './notes';
import { Overviews } from './overviews';
import { Server } from './server';
import { showStatus } from './status';
import { positionStatus } from './statusBar';

export const LANGUAGE = 'newspaper';

export function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { readsFiles: true, keepsNotes: true };
  return { documentSelector: [{ language: LANGUAGE }], initializationOptions };
}

/** Detection begins at once; the server is started by the first newspaper document or command, and not before. */
export async function run(context: vscode.ExtensionContext, create: () => BaseLanguageClient): Promise<void> {
  let client: BaseLanguageClient | undefined;
  const server = new Server(create, (created) => {
    client = created;
    context.subscriptions.push(created, showStatus(created));
    answerFileRequests(created);
    answerNoteRequests(created, context.workspaceState);
  });
  const overviews = new Overviews(server);
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
    ...noteCommands(server),
    ...articleCommands(server),
    overviews,
    issueView(overviews),
    positionStatus(server, overviews),
    glanceCommand(context, overviews),
    deskCommand(context, overviews),
    vscode.commands.registerCommand('galley.tour', () => openTour(context)),
  );
  await Promise.all(vscode.workspace.textDocuments.map(startFor));
}

const openTour = ({ extension }: vscode.ExtensionContext) =>
  vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#galley.tour`);

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

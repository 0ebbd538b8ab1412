import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/requests';
import { articleCommands } from './articles';
import { checking } from './checking';
import { deskCommand } from './desk';
import { detectNewspapers } from './detection';
import { isNewspaper, LANGUAGE } from './editors';
import { offerReopening, tellEncodings } from './encoding';
import { exportCommand } from './exporting';
import { answerFileRequests, answerStoreRequests } from './files';
import { glanceCommand } from './glance';
import { issueView } from './issueView';
import { movingCommands } from './moving';
import { answerNoteRequests, noteCommands } from './notes';
import { outlineOfStories } from './outline';
import { Overviews } from './overviews';
import { RULE_PAGES, rulePages } from './rulePages';
import { originalCommand } from './scan/original';
import { Server } from './server';
import { showStatus } from './status';
import { positionStatus } from './statusBar';
import { stories } from './stories';
import { welcome } from './welcome';

/** `storage` says where the server may keep its index: see `InitializationOptions`. */
export function clientOptions(storage: string | undefined): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    showsStories: true,
    storage,
    keepsNotes: true,
    rulePages: RULE_PAGES,
  };
  return { documentSelector: [{ language: LANGUAGE }], initializationOptions };
}

/** Where a workspace's index is kept, in the folder that the editor gives us for it. */
export const indexFolder = (storage: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(storage, 'index');

/** Detection begins at once; the server is started by the first newspaper document or command, and not before. */
export async function run(context: vscode.ExtensionContext, create: () => Promise<BaseLanguageClient>): Promise<void> {
  let client: BaseLanguageClient | undefined;
  const server = new Server(create, (created) => {
    client = created;
    void vscode.commands.executeCommand('setContext', 'galley.started', true);
    context.subscriptions.push(created, showStatus(created));
    answerFileRequests(created);
    offerReopening(created);
    context.subscriptions.push(tellEncodings(created));
    if (context.storageUri) answerStoreRequests(created, indexFolder(context.storageUri));
    answerNoteRequests(created, context.workspaceState);
  });
  const overviews = new Overviews(server);
  const startFor = async (document: vscode.TextDocument) => {
    if (isNewspaper(document)) await server.start();
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.commands.registerCommand('galley.restartServer', () => client && restart(client)),
    vscode.commands.registerCommand('galley.showLog', () => client?.outputChannel.show()),
    ...detectNewspapers(context.workspaceState),
    ...movingCommands(server),
    ...noteCommands(server),
    outlineOfStories(server),
    ...articleCommands(server),
    exportCommand(server, overviews),
    stories(context, server),
    checking(server),
    rulePages(context),
    overviews,
    issueView(overviews),
    positionStatus(server, overviews),
    glanceCommand(context, overviews),
    originalCommand(context, overviews),
    deskCommand(context, server, overviews),
    vscode.commands.registerCommand('galley.tour', () => openTour(context)),
    welcome(context.globalState),
  );
  await Promise.all(vscode.workspace.textDocuments.map(startFor));
}

/** VS Code ticks a step off only for what happens while it knows the walkthrough: text that is open already is told of anew. */
async function openTour({ extension }: vscode.ExtensionContext): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#galley.tour`);
  await vscode.commands.executeCommand('setContext', 'galley.toured', vscode.workspace.textDocuments.some(isNewspaper));
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

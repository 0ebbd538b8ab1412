import * as vscode from 'vscode';
import { clientOptions, indexFolder, run } from './client';

/** Desktop and remote: the server is a process of its own, spoken with over IPC. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const storage = context.storageUri && indexFolder(context.storageUri).toString();
  await run(context, async () => {
    // Loaded here: most plain text is no newspaper, and needs no server.
    const { LanguageClient, TransportKind } = await import('./languageClient');
    const code = vscode.Uri.joinPath(context.globalStorageUri, 'server.code').fsPath;
    const server = { module, transport: TransportKind.ipc, args: [`--code=${code}`] };
    const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('galley', 'Galley', { run: server, debug }, clientOptions(storage));
  });
}

import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, run } from './client';

/** In the browser: the server is a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-browser.js').toString(true);
  await run(
    context,
    () => new LanguageClient('galley', 'Galley', () => Promise.resolve(new Worker(script)), clientOptions()),
  );
}

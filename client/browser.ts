import * as vscode from 'vscode';
import { clientOptions, run } from './client';

/** In the browser: the server is a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-browser.js').toString(true);
  await run(context, async () => {
    // Loaded here: most plain text is no newspaper, and needs no server.
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    // Not the worker alone: the client would ask whether it is an `instanceof Worker`, and VS Code's extension host puts
    // a function of its own in the place of that class.
    const start = async () => {
      const worker = new Worker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('galley', 'Galley', start, clientOptions(context.storageUri && 'client'));
  });
}

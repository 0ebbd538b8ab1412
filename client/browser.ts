import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions, run } from './client';

/** In the browser: the server is a web worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server-browser.js').toString(true);
  // Not the worker alone: the client would ask whether it is an `instanceof Worker`, and VS Code's extension host puts
  // a function of its own in the place of that class.
  const start = async (): Promise<MessageTransports> => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await run(
    context,
    () => new LanguageClient('galley', 'Galley', start, clientOptions(context.storageUri && 'client')),
  );
}

import * as vscode from 'vscode';
import type { Server } from './server';

/** Longer than the outline waits before it asks. */
const OUTLINE_MS = 1000;
let asking: vscode.Disposable | undefined;

/**
 * The editor has no request to draw an outline anew; it does so when symbols come from one source more, or one less. That one
 * is for any language: sources that name theirs go before it. The editor knows the nodes of an outline by their source's
 * place, and would forget which of them are unfolded.
 */
export function showOutlineAnew(): void {
  if (asking) return;
  const none: vscode.DocumentSymbolProvider = { provideDocumentSymbols: () => [] };
  asking = vscode.languages.registerDocumentSymbolProvider('*', none);
  setTimeout(() => {
    asking?.dispose();
    asking = undefined;
  }, OUTLINE_MS);
}

/** What continues a story is called by the headline on another page, which may be read later. */
export const outlineOfStories = (server: Server): vscode.Disposable => server.onDidChangeIssue(showOutlineAnew);

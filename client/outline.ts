import * as vscode from 'vscode';
import { LANGUAGE } from './editors';
import type { Server } from './server';

/** Longer than the outline waits before it asks. */
const OUTLINE_MS = 1000;
let asking: vscode.Disposable | undefined;

/** The editor has no request to draw an outline anew; it does so when symbols come from one source more, or one less. */
export function showOutlineAnew(): void {
  if (asking) return;
  const none: vscode.DocumentSymbolProvider = { provideDocumentSymbols: () => [] };
  asking = vscode.languages.registerDocumentSymbolProvider({ language: LANGUAGE }, none);
  setTimeout(() => {
    asking?.dispose();
    asking = undefined;
  }, OUTLINE_MS);
}

/** What continues a story is called by the headline on another page, which may be read later. */
export const outlineOfStories = (server: Server): vscode.Disposable => server.onDidChangeIssue(showOutlineAnew);

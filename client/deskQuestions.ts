import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { type Change, type Item, items } from './deskQueue';
import { sent } from './editors';
import type { Server } from './server';

// What the correction desk asks of the server. Offsets are of the document as it stands.

/** What can be done about a problem. */
export interface Choices {
  readonly fixes: readonly { readonly title: string; readonly changes: readonly Change[]; readonly log?: object }[];
  readonly dismissals: requests.ChoicesOfResult['dismissals'];
}
export const NO_CHOICES: Choices = { fixes: [], dismissals: [] };

/** Those listed as problems, which hints are not; undefined where the text is edited while they are looked for. */
export async function problemsIn(server: Server, document: vscode.TextDocument): Promise<readonly Item[] | undefined> {
  const { version } = document;
  const found = await server.ask<requests.ProblemsOfParams, requests.ProblemsOfResult>(requests.problemsOf, {
    textDocument: { uri: document.uri.toString() },
  });
  if (!found || document.version !== version) return undefined;
  const text = document.getText();
  const listed = found.filter(({ severity }) => severity !== 'hint');
  return items(
    listed.map(({ range, ...problem }) => ({ ...problem, ...offsetsOf(document, range) })),
    (from, to) => text.slice(from, to),
  );
}

export async function choicesFor(
  server: Server,
  document: vscode.TextDocument,
  { code, from, to }: Item,
): Promise<Choices> {
  const { version } = document;
  const found = await server.ask<requests.ChoicesOfParams, requests.ChoicesOfResult>(requests.choicesOf, {
    textDocument: { uri: document.uri.toString() },
    range: { start: sent(document.positionAt(from)), end: sent(document.positionAt(to)) },
    code,
  });
  if (!found || document.version !== version) return NO_CHOICES;
  const fixes = found.fixes.map(({ title, edits, log }) => {
    const changes = edits.map(({ range, newText }) => ({ ...offsetsOf(document, range), insert: newText }));
    return { title, log, changes };
  });
  return { fixes, dismissals: found.dismissals };
}

type Range = requests.ProblemsOfResult[number]['range'];

function offsetsOf(document: vscode.TextDocument, { start, end }: Range): { from: number; to: number } {
  const at = ({ line, character }: Range['start']): number => document.offsetAt(new vscode.Position(line, character));
  return { from: at(start), to: at(end) };
}

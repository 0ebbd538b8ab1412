import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { applied } from './applying';
import { newspaperEditor, sent } from './editors';
import { nextProblem } from './problems';
import type { Server } from './server';

type Direction = 'next' | 'previous';
const DIRECTIONS = { next: 'Next', previous: 'Previous' } as const;

/** The commands that move the cursor, the selection and whole articles. */
export function movingCommands(server: Server): vscode.Disposable[] {
  const directions = Object.entries(DIRECTIONS) as [Direction, string][];
  return [
    ...directions.flatMap(([direction, name]) => [
      command(`galley.${direction}Article`, (editor) => goToStop(server, editor, 'article', direction)),
      command(`galley.${direction}Headline`, (editor) => goToStop(server, editor, 'headline', direction)),
      command(`galley.${direction}Problem`, (editor) => goToProblem(editor, direction)),
      command(`galley.moveArticle${name === 'Next' ? 'Down' : 'Up'}`, (editor) => move(server, editor, direction)),
    ]),
    command('galley.selectSentence', (editor) => select(server, editor, 'sentence')),
    command('galley.selectParagraph', (editor) => select(server, editor, 'paragraph')),
    command('galley.selectArticle', (editor) => select(server, editor, 'article')),
  ];
}

const command = (name: string, act: (editor: vscode.TextEditor) => Promise<void>): vscode.Disposable =>
  vscode.commands.registerCommand(name, async () => {
    const editor = newspaperEditor();
    if (editor) await act(editor);
  });

async function goToStop(
  server: Server,
  editor: vscode.TextEditor,
  stop: requests.NextStopParams['stop'],
  direction: Direction,
): Promise<void> {
  const found = await server.ask<requests.NextStopParams, requests.NextStopResult>(requests.nextStop, {
    textDocument: { uri: editor.document.uri.toString() },
    position: sent(editor.selection.active),
    stop,
    direction,
  });
  if (found) reveal(editor, new vscode.Selection(positionOf(found), positionOf(found)));
}

/** Selects the problem and shows why it is one; after the last comes the first again. */
async function goToProblem(editor: vscode.TextEditor, direction: Direction): Promise<void> {
  const found = nextProblem(editor.document.uri, editor.selection, direction);
  if (!found) {
    const none = vscode.l10n.t('No problems in this file.');
    vscode.window.setStatusBarMessage(`$(check) ${none}`, 3000);
    return;
  }
  // The cursor at its beginning: behind its end nothing is said of it.
  const { start, end } = found.range;
  reveal(editor, new vscode.Selection(end, start));
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

async function select(server: Server, editor: vscode.TextEditor, unit: requests.UnitsAtParams['unit']): Promise<void> {
  const { document, selections } = editor;
  const found = await server.ask<requests.UnitsAtParams, requests.UnitsAtResult>(requests.unitsAt, {
    textDocument: { uri: document.uri.toString() },
    positions: selections.map(({ active }) => sent(active)),
    unit,
  });
  if (!found) return;
  editor.selections = selections.map((own, i) => {
    const range = found[i];
    return range ? new vscode.Selection(positionOf(range.start), positionOf(range.end)) : own;
  });
}

async function move(server: Server, editor: vscode.TextEditor, direction: Direction): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const moved = await server.ask<requests.MoveArticleParams, requests.MoveArticleResult>(requests.moveArticle, {
    textDocument: { uri: document.uri.toString() },
    position: sent(selection.active),
    direction,
  });
  if (moved === undefined || document.version !== version) return;
  if (moved === null) {
    const none = vscode.l10n.t('There is no other article on this page to change places with.');
    vscode.window.setStatusBarMessage(`$(info) ${none}`, 3000);
    return;
  }
  const changes = moved.edits.map(({ range, newText }) => ({
    range: new vscode.Range(positionOf(range.start), positionOf(range.end)),
    newText,
  }));
  if (!(await applied(document, changes))) return;
  const shifted = (at: vscode.Position) => at.translate(moved.lines);
  reveal(editor, new vscode.Selection(shifted(selection.anchor), shifted(selection.active)));
}

function reveal(editor: vscode.TextEditor, selection: vscode.Selection): void {
  editor.selection = selection;
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const positionOf = ({ line, character }: { line: number; character: number }) => new vscode.Position(line, character);

import * as vscode from 'vscode';

/** Galley's problems of a document, in the order of the text. */
export const problemsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'galley')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));

/** The problem that comes after (or before) what is selected; past the last the first, undefined where there is none. */
export function nextProblem(
  uri: vscode.Uri,
  selection: vscode.Range,
  direction: 'next' | 'previous',
): vscode.Diagnostic | undefined {
  const all = problemsOf(uri);
  const order = ({ range }: vscode.Diagnostic): number =>
    range.start.compareTo(selection.start) || range.end.compareTo(selection.end);
  return direction === 'next'
    ? (all.find((problem) => order(problem) > 0) ?? all[0])
    : (all.findLast((problem) => order(problem) < 0) ?? all.at(-1));
}

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { apply, eventually, offered, opened, problemAt, problemsOf, rangeOf, symbolsOf } from './newsroom';

const ledger = () =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri, '.galley/notes.jsonl');
const kept = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(ledger()));
const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap(({ name, children }) => [name, ...names(children)]);

describe('what a person says', () => {
  after(() => vscode.workspace.fs.delete(ledger()));

  it('of a headline is kept beside the text, changes the outline, and is taken back', async () => {
    const document = await opened('issue/01.txt');
    const before = names(await symbolsOf(document));
    const range = rangeOf(document, '一河清水穿城过');
    await apply(await offered(document, range, /^Not a headline$/, vscode.CodeActionKind.RefactorRewrite));
    assert.match(await kept(), /"file":"issue\/01\.txt","says":"not-headline"/);
    await eventually('the outline changes', async () =>
      JSON.stringify(names(await symbolsOf(document))) === JSON.stringify(before) ? undefined : true,
    );
    await vscode.commands.executeCommand('galley.undoNote');
    await eventually('the outline is as it was', async () =>
      JSON.stringify(names(await symbolsOf(document))) === JSON.stringify(before) ? true : undefined,
    );
    assert.equal(document.isDirty, false);
  });

  it('of a problem takes the squiggle away, until it is taken back', async () => {
    const document = await opened('issue/01.txt');
    const { range } = await problemAt(document, 'compat-character', '供\u2F54');
    await apply(await offered(document, range, /^Not a problem here/));
    const left = () => problemsOf(document).some((problem) => problem.range.isEqual(range));
    await eventually('the squiggle goes', () => (left() ? undefined : true));
    await vscode.commands.executeCommand('galley.undoNote');
    await eventually('the squiggle is back', () => (left() ? true : undefined));
  });
});

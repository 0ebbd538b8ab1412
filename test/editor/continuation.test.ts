import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, rangeOf, symbolsOf } from './newsroom';

/** Where `words` in a page lead to: the words underlined there, the file arrived at, and how its line begins. */
async function jump(page: string, words: string): Promise<{ origin: string; file: string; line: string }> {
  const document = await opened(page);
  await eventually('the outline', async () => ((await symbolsOf(document)).length > 0 ? true : undefined));
  const at = rangeOf(document, words).start.translate(0, 1);
  const link = await eventually(`an other end of ${words}`, async () => {
    const found = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    return found[0];
  });
  assert.ok('targetUri' in link, 'a link, not only a place');
  const target = await vscode.workspace.openTextDocument(link.targetUri);
  const start = (link.targetSelectionRange ?? link.targetRange).start;
  return {
    origin: link.originSelectionRange ? document.getText(link.originSelectionRange) : '',
    file: target.uri.path.split('/').at(-1) ?? '',
    line: target.lineAt(start.line).text,
  };
}

describe('jumping to the other end of a continuation', () => {
  it('goes on to the page that the story continues on', async () => {
    const { origin, file, line } = await jump('issue/01.txt', '下转02版①');
    assert.equal(origin, '下转02版①');
    assert.equal(file, '02.txt');
    assert.match(line, /^上接01版①/);
  });

  it('goes back to where the story began', async () => {
    const { origin, file, line } = await jump('issue/02.txt', '上接01版①');
    assert.equal(origin, '上接01版①');
    assert.equal(file, '01.txt');
    assert.match(line, /下转02版①$/);
  });

  it('reads a page number in characters', async () => {
    const { file, line } = await jump('issue/03.txt', '（下转第四版）');
    assert.equal(file, '04.txt');
    assert.match(line, /上接第三版/);
  });
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, pause, problemAt, problemsOf, symbolsOf } from './newsroom';

describe('odd files', () => {
  // Whatever was opened before: the server still answers.
  afterEach(async () => {
    const document = await opened('odd/lf.news');
    await eventually('the server answers', async () => ((await symbolsOf(document)).length > 0 ? true : undefined));
  });

  it('an empty file has no outline and no problems', async () => {
    const document = await opened('odd/empty.news');
    await pause(500);
    assert.deepEqual(await symbolsOf(document), []);
    assert.deepEqual(problemsOf(document), []);
  });

  it('a file of one line has no problems', async () => {
    const document = await opened('odd/one-line.news');
    await pause(500);
    assert.ok((await symbolsOf(document)).length <= 1);
    assert.deepEqual(problemsOf(document), []);
  });

  it('a binary file is refused by the editor or read as some text', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri, 'odd/binary.news');
    const document = await vscode.workspace.openTextDocument(uri).then(
      (document) => document,
      () => undefined,
    );
    if (document) await symbolsOf(document);
  });

  for (const name of ['million-lines', 'long-line'])
    it(`a file of that size opens and the server lives: ${name}`, async () => {
      const document = await opened(`odd/${name}.news`);
      await symbolsOf(document);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

  for (const name of ['lf', 'crlf', 'cr', 'bom', 'separator'])
    it(`a page reads the same with other line ends and marks: ${name}`, async () => {
      const document = await opened(`odd/${name}.news`);
      const page = await eventually('the outline', async () => (await symbolsOf(document))[0]);
      assert.equal(page.name, 'Page 03 民生');
      assert.deepEqual(
        page.children.map((article) => article.name),
        ['石桥镇新添三处便民菜场'],
      );
      const problem = await problemAt(document, 'broken-line', '开门迎客，');
      assert.equal(document.getText(problem.range).replace(/\r?\n/g, '⏎'), '，⏎⏎附');
    });
});

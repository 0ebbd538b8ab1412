import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { generateIssue } from '../generate';
import { apply, eventually, offered, opened, problemAt, problemsOf, rangeOf, symbolsOf } from './newsroom';

const RADICAL = '供\u2F54';

/** What people do with any text in VS Code. */
describe('newspaper text', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('that was never saved is known, mended and gone through', async () => {
    const content = (await opened('issue/01.txt')).getText();
    const { uri } = await vscode.workspace.openTextDocument({ content });
    const document = await eventually('it becomes newspaper text', () =>
      vscode.workspace.textDocuments.find(
        (other) => other.uri.toString() === uri.toString() && other.languageId === 'newspaper',
      ),
    );
    await vscode.window.showTextDocument(document);
    const { range } = await problemAt(document, 'compat-character', RADICAL);
    await apply(await offered(document, range, /^Write the usual/));
    assert.ok(!document.getText().includes(RADICAL));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), content);
    await problemAt(document, 'compat-character', RADICAL);
    await vscode.commands.executeCommand('galley.fixAll');
    assert.ok(document.getText().includes('供水'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), content);
    await vscode.commands.executeCommand('galley.nextArticle');
    assert.ok((await symbolsOf(document)).length > 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('in two editors side by side is mended in both, and each has its own cursor', async () => {
    const document = await opened('issue/01.txt');
    const before = document.getText();
    await problemAt(document, 'compat-character', RADICAL);
    const at = rangeOf(document, '两处图书驿站建成开放');
    const left = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    left.selection = new vscode.Selection(at.start, at.start);
    const right = await vscode.window.showTextDocument(document, vscode.ViewColumn.Two);
    right.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('galley.nextArticle');
    assert.ok(right.selection.active.line > 0, 'one goes on');
    assert.ok(left.selection.isEqual(at.with(at.start, at.start)), 'the other stays');
    await vscode.commands.executeCommand('galley.fixAll');
    assert.notEqual(document.getText(), before);
    assert.match(document.getText().slice(document.offsetAt(left.selection.active)), /^两处图书驿站建成开放/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('of five megabytes is read, closed, and read again as it was', async function () {
    this.timeout(180_000);
    const { pages } = generateIssue(7, { pages: 40, characters: 43_000 });
    const bytes = new TextEncoder().encode(pages.map(({ text }) => text).join('\n\n'));
    assert.ok(bytes.length > 5e6);
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri, 'odd/large.news');
    await vscode.workspace.fs.writeFile(uri, bytes);
    const read = async () => {
      const document = await opened('odd/large.news');
      const pages = await eventually('all pages', async () => {
        const found = await symbolsOf(document);
        return found.length > 30 ? found : undefined;
      });
      await eventually('its problems', () => (problemsOf(document).length > 0 ? true : undefined));
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      return pages.flatMap(({ name, children }) => [name, ...children.map((article) => article.name)]);
    };
    const first = await read();
    assert.ok(first.length > 1000, `${first.length} pages and articles`);
    assert.deepEqual(await read(), first);
    await vscode.workspace.fs.delete(uri);
  });
});

describe('Fix Everything Certain', () => {
  it('is one undo step, and writes nothing where nothing is certain', async () => {
    const document = await opened('issue/01.txt');
    const before = document.getText();
    await problemAt(document, 'compat-character', RADICAL);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('galley.fixAll');
    const mended = document.getText();
    assert.ok(mended.includes('供水'));
    await vscode.commands.executeCommand('galley.fixAll');
    assert.equal(document.getText(), mended);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, problemAt, problemsOf, rangeOf } from './newsroom';

/** What a command about the article at `words` puts on the clipboard. */
async function copied(document: vscode.TextDocument, words: string, command: string): Promise<string> {
  const editor = await vscode.window.showTextDocument(document);
  const { start } = rangeOf(document, words);
  editor.selection = new vscode.Selection(start, start);
  await vscode.env.clipboard.writeText('');
  await vscode.commands.executeCommand(command);
  return eventually(`something copied by ${command}`, async () => (await vscode.env.clipboard.readText()) || undefined);
}

describe('an article', () => {
  it('is cited as GB/T 7714 and as CSL-JSON', async () => {
    const document = await opened('issue/01.txt');
    const cited = await copied(document, '轮渡公司提醒', 'galley.copyCitation');
    assert.match(cited, /^俞小满.*渡船夜航今起试运行.*\[N\]\. 青岩日报, 2025-06-18\(0?1\)\.$/);
    const [item] = JSON.parse(await copied(document, '轮渡公司提醒', 'galley.copyCslJson'));
    assert.equal(item.type, 'article-newspaper');
    assert.deepEqual(item.issued, { 'date-parts': [[2025, 6, 18]] });
  });

  it('is copied as clean text', async () => {
    const document = await opened('issue/01.txt');
    const text = await copied(document, '轮渡公司提醒', 'galley.copyText');
    assert.match(text, /^渡船夜航今起试运行\n/);
    assert.ok(text.includes('每天可多运送乘客1800人次'));
  });

  it('is linked to, and the link names it', async () => {
    const document = await opened('issue/01.txt');
    const link = vscode.Uri.parse(await copied(document, '轮渡公司提醒', 'galley.copyLink'));
    assert.equal(link.authority, 'galley.galley');
    const params = new URLSearchParams(link.query);
    assert.equal(params.get('uri'), document.uri.toString());
    assert.ok(params.get('article'));
  });

  it('has its certain problems fixed, it alone and in one undo step', async () => {
    const document = await opened('issue/01.txt');
    const before = document.getText();
    await problemAt(document, 'compat-character', '供\u2F54');
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, '柏承业负责全市供');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('galley.fixHere');
    await eventually('the fix', () => document.getText().includes('供水') || undefined);
    const other = before.indexOf('两处图书驿站建成开放');
    assert.ok(document.getText().endsWith(before.slice(other)), 'another article is left as it is');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await eventually('the problems are back', () => problemsOf(document).length > 0 || undefined);
  });
});

describe('a link to an article', () => {
  it('opens its text at the article, wherever that stands by then', async () => {
    const document = await opened('issue/01.txt');
    const link = vscode.Uri.parse(await copied(document, '轮渡公司提醒', 'galley.copyLink'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // As a link that is clicked: VS Code knows its own scheme and hands it on to the extension.
    await vscode.commands.executeCommand('vscode.open', link);
    const editor = await eventually('the article', () => {
      const active = vscode.window.activeTextEditor;
      return active && active.selection.active.line > 0 ? active : undefined;
    });
    assert.equal(editor.document.uri.toString(), document.uri.toString());
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '渡船夜航今起试运行');
  });
});

describe('the Issue view', () => {
  it('opens, is filtered and cleared by commands alone', async () => {
    await opened('issue/01.txt');
    for (const command of ['issue.focus', 'filterProblems', 'clearFilter', 'refreshIssue'])
      await vscode.commands.executeCommand(`galley.${command}`);
  });

  it('exports an article or a page', async () => {
    const document = await opened('issue/01.txt');
    const uri = document.uri.toString();
    const { start } = rangeOf(document, '渡船夜航今起试运行');
    const page = { uri, first: 0, last: document.lineCount - 1 };
    const article = { first: start.line, last: start.line + 1 };
    const written = async (node: object, name: string): Promise<string> => {
      const target = vscode.Uri.joinPath(document.uri, '..', '..', name);
      await vscode.commands.executeCommand('galley.export', node, target);
      const bytes = await vscode.workspace.fs.readFile(target);
      await vscode.workspace.fs.delete(target);
      return new TextDecoder().decode(bytes);
    };
    const markdown = await written({ kind: 'article', page, article }, 'article.md');
    assert.match(markdown, /^## 渡船夜航今起试运行\n\n\*\*末班船延至22时30分\*\*\n/);
    assert.ok(markdown.includes('每天可多运送乘客1800人次'), 'broken lines are joined');
    const all = JSON.parse(await written({ kind: 'page', page }, 'page.json'));
    assert.ok(all.length > 5 && all.every((each: { file: string }) => each.file === uri));
  });
});

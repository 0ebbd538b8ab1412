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

describe('the Issue view', () => {
  it('opens, is filtered and cleared by commands alone', async () => {
    await opened('issue/01.txt');
    for (const command of ['issue.focus', 'filterProblems', 'clearFilter', 'refreshIssue'])
      await vscode.commands.executeCommand(`galley.${command}`);
  });
});

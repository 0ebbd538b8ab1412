import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, opened, pause } from './newsroom';

describe('the language of a text', () => {
  it('becomes newspaper by itself where a .txt file is one', async () => {
    for (const page of ['01', '02', '03', '04', '05']) await opened(`issue/${page}.txt`);
  });

  it('stays plain text where it is not', async () => {
    for (const name of ['letter', 'notes']) {
      const document = await opened(`odd/${name}.txt`, 'plaintext');
      await pause(500);
      assert.equal(document.languageId, 'plaintext');
    }
  });

  it('is newspaper by the extension .news', async () => {
    await opened('odd/one-line.news');
  });

  it('stays what a person made it', async () => {
    const page = await opened('issue/05.txt');
    await vscode.languages.setTextDocumentLanguage(page, 'plaintext');
    await pause(500);
    const again = await opened('issue/05.txt', 'plaintext');
    await vscode.languages.setTextDocumentLanguage(again, 'newspaper');
    await opened('issue/05.txt');
  });

  it('brings settings under which newspaper text is not all boxes', async () => {
    const document = await opened('issue/01.txt');
    const highlight = vscode.workspace.getConfiguration('editor.unicodeHighlight', document);
    assert.equal(highlight.get('ambiguousCharacters'), false);
    const edited = vscode.workspace.getConfiguration('editor', document);
    await eventually('word wrap', () => edited.get('wordWrap') === 'on' || undefined);
  });
});

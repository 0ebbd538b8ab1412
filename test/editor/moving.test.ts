import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, lineOf, opened, problemAt, rangeOf, symbolsOf } from './newsroom';

/** The line that the cursor stands on. */
const lineHere = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.lineAt(editor.selection.active.line).text : '';
};

function goTo(document: vscode.TextDocument, words: string): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor?.document === document);
  const { start } = rangeOf(document, words);
  editor.selection = new vscode.Selection(start, start);
  return editor;
}

describe('moving in a page', () => {
  it('goes from article to article and from headline to headline', async () => {
    const document = await opened('issue/01.txt');
    goTo(document, '一河清水穿城过');
    await vscode.commands.executeCommand('galley.nextArticle');
    assert.equal(lineHere(), '渡船夜航今起试运行');
    await vscode.commands.executeCommand('galley.nextHeadline');
    assert.match(lineHere(), /^早稻抽穗水肥要跟上/);
    await vscode.commands.executeCommand('galley.previousArticle');
    assert.equal(lineHere(), '渡船夜航今起试运行');
  });

  it('goes from problem to problem', async () => {
    const document = await opened('issue/01.txt');
    const { range } = await problemAt(document, 'broken-line', '第一年控源截');
    const editor = goTo(document, '青岩日报讯');
    await vscode.commands.executeCommand('galley.nextProblem');
    assert.deepEqual(new vscode.Range(editor.selection.start, editor.selection.end), range);
    assert.ok(editor.selection.active.isEqual(range.start), 'where its rule and its precision are said, too');
    await vscode.commands.executeCommand('galley.nextProblem');
    assert.ok(editor.selection.start.isAfter(range.start));
    await vscode.commands.executeCommand('galley.previousProblem');
    assert.ok(editor.selection.start.isEqual(range.start));
  });

  it('selects the sentence, the paragraph and the article', async () => {
    const document = await opened('issue/01.txt');
    const selected = async (unit: string): Promise<string> => {
      const editor = goTo(document, '轮渡公司提醒');
      await vscode.commands.executeCommand(`galley.select${unit}`);
      return document.getText(editor.selection);
    };
    assert.match(await selected('Sentence'), /^轮渡公司提醒[^。]*。/);
    assert.match(await selected('Paragraph'), /^轮渡公司提醒.*$/);
    assert.match(await selected('Article'), /^渡船夜航今起试运行\r?\n/);
  });

  it('moves an article with the cursor in it, and one undo gives the exact text back', async () => {
    const document = await opened('issue/01.txt');
    const before = document.getText();
    goTo(document, '轮渡公司提醒');
    await vscode.commands.executeCommand('galley.moveArticleDown');
    assert.ok(lineOf(document, '渡船夜航今起试运行') > lineOf(document, '早稻抽穗水肥要跟上'));
    assert.match(lineHere(), /^轮渡公司提醒/);
    assert.deepEqual([...document.getText()].sort(), [...before].sort());
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('galley.moveArticleUp');
    assert.ok(lineOf(document, '渡船夜航今起试运行') < lineOf(document, '一河清水穿城过'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});

describe('an article', () => {
  const names = async (document: vscode.TextDocument): Promise<string[]> => {
    const [page] = await symbolsOf(document);
    return page?.children.map(({ name }) => name) ?? [];
  };

  it('is split where a person says so, merged again, and each is taken back', async () => {
    const document = await opened('issue/01.txt');
    const before = await eventually('the articles', async () => {
      const found = await names(document);
      return found.length > 5 ? found : undefined;
    });
    const becomes = (what: string, count: number) =>
      eventually(what, async () => ((await names(document)).length === count ? true : undefined));
    goTo(document, '轮渡公司提醒');
    await vscode.commands.executeCommand('galley.splitArticle');
    await becomes('one article more', before.length + 1);
    goTo(document, '每天可多运送');
    await vscode.commands.executeCommand('galley.undoNote');
    await becomes('as many as before', before.length);

    goTo(document, '据测算');
    await vscode.commands.executeCommand('galley.mergeArticle');
    await becomes('one article less', before.length - 1);
    assert.ok(!(await names(document)).includes('渡船夜航今起试运行'));
    await vscode.commands.executeCommand('galley.undoNote');
    await becomes('as many as before', before.length);
    assert.deepEqual(await names(document), before);
    assert.equal(document.isDirty, false, 'nothing is written into the text');
  });

  it('grows a selection from the sentence to the page', async () => {
    const document = await opened('issue/01.txt');
    const { start } = rangeOf(document, '船头装了补光灯');
    const [chain] = await eventually('the selections', async () => {
      const found = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [start],
      );
      return found?.length ? found : undefined;
    });
    const texts: string[] = [];
    for (let at: vscode.SelectionRange | undefined = chain; at; at = at.parent) texts.push(document.getText(at.range));
    const growing = ['轮渡公司新添的两条电动渡船', '00人次,', '渡船夜航今起试运行', '2025年6月18日'];
    let last = -1;
    for (const beginning of growing) {
      const found = texts.findIndex((text, i) => i > last && text.startsWith(beginning));
      assert.ok(found > last, `${beginning} in ${texts.map((text) => text.slice(0, 20)).join(' | ')}`);
      last = found;
    }
  });
});

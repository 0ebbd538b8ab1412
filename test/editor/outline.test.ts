import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually, lineOf, opened, symbolsOf } from './newsroom';

describe('outline and folds of a page', () => {
  let document: vscode.TextDocument;
  let page: vscode.DocumentSymbol;
  before(async () => {
    document = await opened('issue/01.txt');
    page = await eventually('the outline', async () => (await symbolsOf(document))[0]);
  });

  it('has the page as its only root', async () => {
    assert.equal((await symbolsOf(document)).length, 1);
    assert.equal(page.name, 'Page 01 要闻');
    assert.match(page.detail, /青岩日报|2025-06-18/);
    assert.equal(page.range.start.line, 0);
  });

  it('has one entry for each article, at its first line', () => {
    const starts = [
      '青岩河综合治理三年行动收官',
      '渡船夜航今起试运行',
      '早稻抽穗水肥要跟上',
      '我市推进社区养老服务改革',
      '荷花市集周末开市',
      '市水务局局长柏承业',
      '南市街夜市亮灯记',
      '两处图书驿站建成开放',
    ];
    assert.deepEqual(
      page.children.map(({ range }) => document.lineAt(range.start.line).text),
      starts.map((words) => document.lineAt(lineOf(document, words)).text),
    );
  });

  it('names an article by its headline, with reporter and length', () => {
    const ferry = page.children[1];
    assert.equal(ferry.name, '渡船夜航今起试运行');
    assert.match(ferry.detail, /俞小满.*\d+ characters/);
    assert.equal(document.getText(ferry.selectionRange), '渡船夜航今起试运行');
  });

  it('nests sections in their article', () => {
    const canteen = page.children[3];
    assert.deepEqual(
      canteen.children.map(({ name }) => name),
      ['理', '事'],
    );
    for (const section of canteen.children) assert.ok(canteen.range.contains(section.range));
  });

  it('folds the page, articles under their headline, and sections', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const headers = new Set(folds.map(({ start }) => document.lineAt(start).text));
    for (const header of [document.lineAt(0).text, '一河清水穿城过', '南市街夜市亮灯记', '【理】', '【事】'])
      assert.ok(headers.has(header), `${header} can be folded; there are ${[...headers].join(' / ')}`);
    const section = folds.find(({ start }) => document.lineAt(start).text === '【理】');
    assert.equal(document.lineAt(section?.end ?? 0).text, '——摘自《青岩市社区养老服务办法》');
  });
});

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { actionsAt, apply, eventually, offered, opened, problemAt, problemsOf, rangeOf } from './newsroom';

describe('a broken line', () => {
  it('has a squiggle from the cut to where the paragraph goes on, and says why', async () => {
    const document = await opened('issue/01.txt');
    const problem = await problemAt(document, 'broken-line', '第一年控源截');
    assert.equal(document.getText(problem.range).replace(/\r?\n/g, '⏎'), '截⏎⏎流');
    assert.match(problem.message, /第一年控源截.*流,第二年清淤.*line \d+/);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
  });

  for (const [name, end] of [
    ['lf', '\n'],
    ['crlf', '\r\n'],
  ])
    it(`is joined by its fix, and undoing gives the exact text back (${name})`, async () => {
      const document = await opened(`odd/${name}.news`);
      const before = document.getText();
      const cut = `迎客，${end}${end}附近`;
      assert.ok(before.includes(cut));
      const { range } = await problemAt(document, 'broken-line', cut);
      const fix = await offered(document, range, /^Join the lines$/);
      assert.equal(fix.isPreferred, true);
      await apply(fix);
      assert.equal(document.getText(), before.replace(cut, '迎客，附近'));
      await eventually('the squiggle goes', () => problemsOf(document).length === 0 || undefined);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await problemAt(document, 'broken-line', cut);
    });

  it('leads to the page of its rule, which opens as it reads', async () => {
    const document = await opened('issue/01.txt');
    const { code } = await problemAt(document, 'broken-line', '第一年控源截');
    assert.ok(typeof code === 'object');
    await vscode.commands.executeCommand('vscode.open', code.target);
    const tab = await eventually('the page', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputCustom ? activeTab : undefined;
    });
    assert.equal((tab.input as vscode.TabInputCustom).viewType, 'vscode.markdown.preview.editor');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# Broken line \(`broken-line`\)/);
    const chinese = code.target.with({ path: code.target.path.replace('.md', '.zh-cn.md') });
    assert.match((await vscode.workspace.openTextDocument(chinese)).getText(), /^# 断行（`broken-line`）/);
    await vscode.window.tabGroups.close(tab);
  });

  it('offers nothing where nothing is wrong', async () => {
    const document = await opened('issue/01.txt');
    assert.deepEqual(await actionsAt(document, rangeOf(document, '望江路至澄湖新村')), []);
  });
});

describe('fix all', () => {
  it('mends what is certain, and one undo gives the exact text back', async () => {
    const document = await opened('issue/01.txt');
    const before = document.getText();
    // 水 as it should be, and as the radical that some PDF readers give for it.
    assert.ok(before.includes('供\u2F54') && !before.includes('供水'));
    await problemAt(document, 'compat-character', '供\u2F54');
    const kind = vscode.CodeActionKind.SourceFixAll.append('galley');
    await apply(await offered(document, new vscode.Range(0, 0, document.lineCount, 0), /./, kind));
    assert.ok(document.getText().includes('供水'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});

describe('a lost beginning', () => {
  it('leads to where it may stand', async () => {
    const document = await opened('issue/01.txt');
    const { range } = await problemAt(document, 'orphan-fragment', '案,即在6月21日');
    const action = await offered(document, range, /^Go to where its beginning may be: 01\.txt:73 考虑到周末客流集中/);
    assert.equal(action.edit, undefined);
    await apply(action);
    const editor = await eventually('the place is selected', () => {
      const { activeTextEditor: active } = vscode.window;
      return active && !active.selection.isEmpty && active.document === document ? active : undefined;
    });
    assert.match(document.getText(editor.selection), /^考虑到周末客流集中.*拿出疏导方$/);
  });
});

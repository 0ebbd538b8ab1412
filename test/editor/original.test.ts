import * as vscode from 'vscode';
import { eventually, opened } from './newsroom';

const tab = (title: string): Promise<vscode.Tab> =>
  eventually(`the tab ${title}`, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === title),
  );

describe('the original beside the text', () => {
  it('opens once, and follows the cursor from page to page', async () => {
    await opened('issue/01.txt');
    await vscode.commands.executeCommand('galley.original');
    await tab('Original: Page 01 要闻');
    // The panel has the focus: what is opened now would cover it.
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await opened('issue/02.txt');
    const shown = await tab('Original: Page 02 民生');
    await vscode.commands.executeCommand('galley.original');
    await vscode.window.tabGroups.close(shown);
  });
});

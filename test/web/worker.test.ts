import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('VS Code for the web', () => {
  it('runs the extension without any process beside it', async () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
  });
});

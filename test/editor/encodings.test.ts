import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { actionsAt, codeOf, eventually, offered, opened, pause, problemsOf, rangeOf } from './newsroom';

const page = `第02版：民生

渡船夜航今起试行

青岩日报讯(记者/俞小满) 从今天起，城南渡口的渡船开到晚上十点，方便下晚班的市民过河回家。渡口的船工说，今日起票价不变，

老人和孩子免费，渡口新装了二十盏路灯，夜里过河的人比白天还多，今天上午的队排到了桥头。
`;

const traditional = `第02版：民生

渡船夜航今起試行

青岩日報訊(記者/俞小滿) 從今天起，城南渡口的渡船開到晚上十點，方便下晚班的市民過河回家。渡口的船工說，今日起票價不變，

老人和孩子免費，渡口新裝了二十盞路燈，夜裡過河的人比白天還多，今天上午的隊排到了橋頭。
`;

/** A text in an encoding of one or two bytes a character; the same in every host, where only decoders are. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail]);
    }
  return Uint8Array.from([...text].flatMap((character) => pairs.get(character) ?? [character.charCodeAt(0)]));
}

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri;
const all = new vscode.Range(0, 0, 999, 0);

/** A page that was read in the wrong encoding has that one problem, and nothing is offered that changes it. */
async function isRefused(document: vscode.TextDocument, text: string): Promise<void> {
  assert.notEqual(document.getText(), text);
  const [problem, ...others] = await eventually('the problem', () => {
    const found = problemsOf(document);
    return found.length > 0 ? found : undefined;
  });
  assert.deepEqual([codeOf(problem), others], ['wrong-encoding', []]);
  for (const kind of [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.SourceFixAll])
    assert.deepEqual(await actionsAt(document, all, kind), []);
}

/**
 * Takes the offer: at once where the editor can be told an encoding (since VS Code 1.100), before that from its own list,
 * where what it guesses stands right above what the text is in now.
 */
async function take(document: vscode.TextDocument): Promise<void> {
  await vscode.commands.executeCommand('notification.acceptPrimaryAction');
  if ('encoding' in document) return;
  for (const step of ['acceptSelectedQuickOpenItem', 'quickOpenSelectPrevious', 'acceptSelectedQuickOpenItem']) {
    await pause(750);
    await vscode.commands.executeCommand(`workbench.action.${step}`);
  }
}

/** The list guesses wrong at a short page in Big5: there a person has to look for what the message names. */
const reopens = (document: vscode.TextDocument, encoding: string): boolean =>
  'encoding' in document || encoding !== 'big5';

describe('a page in another encoding than the editor reads it in', () => {
  const cases = [
    { encoding: 'gb18030', text: page },
    { encoding: 'big5', text: traditional },
  ];
  for (const { encoding, text } of cases)
    it(`is offered in its own, and nothing changes it until then: ${encoding}`, async () => {
      const path = `odd/${encoding}.news`;
      const uri = vscode.Uri.joinPath(folder(), path);
      const bytes = encode(text, encoding);
      assert.equal(new TextDecoder(encoding).decode(bytes), text);
      await vscode.workspace.fs.writeFile(uri, bytes);
      try {
        // What else is told just then lies over the offer, and hides it from this command: then all begins anew.
        const document = await eventually('the text is right', async () => {
          await vscode.commands.executeCommand('notifications.clearAll');
          const document = await opened(path);
          await isRefused(document, text);
          if (!reopens(document, encoding)) return document;
          for (let waited = 0; waited < 5000 && document.getText() !== text; waited += 250) {
            if (waited % 2500 === 0) await take(document);
            await pause(250);
          }
          if (document.getText() === text) return document;
          await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
          await pause(500);
          return undefined;
        });
        assert.ok(!document.isDirty);
        assert.deepEqual([...(await vscode.workspace.fs.readFile(uri))], [...bytes]);
        if (!reopens(document, encoding)) return;
        await offered(document, rangeOf(document, text.includes('票价') ? '票价不变，' : '票價不變，'), /./);
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await vscode.workspace.fs.delete(uri);
      }
    });

  it('is not written into by a fix of the Issue view, which knows the file as it is', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'odd/unopened.txt');
    const bytes = encode(page, 'gb18030');
    await vscode.workspace.fs.writeFile(uri, bytes);
    try {
      const lines = { uri: uri.toString(), first: 0, last: page.split('\n').length - 1 };
      await vscode.commands.executeCommand('galley.fixHere', { kind: 'page', page: lines });
      const document = await vscode.workspace.openTextDocument(uri);
      assert.ok(!document.isDirty);
      assert.deepEqual([...(await vscode.workspace.fs.readFile(uri))], [...bytes]);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });

  it('is known by its file where nothing that is shown tells what it is', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'odd/garbled.txt');
    await vscode.workspace.fs.writeFile(uri, encode(page, 'gb18030'));
    try {
      await isRefused(await opened('odd/garbled.txt'), page);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });
});

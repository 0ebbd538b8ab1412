import assert from 'node:assert';
import { setTimeout as rest } from 'node:timers/promises';
import {
  type CodeAction,
  type Command,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  ExecuteCommandRequest,
  FileChangeType,
  type FileEvent,
  type ShowDocumentParams,
  ShowDocumentRequest,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { page } from '../features/page';
import { able, meet, type Peer } from './peer';

const URI = 'untitled:02.txt';
/** Two characters that only look like the ordinary ones: a problem of which every reader is sure. */
const damaged = page.replace('堤上的人', '堤上的⼈').replace('老人', '⽼人');
/** A line end inside the brackets of a byline. */
const broken = page.replace('(全媒体记者/俞小满)', '(全媒体记\n\n者/俞小满)');
const insert = (line: number, character: number, text: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text,
});
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const pull = (peer: Peer, previousResultId?: string, uri = URI) =>
  peer.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri, { previousResultId });
const actions = (peer: Peer, only?: string[], range = whole) =>
  peer.ask<CodeAction[]>('textDocument/codeAction', URI, { range, context: { diagnostics: [], only } });
const edited = (text: string, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(URI, 'newspaper', 1, text), edits);

describe('protocol: problems', () => {
  it('are pulled, and unchanged while nothing changes', async () => {
    await using peer = await meet();
    await peer.open(URI, damaged);
    const first = await pull(peer);
    assert.ok(first.kind === 'full');
    assert.deepStrictEqual(
      first.items.map(({ code, source, severity }) => [code, source, severity]),
      [
        ['compat-character', 'galley', 2],
        ['compat-character', 'galley', 2],
      ],
    );
    assert.deepStrictEqual(await pull(peer, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await peer.change(URI, 2, insert(0, 0, '\n'));
    const second = await pull(peer, first.resultId);
    assert.ok(second.kind === 'full' && second.resultId !== first.resultId);
  });

  it('lead to the page of their rule in the reader’s language, where the client says how', async () => {
    for (const [locale, name] of [
      ['en', 'compat-character.md'],
      ['zh-cn', 'compat-character.zh-cn.md'],
    ]) {
      await using peer = await meet({ initialize: { locale, initializationOptions: { rulePages: 'pages:/' } } });
      await peer.open(URI, damaged);
      const report = await pull(peer);
      assert.strictEqual(report.kind === 'full' && report.items[0].codeDescription?.href, `pages:/${name}`);
    }
    await using plain = await meet();
    await plain.open(URI, damaged);
    const report = await pull(plain);
    assert.strictEqual(report.kind === 'full' && report.items[0].codeDescription, undefined);
  });

  it('are new after a document was closed and opened with another text of the same version', async () => {
    await using peer = await meet();
    await peer.open(URI, damaged);
    const { resultId } = await pull(peer);
    await peer.close(URI);
    await peer.open(URI, page);
    assert.deepStrictEqual((await pull(peer, resultId)).kind, 'full');
  });

  it('follow the settings', async () => {
    let rules: object = { 'compat-character': 'off' };
    await using peer = await meet({
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: () => ({ rules }),
    });
    await peer.open(URI, damaged);
    const none = await pull(peer);
    assert.deepStrictEqual(none.kind === 'full' && none.items, []);
    rules = { 'compat-character': 'hint' };
    await peer.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const hints = await pull(peer, none.resultId);
    assert.deepStrictEqual(hints.kind === 'full' && hints.items.map(({ severity }) => severity), [4, 4]);
  });

  it('are sent to a client that does not pull, once typing rests, and taken back on close', async () => {
    await using peer = await meet({ capabilities: {}, initialize: { locale: 'zh-CN' } });
    assert.strictEqual(peer.initialized.capabilities.diagnosticProvider, undefined);
    await peer.open(URI, damaged);
    while (!peer.pushed.has(URI)) await rest(20);
    assert.strictEqual(peer.pushed.get(URI)?.length, 2);
    assert.match(String(peer.pushed.get(URI)?.[0].message), /\p{Script=Han}/u);
    await peer.close(URI);
    while (peer.pushed.get(URI)?.length !== 0) await rest(20);
  });

  it('have quick fixes worked out from the text as it is, whatever diagnostics come back', async () => {
    await using peer = await meet();
    await peer.open(URI, damaged);
    await peer.change(URI, 2, insert(0, 0, '\n'));
    const at = { line: 8, character: 6 };
    const [one] = await actions(peer, undefined, { start: at, end: at });
    assert.strictEqual(one.isPreferred, true);
    assert.strictEqual(one.diagnostics?.[0].code, 'compat-character');
    const [change] = (one.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepStrictEqual(change.textDocument, { uri: URI, version: 2 });
    assert.strictEqual(edited(`\n${damaged}`, change.edits as TextEdit[]), `\n${damaged}`.replace('⼈', '人'));
  });

  it('are fixed all at once only when asked, and by their own kind alone', async () => {
    await using peer = await meet({ capabilities: { textDocument: able.textDocument } });
    await peer.open(URI, damaged);
    assert.ok((await actions(peer)).every(({ kind }) => kind === 'quickfix'));
    for (const only of ['source', 'source.fixAll', 'source.fixAll.galley']) {
      const [all, ...others] = await actions(peer, [only]);
      assert.strictEqual(others.length, 0);
      assert.strictEqual(edited(damaged, all.edit?.changes?.[URI] ?? []), page);
    }
    for (const only of ['source.organizeImports', 'source.fixAll.other', 'refactor'])
      assert.deepStrictEqual(await actions(peer, [only]), []);
  });

  it('are mended by formatting as far as that joins lines', async () => {
    await using peer = await meet();
    await peer.open(URI, broken);
    assert.strictEqual(
      edited(broken, await peer.ask<TextEdit[]>('textDocument/formatting', URI, { options: {} })),
      page,
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
    assert.deepStrictEqual(await peer.ask('textDocument/rangeFormatting', URI, { range, options: {} }), []);
  });

  it('ask to be pulled again when another file of the folder changes, and not when nothing does', async () => {
    const disk = new Map([['file:///q/03.txt', page.replace('02', '03')]]);
    await using peer = await meet({ disk });
    await peer.open('file:///q/02.txt', page);
    await pull(peer, undefined, 'file:///q/02.txt');
    while (peer.refreshed() === 0) await rest(20);
    const before = peer.refreshed();
    const changes: FileEvent[] = [{ uri: 'file:///q/03.txt', type: FileChangeType.Changed }];
    await peer.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await pull(peer, undefined, 'file:///q/02.txt');
    await rest(200);
    assert.strictEqual(peer.refreshed(), before);
    disk.set('file:///q/03.txt', page.replace('02', '03').replace('渡船夜航', '渡轮夜航'));
    await peer.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    while (peer.refreshed() === before) await rest(20);
  });

  it('lead to where what they lack may stand, where the client shows documents', async () => {
    const shows = { ...able, window: { showDocument: { support: true } } };
    const lines = page.split('\n');
    const twice = [...lines, '早班船的时刻照旧，两岸的人都说方便。', '', lines[15], ''].join('\n');
    const leading = async (peer: Peer) =>
      (await actions(peer, ['quickfix'])).filter(({ command }) => command?.command === 'galley.goTo');
    await using peer = await meet({ capabilities: shows });
    const shown: ShowDocumentParams[] = [];
    peer.connection.onRequest(ShowDocumentRequest.type, (params) => {
      shown.push(params);
      return { success: true };
    });
    await peer.open(URI, twice);
    const [action, ...others] = await leading(peer);
    assert.deepStrictEqual(others, []);
    assert.match(action.title, /^Go to the same words: 02\.txt:16 票价不变/);
    assert.strictEqual(action.diagnostics?.[0].code, 'duplicate-text');
    assert.strictEqual(action.edit, undefined);
    await peer.connection.sendRequest(ExecuteCommandRequest.type, action.command as Command);
    assert.deepStrictEqual(
      shown.map(({ uri, takeFocus, selection }) => [uri, takeFocus, selection?.start]),
      [[URI, true, { line: 15, character: 0 }]],
    );
    await using plain = await meet();
    await plain.open(URI, twice);
    assert.deepStrictEqual(await leading(plain), []);
  });
});

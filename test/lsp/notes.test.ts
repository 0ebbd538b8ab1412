import assert from 'node:assert';
import { setTimeout as rest } from 'node:timers/promises';
import {
  type CodeAction,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  ExecuteCommandRequest,
  FileChangeType,
  type FileEvent,
  ShowMessageRequest,
} from 'vscode-languageserver';
import { ledgerOf } from '../../server/features/ledger';
import * as requests from '../../server/lsp/requests';
import { page } from '../features/page';
import { meet, type Peer, type Wish } from './peer';

const FOLDER = 'file:///archive';
const URI = `${FOLDER}/18/02.txt`;
const LEDGER = `${FOLDER}/.galley/notes.jsonl`;
const DAMAGED = page.replace('堤上的人', '堤上的⼈');
const LINES = DAMAGED.split('\n');

interface Desk extends Peer {
  readonly disk: Map<string, string>;
  /** What the editor was told to remember. */
  readonly memory: () => string;
  readonly shown: readonly string[];
  readonly renoted: () => number;
}

/** An editor that writes to `disk`, and remembers. */
async function desk(wish: Wish = {}, writes = true): Promise<Desk> {
  const disk = new Map(wish.disk ?? []);
  const peer = await meet({
    ...wish,
    disk,
    initialize: {
      workspaceFolders: [{ uri: FOLDER, name: 'archive' }],
      initializationOptions: { keepsNotes: true },
      ...wish.initialize,
    },
  });
  let memory = '';
  let renoted = 0;
  const shown: string[] = [];
  peer.connection.onRequest(requests.writeFile, ({ uri, content }: requests.WriteFileParams) => {
    if (!writes) throw new Error('read-only');
    disk.set(uri, content);
  });
  peer.connection.onRequest(requests.recallNotes, () => memory);
  peer.connection.onRequest(requests.rememberNotes, ({ content }: requests.RememberNotesParams) => {
    memory = content;
  });
  peer.connection.onNotification(requests.notesChanged, () => void renoted++);
  peer.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
    shown.push(message);
    return null;
  });
  return { ...peer, disk, memory: () => memory, shown, renoted: () => renoted };
}

const lineOf = (words: string): number => LINES.findIndex((line) => line.includes(words));
async function actions(peer: Peer, line: number, uri = URI): Promise<CodeAction[]> {
  const range = { start: { line, character: 0 }, end: { line, character: 80 } };
  return peer.ask<CodeAction[]>('textDocument/codeAction', uri, { range, context: { diagnostics: [] } });
}
async function choose(peer: Peer, line: number, title: RegExp, uri = URI): Promise<void> {
  const offered = await actions(peer, line, uri);
  const command = offered.find((action) => title.test(action.title))?.command;
  assert.ok(command, offered.map((action) => action.title).join(' | '));
  await peer.connection.sendRequest(ExecuteCommandRequest.type, command);
}
const names = async (peer: Peer, uri = URI): Promise<string[]> => {
  const list = (symbols: DocumentSymbol[]): string[] =>
    symbols.flatMap(({ name, children = [] }) => [name, ...list(children)]);
  return list(await peer.ask<DocumentSymbol[]>('textDocument/documentSymbol', uri));
};
const codes = async (peer: Peer, uri = URI): Promise<unknown[]> => {
  const report = await peer.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
  return report.kind === 'full' ? report.items.map(({ code }) => code) : ['unchanged'];
};

const HEAD = lineOf('渡船夜航');
const HURT = lineOf('⼈');

describe('protocol: notes', () => {
  it('correct what is read, are kept beside the text, and are taken back', async () => {
    await using peer = await desk();
    await peer.open(URI, DAMAGED);
    const before = await names(peer);
    assert.ok(before.some((name) => name.includes('渡船夜航')));
    await choose(peer, HEAD, /^Not a headline/);
    assert.ok(!(await names(peer)).some((name) => name.startsWith('渡船夜航')));
    const { entries, faults } = ledgerOf(peer.disk.get(LEDGER) ?? '');
    assert.deepStrictEqual(
      [faults, entries.map(({ file, says }) => [file, says])],
      [[], [['18/02.txt', 'not-headline']]],
    );
    assert.match(peer.shown[0], /\.galley/);
    while (peer.renoted() === 0) await rest(10);
    const undone = await peer.connection.sendRequest<string[]>(requests.undoNote, { uri: URI });
    assert.match(undone[0], /^Not a headline: 渡船夜航/);
    assert.deepStrictEqual(await names(peer), before);
    assert.deepStrictEqual(await peer.connection.sendRequest(requests.undoNote, { uri: URI }), []);
  });

  it('dismiss a problem here, or its rule in the folder, through edits', async () => {
    for (const title of [/^Not a problem here/, /^This rule off in this folder/]) {
      await using peer = await desk();
      await peer.open(URI, DAMAGED);
      assert.deepStrictEqual(await codes(peer), ['compat-character']);
      await choose(peer, HURT, title);
      assert.deepStrictEqual(await codes(peer), []);
      const start = { line: 0, character: 0 };
      await peer.change(URI, 2, { range: { start, end: start }, text: '\n' });
      assert.deepStrictEqual(await codes(peer), []);
      assert.ok((await actions(peer, HURT + 1)).every(({ kind }) => kind !== 'quickfix'));
    }
  });

  it('are kept although their ledger was taken away a moment before', async () => {
    await using peer = await desk();
    await peer.open(URI, DAMAGED);
    await choose(peer, HEAD, /^Not a headline/);
    peer.disk.delete(LEDGER);
    await choose(peer, HURT, /^Not a problem here/);
    const { entries } = ledgerOf(peer.disk.get(LEDGER) ?? '');
    assert.deepStrictEqual(
      entries.map(({ dismisses }) => dismisses),
      ['compat-character'],
    );
  });

  it('keep what was dismissed from being mended with the rest of its article', async () => {
    await using peer = await desk();
    await peer.open(URI, DAMAGED);
    const params: requests.CertainFixesParams = { uri: URI, first: 0, last: LINES.length - 1 };
    const certain = async () =>
      (await peer.connection.sendRequest<requests.CertainFixesResult>(requests.certainFixes, params)).problems;
    assert.strictEqual(await certain(), 1);
    await choose(peer, HURT, /^Not a problem here/);
    assert.strictEqual(await certain(), 0);
  });

  it('are listed with their lines, the latest first, and removed from the list', async () => {
    await using peer = await desk();
    await peer.open(URI, DAMAGED);
    await choose(peer, HEAD, /^Not a headline/);
    await choose(peer, HURT, /^Not a problem here/);
    const list = await peer.connection.sendRequest<requests.ListNotesResult>(requests.listNotes, {});
    assert.deepStrictEqual(
      list.map(({ line, uri, folder }) => [line, uri, folder]),
      [
        [HURT, URI, FOLDER],
        [HEAD, URI, FOLDER],
      ],
    );
    const kept = list.map(({ folder, id }) => ({ folder, ids: [id] }));
    const standing = () => peer.connection.sendRequest<number>(requests.countNotes, { kept });
    assert.strictEqual(await standing(), 2);
    await peer.connection.sendRequest(requests.removeNotes, kept[0]);
    assert.strictEqual(await standing(), 1);
    assert.deepStrictEqual(await codes(peer), ['compat-character']);
  });

  it('of files that are not open count in their issue, too', async () => {
    const other = `${FOLDER}/18/04.txt`;
    await using peer = await desk({ disk: new Map([[URI, DAMAGED]]) });
    await peer.open(URI, DAMAGED);
    await choose(peer, HURT, /^Not a problem here/);
    await peer.close(URI);
    await peer.open(
      other,
      '第04版：文化\n\n桐花镇早稻开镰\n\n青岩日报讯(记者/岑白) 桐花镇的早稻今天开镰,比去年早了三天。\n',
    );
    const found = await peer.connection.sendRequest<requests.EditionResult>(requests.edition, { uri: other });
    assert.deepStrictEqual(
      found.leaves.map(({ uri, problems }) => [uri, problems]),
      [
        [URI, 0],
        [other, 0],
      ],
    );
  });

  it('are listed of files that are not open, too', async () => {
    const anchor = { words: '渡船夜航', hash: 'a', before: 'b', after: 'c', nth: 0, of: 1 };
    const said = { file: '18/02.txt', says: 'subhead', at: '2001-02-03T04:05:06.000Z', anchor };
    await using peer = await desk({
      disk: new Map([[LEDGER, `{"schema":"galley.notes/1"}\n${JSON.stringify(said)}\n`]]),
    });
    await peer.open(`${FOLDER}/18/03.txt`, page);
    const list = await peer.connection.sendRequest<requests.ListNotesResult>(requests.listNotes, {});
    assert.deepStrictEqual(
      list.map(({ uri, line, about }) => [uri, line, about]),
      [[URI, undefined, '18/02.txt']],
    );
  });

  it('are the editor’s own for a text without a folder, and where nothing can be written; that is said', async () => {
    const cases: [string, Desk][] = [
      ['untitled:02.txt', await desk()],
      [URI, await desk({}, false)],
    ];
    for (const [uri, peer] of cases) {
      await peer.open(uri, DAMAGED);
      await choose(peer, HURT, /^Not a problem here/, uri);
      assert.deepStrictEqual(await codes(peer, uri), []);
      assert.strictEqual(ledgerOf(peer.memory()).entries[0].file, uri);
      assert.match(peer.shown[0], /by the editor.*command line do not see/);
      await peer.connection.sendRequest(requests.undoNote, { uri });
      assert.deepStrictEqual(await codes(peer, uri), ['compat-character']);
      await peer[Symbol.asyncDispose]();
    }
  });

  it('cannot be kept by an editor that keeps nothing; that is said', async () => {
    await using peer = await desk({ initialize: { initializationOptions: {} } });
    await peer.open('untitled:02.txt', DAMAGED);
    await choose(peer, HURT, /^Not a problem here/, 'untitled:02.txt');
    assert.deepStrictEqual(await codes(peer, 'untitled:02.txt'), ['compat-character']);
    assert.match(peer.shown[0], /^This cannot be kept/);
  });

  it('of others count from the nearest folder above, as soon as they come', async () => {
    await using peer = await desk();
    await peer.open(URI, DAMAGED);
    await codes(peer);
    const near = `${FOLDER}/18/.galley/notes.jsonl`;
    const off = '{"folder":"","dismisses":"compat-character","at":"2001-02-03T04:05:06.000Z"}\n';
    peer.disk.set(near, `{"schema":"galley.notes/1"}\n${off}`);
    const changes: FileEvent[] = [{ uri: near, type: FileChangeType.Created }];
    await peer.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    while (peer.renoted() === 0) await rest(10);
    assert.deepStrictEqual(await codes(peer), []);
  });

  it('may declare the paper’s own forms; what is wrong there is said', async () => {
    const disk = new Map([[`${FOLDER}/.galley/paper.json`, '{ "outlets": "青岩" }']]);
    await using peer = await desk({ disk });
    await peer.open(URI, DAMAGED.replace('第02版：民生', '青岩新语·之二'));
    const before = await names(peer);
    assert.match(peer.shown[0], /paper\.json: "outlets" must be a list/);
    peer.disk.set(`${FOLDER}/.galley/paper.json`, '{ "folios": ["青岩新语·之{page}"] }');
    const changes: FileEvent[] = [{ uri: `${FOLDER}/.galley/paper.json`, type: FileChangeType.Changed }];
    await peer.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    while (peer.renoted() === 0) await rest(10);
    assert.notDeepStrictEqual(await names(peer), before);
  });

  it('in a broken ledger count as far as they can be read; nothing is written to it, and that is said', async () => {
    const broken = '{"folder":"18","dismisses":"compat-character","at":"2001"}\n<<<<<<< ours\n';
    await using peer = await desk({ disk: new Map([[LEDGER, broken]]) });
    await peer.open(URI, DAMAGED);
    assert.deepStrictEqual(await codes(peer), []);
    assert.match(peer.shown[0], /notes\.jsonl, line 2: not JSON/);
    await choose(peer, HEAD, /^Not a headline/);
    assert.strictEqual(peer.disk.get(LEDGER), broken);
    assert.match(peer.shown[1], /line 2/);
  });

  it('do not put a bulb on every line: corrections are offered to who asks', async () => {
    await using peer = await desk();
    await peer.open(URI, page);
    const range = { start: { line: HEAD, character: 0 }, end: { line: HEAD, character: 0 } };
    const ask = (triggerKind: number) =>
      peer.ask<CodeAction[]>('textDocument/codeAction', URI, { range, context: { diagnostics: [], triggerKind } });
    assert.deepStrictEqual(await ask(2), []);
    assert.ok((await ask(1)).length > 0);
  });
});

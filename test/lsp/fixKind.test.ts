import assert from 'node:assert';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  type Command,
  ExecuteCommandRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { logOf, reverted } from '../../server/features/provenance';
import * as requests from '../../server/lsp/requests';
import { Text } from '../../server/text/text';
import { page } from '../features/page';
import { able, meet, type Peer } from './peer';

const FOLDER = 'file:///archive';
const URI = `${FOLDER}/02.txt`;
const OTHER = `${FOLDER}/03.txt`;
/** Two problems of a kind in the first article, one in the second. */
const DAMAGED = page.replace('堤上的人', '堤上的⼈').replace('平时', '平⽇').replace('老人', '⽼人');
const THIRD = page.replace('02', '03').replace('堤上的人', '堤上的⼈');
const capabilities = {
  ...able,
  workspace: {
    ...able.workspace,
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
};

interface Desk extends Peer {
  /** What the editor was told, to be shown. */
  readonly told: readonly string[];
  readonly disk: Map<string, string>;
  readonly edits: readonly WorkspaceEdit[];
}

/** An editor that applies every edit to the open document. */
async function desk({ log = false, readOnly = '' } = {}): Promise<Desk> {
  const disk = new Map([[OTHER, THIRD]]);
  const peer = await meet({
    disk,
    capabilities,
    configuration: (section) => (section === 'galley' || section === undefined ? { log } : null),
    initialize: {
      workspaceFolders: [{ uri: FOLDER, name: 'archive' }],
      initializationOptions: { keepsNotes: true, readsFiles: true },
    },
  });
  const edits: WorkspaceEdit[] = [];
  const told: string[] = [];
  peer.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
  peer.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
    told.push(message);
    return null;
  });
  peer.connection.onRequest(requests.readOnlyFiles, ({ uris }: requests.ReadOnlyFilesParams) =>
    uris.filter((uri) => uri === readOnly),
  );
  peer.connection.onRequest(requests.recallNotes, () => '');
  peer.connection.onRequest(requests.writeFile, ({ uri, content }: requests.WriteFileParams) => {
    disk.set(uri, content);
  });
  peer.connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
    edits.push(edit);
    for (const change of (edit.documentChanges ?? []) as TextDocumentEdit[])
      if (change.textDocument.uri === URI) await peer.change(URI, 2, { text: edited(DAMAGED, change) });
    return { applied: true };
  });
  await peer.open(URI, DAMAGED);
  return { ...peer, disk, edits, told };
}

const edited = (text: string, { edits }: TextDocumentEdit): string =>
  TextDocument.applyEdits(TextDocument.create(URI, 'newspaper', 1, text), edits as TextEdit[]);

async function commandOf(peer: Peer, title: RegExp): Promise<Command> {
  const line = DAMAGED.split('\n').findIndex((words) => words.includes('⼈'));
  const range = { start: { line, character: 0 }, end: { line, character: 80 } };
  const actions = await peer.ask<CodeAction[]>('textDocument/codeAction', URI, { range, context: { diagnostics: [] } });
  const command = actions.find((action) => title.test(action.title))?.command;
  assert.ok(command, actions.map((action) => action.title).join(' | '));
  return command;
}

const execute = (peer: Peer, command: Command) => peer.connection.sendRequest(ExecuteCommandRequest.type, command);

describe('protocol: fix all of a kind', () => {
  for (const [scope, mended] of [
    ['article', DAMAGED.replace('⼈', '人').replace('⽇', '日')],
    ['file', page.replace('平时', '平日')],
  ])
    it(`in the ${scope}, after a person looked through it`, async () => {
      await using peer = await desk();
      await execute(peer, await commandOf(peer, new RegExp(`fix all in this ${scope}`)));
      const [{ changeAnnotations = {}, documentChanges = [] }] = peer.edits;
      const changes = documentChanges as TextDocumentEdit[];
      assert.deepStrictEqual(
        changes.map(({ textDocument }) => textDocument),
        [{ uri: URI, version: 1 }],
      );
      assert.strictEqual(edited(DAMAGED, changes[0]), mended);
      for (const edit of changes[0].edits)
        assert.ok('annotationId' in edit && changeAnnotations[String(edit.annotationId)].needsConfirmation);
      assert.deepStrictEqual([...peer.disk.keys()], [OTHER]);
    });

  it('in the workspace: also in files that are not open', async () => {
    await using peer = await desk();
    await peer.connection.sendRequest(requests.checkWorkspace, {}).catch(() => undefined);
    await execute(peer, await commandOf(peer, /fix all in the workspace/));
    const changes = peer.edits[0].documentChanges as TextDocumentEdit[];
    assert.deepStrictEqual(
      changes.map(({ textDocument }) => textDocument),
      [
        { uri: URI, version: 1 },
        { uri: OTHER, version: null },
      ],
    );
    assert.strictEqual(edited(THIRD, changes[1]), THIRD.replace('⼈', '人'));
  });

  for (const [readOnly, mended] of [
    [URI, OTHER],
    [OTHER, URI],
  ])
    it(`not in a file that is read-only, open or not, which is said: ${readOnly}`, async () => {
      await using peer = await desk({ readOnly });
      await peer.connection.sendRequest(requests.checkWorkspace, {}).catch(() => undefined);
      await execute(peer, await commandOf(peer, /fix all in the workspace/));
      const changes = peer.edits[0].documentChanges as TextDocumentEdit[];
      assert.deepStrictEqual(
        changes.map(({ textDocument }) => textDocument.uri),
        [mended],
      );
      assert.ok(peer.told.includes('Files left out, as they are read-only: 1.'), peer.told.join('\n'));
    });
});

describe('protocol: the log of fixes', () => {
  const logOn = (disk: ReadonlyMap<string, string>) => [...disk].filter(([uri]) => uri.includes('/.galley/log/'));

  it('is written after the editor applied a fix, and takes it back', async () => {
    await using peer = await desk({ log: true });
    const command = await commandOf(peer, /^Write the usual/);
    await peer.change(URI, 2, { text: DAMAGED.replace('⼈', '人') });
    await execute(peer, command);
    const [[uri, content]] = logOn(peer.disk);
    assert.match(uri, /^file:\/\/\/archive\/\.galley\/log\/\d{4}-\d\d-\d\d\.jsonl$/);
    const { records } = logOf(content);
    assert.deepStrictEqual(
      records.map(({ file, rule }) => [file, rule]),
      [['02.txt', 'compat-character']],
    );
    assert.strictEqual(reverted(Text.of(DAMAGED.replace('⼈', '人')), records).text.toString(), DAMAGED);
  });

  it('holds nothing that was not done', async () => {
    await using peer = await desk({ log: true });
    await execute(peer, await commandOf(peer, /^Write the usual/));
    assert.deepStrictEqual(logOn(peer.disk), []);
  });

  it('holds what was done at one stroke, fix by fix', async () => {
    await using peer = await desk({ log: true });
    await execute(peer, await commandOf(peer, /fix all in this file/));
    assert.strictEqual(logOf(logOn(peer.disk)[0][1]).records.length, 3);
  });

  describe('of formatting', () => {
    const cut = DAMAGED.replace('(全媒体记者/俞小满)', '(全媒体记\n\n者/俞小满)');
    const format = async (peer: Peer): Promise<string> => {
      await peer.change(URI, 2, { text: cut });
      const edits = await peer.ask<TextEdit[]>('textDocument/formatting', URI, { options: {} });
      return edited(cut, { textDocument: { uri: URI, version: 2 }, edits });
    };
    const settled = (peer: Peer) => peer.ask('textDocument/documentSymbol', URI);

    it('holds the joins, once the text is what they make', async () => {
      await using peer = await desk({ log: true });
      const text = await format(peer);
      assert.strictEqual(text, DAMAGED);
      await peer.change(URI, 3, { text });
      while (logOn(peer.disk).length === 0) await settled(peer);
      const { records } = logOf(logOn(peer.disk)[0][1]);
      assert.deepStrictEqual(
        records.map(({ rule }) => rule),
        ['broken-line'],
      );
      assert.strictEqual(reverted(Text.of(text), records).text.toString(), cut);
    });

    it('holds nothing where something else came of it', async () => {
      await using peer = await desk({ log: true });
      await peer.change(URI, 3, { text: `${await format(peer)}\n` });
      await settled(peer);
      assert.deepStrictEqual(logOn(peer.disk), []);
    });
  });

  it('is not there unless it is wanted', async () => {
    await using peer = await desk();
    await assert.rejects(commandOf(peer, /^Write the usual/));
  });
});

import assert from 'node:assert';
import { changed, diskOf, headlines, ledger, page, ROOT, settledPeer, state, storeOf } from './index';
import { meet } from './peer';

const [one, two, deep] = [`${ROOT}/01.txt`, `${ROOT}/02.txt`, `${ROOT}/a/b/03.txt`];
const LEDGER = `${ROOT}/.galley/notes.jsonl`;
const TITLE = '渡船夜航今起试行';

const titles = async (...args: Parameters<typeof headlines>) =>
  (await headlines(...args)).filter((line) => line.includes('渡船'));

const archive = () => diskOf({ [one]: page(TITLE), [two]: page(TITLE), [deep]: page(TITLE) });
const ALL = ['01.txt', '02.txt', 'a/b/03.txt'].map((path) => `${path} ${TITLE}`);

describe('index: what people said', () => {
  it('counts of files that are closed, and of those alone that it was said of', async () => {
    const disk = archive();
    disk.put(LEDGER, ledger(TITLE, '02.txt'));
    await using peer = await settledPeer(disk);
    assert.deepStrictEqual(await titles(peer), [ALL[0], ALL[2]]);
  });

  it('counts as soon as a ledger changes, comes nearer or goes; only its files are read again', async () => {
    const disk = archive();
    await using peer = await settledPeer(disk);
    assert.deepStrictEqual(await titles(peer), ALL);
    disk.reads = 0;
    disk.put(LEDGER, ledger(TITLE, '02.txt', 'a/b/03.txt'));
    await changed(peer, [LEDGER, 1]);
    assert.deepStrictEqual(await titles(peer), [ALL[0]]);
    disk.put(LEDGER, ledger(TITLE, '02.txt'));
    await changed(peer, [LEDGER, 2]);
    assert.deepStrictEqual(await titles(peer), [ALL[0], ALL[2]]);
    // Twice two files and their ledgers: what was said of the first file never changed.
    assert.strictEqual(disk.reads, 2 + 1 + 1 + 1);
    const near = `${ROOT}/a/.galley/notes.jsonl`;
    disk.put(near, ledger(TITLE, 'b/03.txt'));
    await changed(peer, [near, 1]);
    assert.deepStrictEqual(await titles(peer), [ALL[0]]);
    disk.remove(`${ROOT}/a/.galley`);
    await changed(peer, [`${ROOT}/a/.galley`, 3]);
    assert.deepStrictEqual(await titles(peer), [ALL[0], ALL[2]]);
  });

  it('goes with a folder that is moved with its ledger, and not with one that is moved from under it', async () => {
    const disk = archive();
    const near = `${ROOT}/a/.galley/notes.jsonl`;
    disk.put(LEDGER, ledger(TITLE, '01.txt'));
    disk.put(near, ledger(TITLE, 'b/03.txt'));
    await using peer = await settledPeer(disk);
    assert.deepStrictEqual(await titles(peer), [ALL[1]]);
    disk.move(`${ROOT}/a`, `${ROOT}/c`);
    disk.move(one, `${ROOT}/c/01.txt`);
    await changed(peer, [`${ROOT}/a`, 3], [`${ROOT}/c`, 1], [one, 3], [`${ROOT}/c/01.txt`, 1]);
    assert.deepStrictEqual(await titles(peer), [ALL[1], `c/01.txt ${TITLE}`]);
    disk.move(`${ROOT}/c/b`, `${ROOT}/a/b`);
    await changed(peer, [`${ROOT}/c/b`, 3], [`${ROOT}/a`, 1]);
    assert.deepStrictEqual(await titles(peer), [ALL[1], ALL[2], `c/01.txt ${TITLE}`]);
  });

  it('may declare a paper’s forms', async () => {
    const disk = diskOf({ [one]: page(TITLE).replace('第02版：民生', '青岩新语·之二') });
    const paper = `${ROOT}/.galley/paper.json`;
    await using peer = await settledPeer(disk);
    const before = (await state(peer)).changes;
    disk.put(paper, '{ "folios": ["青岩新语·之{page}"] }');
    await changed(peer, [paper, 1]);
    assert.strictEqual((await state(peer)).changes, before + 1);
    disk.put(paper, '{ "folios": ["青岩新闻·之{page}"] }');
    await changed(peer, [paper, 2]);
    assert.strictEqual((await state(peer)).changes, before + 2);
  });

  it('through the editor counts once the file is closed, too, and is taken back', async () => {
    const disk = archive();
    await using peer = await meet({
      files: disk,
      initialize: {
        workspaceFolders: [{ uri: ROOT, name: 'w' }],
        initializationOptions: { keepsNotes: true },
      },
    });
    peer.connection.onRequest('window/showMessageRequest', () => null);
    peer.connection.onRequest('galley/notes/recall', () => '');
    peer.connection.onRequest('galley/files/write', ({ uri, content }: { uri: string; content: string }) =>
      disk.put(uri, content),
    );
    const closed = async (act: () => Promise<unknown>) => {
      await peer.open(two, page(TITLE));
      await act();
      await peer.close(two);
      return titles(peer);
    };
    const said = () =>
      peer.connection.sendRequest('workspace/executeCommand', {
        command: 'galley.note',
        arguments: [{ uri: two, version: 1, says: 'not-headline', lines: [2] }],
      });
    assert.deepStrictEqual(await closed(said), [ALL[0], ALL[2]]);
    const undo = () => peer.connection.sendRequest('galley/notes/undo', { uri: two });
    assert.deepStrictEqual(await closed(undo), ALL);
  });

  it('counts of a document from its opening on, before anything is asked of it', async () => {
    const disk = archive();
    disk.put(LEDGER, ledger(TITLE, '02.txt'));
    await using peer = await settledPeer(disk);
    await peer.open(two, page(TITLE));
    assert.deepStrictEqual(await titles(peer), [ALL[0], ALL[2]]);
  });

  it('is part of what outlives the server', async () => {
    const [disk, store] = [archive(), storeOf()];
    const started = async () => {
      disk.reads = 0;
      const initialize = { initializationOptions: { storage: 'file:///storage' } };
      await using peer = await settledPeer(disk, { store, initialize });
      return { titles: await titles(peer), read: (await state(peer)).read };
    };
    assert.deepStrictEqual(await started(), { titles: ALL, read: 3 });
    disk.put(LEDGER, ledger(TITLE, '02.txt'));
    assert.deepStrictEqual(await started(), { titles: [ALL[0], ALL[2]], read: 1 });
    assert.deepStrictEqual(await started(), { titles: [ALL[0], ALL[2]], read: 0 });
    disk.remove(LEDGER);
    assert.deepStrictEqual(await started(), { titles: ALL, read: 1 });
  });
});

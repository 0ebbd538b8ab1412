import assert from 'node:assert';
import { setTimeout as rest } from 'node:timers/promises';
import fc from 'fast-check';
import { spent } from '../spent';
import { changed, diskOf, headlines, ledger, page, ROOT, settledPeer, state, storeOf } from './index';
import { able } from './peer';

/** `Promise.withResolvers` comes with Node 22. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}

const [one, two, deep] = [`${ROOT}/01.txt`, `${ROOT}/02.txt`, `${ROOT}/a/b/03.txt`];
const titles = async (...args: Parameters<typeof headlines>) =>
  (await headlines(...args)).filter((line) => !line.endsWith('石桥镇新添三处菜场'));

const begins = `第02版：要闻

河水漫堤 城西停课

青岩日报讯(记者/安然) 昨日清晨，青岩河水位涨至警戒线以上，市防汛办的工作人员整夜守在堤上，（下转第三版）
`;
const ends = `第03版：民生

（上接第二版）青岩河水位今天下午开始回落，市防汛办的沙袋暂时不撤，堤上仍有人看着，停课的小学最快明天复课。
`;

describe('index: what it holds', () => {
  it('every newspaper file of the workspace folders, opened or not', async () => {
    const disk = diskOf({
      [one]: page('渡船夜航今起试行'),
      [deep]: page('老街书店重开'),
      [`${ROOT}/notes.txt`]: 'milk\n',
    });
    await using peer = await settledPeer(disk);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航今起试行', 'a/b/03.txt 老街书店重开']);
    assert.deepStrictEqual(peer.log, []);
  });

  it('not what the settings, the ignore files or the associations leave out', async () => {
    const disk = diskOf({
      [one]: page('渡船夜航今起试行'),
      [`${ROOT}/out/01.txt`]: page('一'),
      [`${ROOT}/tmp.txt`]: page('二'),
      [`${ROOT}/a/old/01.txt`]: page('三'),
      [`${ROOT}/a/.gitignore`]: 'old/\n*.txt\n!keep.txt\n',
      [`${ROOT}/a/keep.txt`]: page('老街书店重开'),
      [`${ROOT}/a/x.txt`]: page('四'),
      [`${ROOT}/b/01.txt`]: page('五'),
      [`${ROOT}/c.md.txt`]: page('六'),
      [`${ROOT}/d.raw`]: '河水漫堤\n',
    });
    const sections: Record<string, unknown> = {
      files: {
        exclude: { '**/out': true, '**/a': false },
        associations: { '*.md.txt': 'markdown', '*.raw': 'newspaper' },
      },
      search: { exclude: { 'tmp.txt': true } },
      galley: { exclude: ['b/**'] },
    };
    await using peer = await settledPeer(disk, {
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: (section) => sections[section ?? ''],
    });
    const kept = ['01.txt 渡船夜航今起试行', 'a/keep.txt 老街书店重开', 'd.raw 河水漫堤'];
    assert.deepStrictEqual(await titles(peer), kept);
    disk.put(`${ROOT}/a/.gitignore`, 'old/\n');
    sections.galley = {};
    await changed(peer, [`${ROOT}/a/.gitignore`, 2]);
    assert.strictEqual((await state(peer)).files, 5);
  });

  it('by their own pattern for paths, where a person gives one; what is none is said and ignored', async () => {
    const disk = diskOf({ [`${ROOT}/x-18-06-2025-p2.txt`]: page('渡船夜航今起试行').replace(/.*\n\n/, '') });
    const galley: { issue?: unknown } = {};
    await using peer = await settledPeer(disk, {
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: (section) => (section === 'galley' ? galley : null),
    });
    const said: string[] = [];
    peer.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      said.push(message);
      return null;
    });
    const dates = async (path: string) => {
      galley.issue = { path };
      await peer.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await state(peer);
      const editions = await peer.connection.sendRequest<{ date: string | null }[]>('galley/editions', {});
      return editions.map(({ date }) => date);
    };
    assert.deepStrictEqual(await dates(''), [null]);
    const pattern = '-(?<day>\\d\\d)-(?<month>\\d\\d)-(?<year>\\d{4})-p(?<page>\\d)';
    assert.deepStrictEqual(await dates(pattern), ['2025-06-18']);
    assert.deepStrictEqual(await dates('(?<day'), [null]);
    assert.match(said.join(), /galley\.issue\.path is no regular expression/);
  });

  it('not what a condition hides, as long as the sibling is there', async () => {
    const disk = diskOf({
      [one]: page('渡船夜航今起试行'),
      [`${ROOT}/01.pdf`]: 'a picture of it',
      [two]: page('老街书店重开'),
    });
    const sections: Record<string, unknown> = { files: { exclude: { '**/*.txt': { when: '$(basename).pdf' } } } };
    await using peer = await settledPeer(disk, {
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: (section) => sections[section ?? ''],
    });
    assert.deepStrictEqual(await titles(peer), ['02.txt 老街书店重开']);
    disk.remove(`${ROOT}/01.pdf`);
    await changed(peer, [one, 2]);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航今起试行', '02.txt 老街书店重开']);
  });

  it('says what it left out, and why', async () => {
    const disk = diskOf({ [one]: page('渡船夜航今起试行'), [two]: '字'.repeat(3_000_000) });
    disk.put(
      deep,
      Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 256),
    );
    await using peer = await settledPeer(disk);
    const { leftOut, files } = await state(peer);
    assert.deepStrictEqual(
      [files, leftOut],
      [
        1,
        [
          { uri: two, reason: 'large' },
          { uri: deep, reason: 'binary' },
        ],
      ],
    );
  });

  it('several workspace folders, as they come and go', async () => {
    const disk = diskOf({ 'file:///x/01.txt': page('渡船夜航今起试行'), 'file:///y/01.txt': page('老街书店重开') });
    await using peer = await settledPeer(disk, { folders: ['file:///x'] });
    assert.strictEqual((await state(peer)).files, 1);
    const folder = (name: string) => ({ uri: `file:///${name}`, name });
    const event = { added: [folder('y')], removed: [] as object[] };
    await peer.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    assert.strictEqual((await state(peer)).files, 2);
    await peer.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder('x')] },
    });
    assert.deepStrictEqual(await titles(peer), ['file:///y/01.txt 老街书店重开']);
  });
});

describe('index: how it follows', () => {
  it('files that change, come and go outside the editor', async () => {
    const disk = diskOf({ [one]: page('渡船夜航今起试行') });
    await using peer = await settledPeer(disk);
    await state(peer);
    disk.put(one, page('渡船夜航明起停驶'));
    disk.put(two, page('老街书店重开'));
    await changed(peer, [one, 2], [two, 1]);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航明起停驶', '02.txt 老街书店重开']);
    disk.remove(one);
    await changed(peer, [one, 3]);
    assert.deepStrictEqual(await titles(peer), ['02.txt 老街书店重开']);
    disk.put(two, 'milk\n');
    await changed(peer, [two, 2]);
    assert.deepStrictEqual(await titles(peer), []);
  });

  it('a file that changed under the same size and time, as a clock that was set back has it', async () => {
    const disk = diskOf({ [one]: page('渡船夜航今起试行') });
    await using peer = await settledPeer(disk);
    await state(peer);
    const { mtime } = disk.files.get(one) ?? { mtime: 0 };
    disk.files.set(one, { bytes: new TextEncoder().encode(page('渡船夜航明起停驶')), mtime });
    await changed(peer, [one, 2]);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航明起停驶']);
  });

  it('a file that goes between being found and being read: nobody is told that it cannot be read', async () => {
    const disk = diskOf({ [one]: page('渡船夜航今起试行'), [two]: page('老街书店重开') });
    const { read } = disk;
    disk.read = async (uri) => {
      if (uri === two) disk.remove(two);
      return read(uri);
    };
    await using peer = await settledPeer(disk);
    assert.deepStrictEqual((await state(peer)).leftOut, []);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航今起试行']);
  });

  it('a file or folder of which only capitals changed, on a disk that does not tell them apart', async () => {
    const disk = diskOf({
      [`${ROOT}/in/A1.txt`]: page('渡船夜航今起试行'),
      [`${ROOT}/in/A2.txt`]: page('老街书店重开'),
    });
    const { stat, read, list } = disk;
    const there = (uri: string) =>
      [...disk.files.keys()].find((file) => file.toLowerCase() === uri.toLowerCase()) ??
      [...disk.files.keys()]
        .find((file) => file.toLowerCase().startsWith(`${uri.toLowerCase()}/`))
        ?.slice(0, uri.length) ??
      uri;
    disk.stat = async (uri) => stat(there(uri));
    disk.read = async (uri) => read(there(uri));
    disk.list = async (uri) =>
      (await list(there(uri))).map((each) => ({ ...each, uri: uri + each.uri.slice(uri.length) }));
    await using peer = await settledPeer(disk);
    await state(peer);
    disk.move(`${ROOT}/in/A1.txt`, `${ROOT}/in/a1.txt`);
    await changed(peer, [`${ROOT}/in/A1.txt`, 3], [`${ROOT}/in/a1.txt`, 1]);
    assert.deepStrictEqual(await titles(peer), ['in/A2.txt 老街书店重开', 'in/a1.txt 渡船夜航今起试行']);
    disk.move(`${ROOT}/in`, `${ROOT}/IN`);
    await changed(peer, [`${ROOT}/in`, 3]);
    await changed(peer, [`${ROOT}/IN`, 1]);
    assert.deepStrictEqual(await titles(peer), ['IN/A2.txt 老街书店重开', 'IN/a1.txt 渡船夜航今起试行']);
  });

  it('thousands of files at once', async () => {
    const uris = Array.from({ length: 8000 }, (_, i) => `${ROOT}/${i % 40}/${i}.txt`);
    const disk = diskOf(Object.fromEntries(uris.map((uri) => [uri, 'milk'])));
    await using peer = await settledPeer(disk);
    await state(peer);
    const took = await spent(async () => {
      await changed(peer, ...uris.map((uri) => [uri, 2] as const));
      await state(peer);
    });
    assert.ok(took < 10_000, `${took} ms`);
  });

  it('folders that are moved, of which only one event tells', async () => {
    const disk = diskOf({ [deep]: page('老街书店重开') });
    await using peer = await settledPeer(disk);
    await state(peer);
    disk.move(`${ROOT}/a`, `${ROOT}/2025.06.18`);
    await changed(peer, [`${ROOT}/a`, 3], [`${ROOT}/2025.06.18`, 1]);
    assert.deepStrictEqual(await titles(peer), ['2025.06.18/b/03.txt 老街书店重开']);
  });

  it('an open document before the disk, the disk again once it is closed', async () => {
    const disk = diskOf({ [one]: page('渡船夜航今起试行') });
    await using peer = await settledPeer(disk);
    await peer.open(one, page('渡船夜航明起停驶'));
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航明起停驶']);
    disk.put(one, page('渡船夜航后天开行'));
    await changed(peer, [one, 2]);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航明起停驶']);
    disk.remove(one);
    await changed(peer, [one, 3]);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航明起停驶']);
    await peer.close(one);
    assert.deepStrictEqual(await titles(peer), []);
    disk.put(one, page('渡船夜航后天开行'));
    await changed(peer, [one, 1]);
    assert.deepStrictEqual(await titles(peer), ['01.txt 渡船夜航后天开行']);
  });

  it('works nothing out outside a file while an edit leaves its digest equal', async () => {
    const disk = diskOf({
      [one]: begins,
      [two]: `${ends}\n${page('渡船夜航今起试行', 3)}`,
      [deep]: page('老街书店重开'),
    });
    await using peer = await settledPeer(disk);
    await peer.open(two, `${ends}\n${page('渡船夜航今起试行', 3)}`);
    await state(peer);
    await peer.ask('textDocument/diagnostic', two);
    const { parsed, ...before } = await state(peer);
    assert.ok(before.resolved > 0);
    await rest(150);
    const refreshed = peer.refreshed();
    const typed = (line: number, character: number, text: string) => ({
      range: { start: { line, character }, end: { line, character } },
      text,
    });
    // Lines that move all that follows, and words in a body.
    for (const [version, edit] of [
      typed(3, 0, '\n'),
      typed(3, 0, '\n'),
      typed(0, 7, ' '),
      typed(1, 0, '\n'),
    ].entries()) {
      await peer.change(two, version + 2, edit);
      await peer.ask('textDocument/diagnostic', two);
      await peer.ask('textDocument/inlayHint', two, {
        range: { start: { line: 0, character: 0 }, end: edit.range.end },
      });
    }
    await rest(150);
    assert.deepStrictEqual(await state(peer), { ...before, parsed: parsed + 4 });
    for (let version = 10; version < 20; version++) await peer.change(two, version, typed(11, 30, '慢慢'));
    assert.strictEqual((await state(peer)).changes, before.changes);
    assert.strictEqual(peer.refreshed(), refreshed);
    await peer.change(two, 99, typed(9, 0, '大'));
    assert.strictEqual((await state(peer)).changes, before.changes + 1);
  });
});

describe('index: after any sequence of events', () => {
  const uris = [one, two, deep, `${ROOT}/a/04.txt`];
  const ledgers = [`${ROOT}/.galley/notes.jsonl`, `${ROOT}/a/.galley/notes.jsonl`];
  const text = fc.constantFrom(...['河水漫堤', '老街书店重开', '渡船夜航'].map((title) => page(title)), 'milk\n');
  const uri = fc.constantFrom(...uris);
  const noted = fc.record({
    kind: fc.constant('put' as const),
    uri: fc.constantFrom(...ledgers),
    text: fc
      .tuple(
        fc.constantFrom('河水漫堤', '老街书店重开'),
        fc.subarray(['01.txt', '02.txt', 'a/04.txt', '04.txt', 'b/03.txt']),
      )
      .map(([title, paths]) => ledger(title, ...paths)),
  });
  const event = fc.oneof(
    noted,
    fc.record({ kind: fc.constantFrom('open', 'edit', 'put' as const), uri, text }),
    fc.record({ kind: fc.constantFrom('save', 'close', 'remove', 'wait' as const), uri }),
    fc.record({ kind: fc.constant('remove' as const), uri: fc.constantFrom(...ledgers) }),
    fc.record({ kind: fc.constant('move' as const), uri, to: uri }),
    fc.record({ kind: fc.constant('move' as const), uri: fc.constant(`${ROOT}/a`), to: fc.constant(`${ROOT}/c`) }),
  );

  it('is what a server finds that starts now', () =>
    fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const disk = diskOf({ [one]: page('河水漫堤'), [deep]: page('渡船夜航') });
        const open = new Map<string, string>();
        await using peer = await settledPeer(disk);
        let version = 1;
        for (const happened of events) {
          const { kind, uri } = happened;
          const isOpen = open.has(uri);
          if (kind === 'open' && !isOpen) {
            open.set(uri, happened.text);
            await peer.open(uri, happened.text);
          } else if (kind === 'edit' && isOpen) {
            open.set(uri, happened.text);
            await peer.change(uri, ++version, { text: happened.text });
          } else if (kind === 'put' || (kind === 'save' && isOpen)) {
            disk.put(uri, kind === 'put' ? happened.text : (open.get(uri) as string));
            await changed(peer, [uri, 2]);
          } else if (kind === 'close' && open.delete(uri)) await peer.close(uri);
          else if (kind === 'remove') {
            disk.remove(uri);
            await changed(peer, [uri, 3]);
          } else if (kind === 'move' && happened.to !== uri) {
            disk.move(uri, happened.to);
            await changed(peer, [uri, 3], [happened.to, 1]);
          } else if (kind === 'wait') await state(peer);
        }
        await using fresh = await settledPeer(disk);
        for (const [uri, text] of open) await fresh.open(uri, text);
        assert.deepStrictEqual(await headlines(peer), await headlines(fresh));
        assert.strictEqual((await state(peer)).files, (await state(fresh)).files);
      }),
      { numRuns: 60 },
    )).timeout(60_000);
});

describe('index: what a person may stop', () => {
  it('is the reading, which goes on when told to', async () => {
    const disk = diskOf(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${ROOT}/${i}.txt`, page(`第${i}日`)])),
    );
    const { read } = disk;
    let slow = true;
    disk.read = async (uri) => {
      for (let waited = 0; slow && waited < 100; waited++) await rest(10);
      return read(uri);
    };
    await using peer = await settledPeer(disk, { capabilities: { ...able, window: { workDoneProgress: true } } });
    const begun = new Promise<{ token: string; cancellable: boolean }>((shown) => {
      peer.connection.onNotification('$/progress', ({ token, value }) => {
        if (value.kind === 'begin') shown({ token, cancellable: value.cancellable });
      });
    });
    peer.connection.onRequest('window/workDoneProgress/create', () => null);
    const asked = new Promise<{ message: string; answer: (title: string) => void }>((told) => {
      peer.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
        const { promise, resolve } = withResolvers<{ title: string }>();
        told({ message, answer: (title) => resolve({ title }) });
        return promise;
      });
    });
    const { token, cancellable } = await begun;
    assert.ok(cancellable);
    await peer.connection.sendNotification('window/workDoneProgress/cancel', { token });
    const { message, answer } = await asked;
    slow = false;
    assert.match(message, /Galley stopped reading/);
    const { stopped, files } = await state(peer);
    assert.ok(stopped && files < 40);
    answer('Read On');
    while ((await state(peer)).stopped) await rest(5);
    assert.strictEqual((await state(peer)).files, 40);
  });

  it('goes on by a request too', async () => {
    await using peer = await settledPeer(diskOf({ [one]: page('渡船夜航今起试行') }));
    await peer.connection.sendRequest('galley/readOn', {});
    assert.deepStrictEqual([(await state(peer)).stopped, (await state(peer)).files], [false, 1]);
  });
});

describe('index: what outlives the server', () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`${ROOT}/${i}/01.txt`, page(`渡船夜航第${i}日`)]),
  );
  const storage = { initializationOptions: { storage: 'file:///storage' } };

  async function started(disk: ReturnType<typeof diskOf>, store: ReturnType<typeof storeOf>) {
    disk.reads = 0;
    await using peer = await settledPeer(disk, { store, initialize: storage });
    return { titles: await titles(peer), reads: disk.reads };
  }

  it('is not read again, but for what changed', async () => {
    const [disk, store] = [diskOf(many), storeOf()];
    const first = await started(disk, store);
    assert.deepStrictEqual([first.titles.length, first.reads], [30, 30]);
    assert.deepStrictEqual(await started(disk, store), { ...first, reads: 0 });
    disk.put(`${ROOT}/7/01.txt`, page('老街书店重开'));
    disk.remove(`${ROOT}/8/01.txt`);
    const third = await started(disk, store);
    assert.deepStrictEqual([third.titles.length, third.reads], [29, 1]);
    assert.ok(third.titles.includes('7/01.txt 老街书店重开'));
    assert.deepStrictEqual(await started(disk, store), { ...third, reads: 0 });
  });

  it('is told by content where the time of a file says otherwise, and read again where it is read otherwise', async () => {
    const [disk, store] = [diskOf(many), storeOf()];
    await started(disk, store);
    const uri = `${ROOT}/7/01.txt`;
    disk.put(uri, page('渡船夜航第7日'));
    assert.strictEqual((await started(disk, store)).reads, 1);
    assert.strictEqual((await started(disk, store)).reads, 0);
  });

  it('is right whatever was cut off, turned or lost in it, and no text is touched', async () => {
    const disk = diskOf(many);
    const texts = () => [...disk.files].map(([uri, { bytes }]) => [uri, Buffer.from(bytes).toString('base64')]);
    const before = texts();
    const whole = storeOf();
    const { titles: right } = await started(disk, whole);
    for (const damage of [
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1),
      (bytes: Uint8Array) => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1] ^ 1),
      (bytes: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace('渡船', '渡轮')),
      (bytes: Uint8Array) =>
        new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/index-[\d.]+/, 'index-0')),
      (bytes: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(' 0.0.0 ', ' 0.0.1 ')),
      () => new Uint8Array(0),
    ]) {
      const store = storeOf();
      for (const [name, bytes] of whole.parts) store.parts.set(name, damage(bytes));
      store.parts.set('zzz.part.new', new Uint8Array(9));
      assert.deepStrictEqual(await started(disk, store), { titles: right, reads: 30 });
      assert.deepStrictEqual(await started(disk, store), { titles: right, reads: 0 });
      assert.ok(!store.parts.has('zzz.part.new'));
    }
    assert.deepStrictEqual(texts(), before);
  });

  it('is right after a server was ended in the middle of it, and goes on without what it has', async () => {
    const [disk, store] = [diskOf(many), storeOf()];
    const { read } = disk;
    let end = () => {};
    const ended = new Promise<Uint8Array>((_, reject) => {
      end = () => reject(new Error('the server is gone'));
    });
    ended.catch(() => undefined);
    disk.read = async (uri) => (disk.reads < 10 || uri.endsWith('.gitignore') ? read(uri) : ended);
    const { titles: right } = await started(diskOf(many), storeOf());
    const peer = await settledPeer(disk, { store, initialize: storage });
    while (disk.reads < 10) await rest(5);
    peer.connection.dispose();
    disk.read = read;
    assert.deepStrictEqual((await started(disk, store)).titles, right);
    end();
  });

  it('works without a store, and with one that fails', async () => {
    const store = storeOf();
    store.write = async () => Promise.reject(new Error('disk full'));
    const disk = diskOf(many);
    assert.strictEqual((await started(disk, store)).titles.length, 30);
    assert.strictEqual((await started(disk, store)).reads, 30);
  });
});

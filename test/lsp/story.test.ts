import assert from 'node:assert';
import { setTimeout as rest } from 'node:timers/promises';
import { CancellationTokenSource, type CodeLens } from 'vscode-languageserver';
import type { CheckWorkspaceResult, WholeStoryResult } from '../../server/lsp/requests';
import { changed, diskOf, page, ROOT, settledPeer, state } from './index';

const [front, back] = [`${ROOT}/2025-06-18/01.txt`, `${ROOT}/2025-06-18/03.txt`];
const begins = `第01版：要闻

渡船夜航今起试行

青岩日报讯(全媒体记者/俞小满) 从今天起,城南渡口的渡船开到晚上十点,方便下晚班的市民过河回家。渡口的老船工说,（下转第三版）
`;
const ends = `第03版：民生

（上接第一版）这条河他走了四十年,夜里开船还是头一回。票价不变,老人和孩子免费,渡口新装了二十盏路灯。
`;
const story = (peer: Awaited<ReturnType<typeof settledPeer>>, uri: string, article: string | number) =>
  peer.connection.sendRequest<WholeStoryResult | null>('galley/wholeStory', { uri, article });
const wish = { initialize: { initializationOptions: { showsStories: true } } };

describe('protocol: the whole story', () => {
  it('joins its parts to clean text, says where each came from, and follows edits', async () => {
    await using peer = await settledPeer(diskOf({ [front]: begins, [back]: ends }), wish);
    await state(peer);
    const whole = await story(peer, back, 2);
    assert.ok(whole);
    assert.match(whole.text, /^渡船夜航今起试行\n\n/);
    assert.match(whole.text, /渡口的老船工说,这条河他走了四十年/);
    assert.doesNotMatch(whole.text, /上接|下转|版：/);
    const parts = whole.parts.map(({ uri, page, first, line, found }) => [uri, page, first, line, found]);
    assert.deepStrictEqual(parts, [
      [front, '01', 2, 0, true],
      [back, '03', 2, 2, true],
    ]);
    await peer.open(back, ends.replace('四十年', '四十一年'));
    assert.match((await story(peer, front, 2))?.text ?? '', /这条河他走了四十一年/);
    assert.strictEqual(await story(peer, front, 99), null);
  });

  it('has a lens above each of its parts, in clients that can show it', async () => {
    const disk = diskOf({ [front]: begins, [back]: ends });
    await using peer = await settledPeer(disk, wish);
    await peer.open(front, begins);
    const [lens, ...others] = await peer.ask<CodeLens[]>('textDocument/codeLens', front);
    assert.strictEqual(others.length, 0);
    assert.deepStrictEqual([lens.range.start.line, lens.command?.title], [2, 'Whole story, 2 parts']);
    const [uri, id] = (lens.command?.arguments ?? []) as [string, string];
    assert.match((await story(peer, uri, id))?.text ?? '', /四十年/);
    await using plain = await settledPeer(disk);
    assert.strictEqual(plain.initialized.capabilities.codeLensProvider, undefined);
  });

  it('has none where the setting says so', async () => {
    const configuration = (section?: string) => (section === 'galley' ? { lens: false } : null);
    await using peer = await settledPeer(diskOf({ [front]: begins, [back]: ends }), {
      initialize: {
        initializationOptions: { showsStories: true },
        capabilities: { workspace: { configuration: true } },
      },
      configuration,
    });
    await peer.open(front, begins);
    assert.deepStrictEqual(await peer.ask<CodeLens[]>('textDocument/codeLens', front), []);
  });
});

describe('protocol: checking the workspace', () => {
  const damaged = page('渡船夜航今起试行').replace('老船工', '⽼船工');
  const other = `第03版：民生

老街书店重开

青岩日报讯(记者/丁羽) 停业半年的老街书店昨日重新开门，旧书摆满了书架，街坊们赶来道贺，店主说还要办读书会。
`;
  const disk = () => diskOf({ [front]: damaged, [back]: other });
  const check = (peer: Awaited<ReturnType<typeof settledPeer>>, token?: CancellationTokenSource['token']) =>
    peer.connection.sendRequest<CheckWorkspaceResult>('galley/checkWorkspace', {}, ...(token ? [token] : []));

  it('sends the problems of files that nobody opened, and takes them back when they change', async () => {
    const files = disk();
    await using peer = await settledPeer(files);
    assert.deepStrictEqual(await check(peer), { files: 2, of: 2, problems: 1, unread: 0 });
    assert.deepStrictEqual(
      [...peer.pushed].map(([uri, found]) => [uri, found.map(({ code }) => code)]),
      [[front, ['compat-character']]],
    );
    files.put(front, page('渡船夜航今起试行'));
    await changed(peer, [front, 2]);
    while (peer.pushed.get(front)?.length !== 0) await rest(5);
    assert.strictEqual((await check(peer)).problems, 0);
  });

  it('leaves open documents to themselves', async () => {
    await using peer = await settledPeer(disk());
    await check(peer);
    await peer.open(front, damaged);
    while (peer.pushed.get(front)?.length !== 0) await rest(5);
    assert.strictEqual((await check(peer)).problems, 1);
    assert.strictEqual(peer.pushed.get(front)?.length, 0);
  });

  it('can be cancelled', async () => {
    await using peer = await settledPeer(disk());
    const source = new CancellationTokenSource();
    const asked = check(peer, source.token);
    source.cancel();
    await assert.rejects(asked, /Cancelled/);
    assert.deepStrictEqual([...peer.pushed], []);
  });
});

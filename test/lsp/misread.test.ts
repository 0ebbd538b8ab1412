import assert from 'node:assert';
import { setTimeout as rest } from 'node:timers/promises';
import { encode } from 'iconv-lite';
import type { CodeAction, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { WrongEncodingParams } from '../../server/lsp/requests';
import { changed, diskOf, headlines, page, ROOT, settledPeer } from './index';
import { able } from './peer';

const uri = `${ROOT}/01.txt`;
const text = page('渡船夜航今起试行').replace('老船工', '⽼船工');
const bytes = encode(text, 'gb18030');
const TRADITIONAL = `第02版：民生

渡船夜航今起試行

青岩日報訊(記者/俞小滿) 從今天起，城南渡口的渡船開到晚上十點，方便下晚班的市民過河回家。渡口的老船工說，這條河他走了四十年。
`;
const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const archive = () => {
  const disk = diskOf();
  disk.put(uri, bytes);
  return disk;
};

describe('protocol: encodings', () => {
  it('a document opened in the wrong one is told of with the right one, and nothing changes it until it is reopened', async () => {
    const initialize = { initializationOptions: { showsStories: true } };
    await using peer = await settledPeer(archive(), { initialize });
    const told: WrongEncodingParams[] = [];
    peer.connection.onNotification('galley/wrongEncoding', (params) => void told.push(params));
    await peer.open(uri, new TextDecoder().decode(bytes));
    const report = await peer.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
    assert.deepStrictEqual(report.kind === 'full' && report.items.map(({ code }) => code), ['wrong-encoding']);
    for (const only of [['quickfix'], ['source.fixAll.galley']])
      assert.deepStrictEqual(
        await peer.ask('textDocument/codeAction', uri, { range, context: { diagnostics: [], only } }),
        [],
      );
    assert.deepStrictEqual(await peer.ask('textDocument/formatting', uri, { options: {} }), []);
    while (told.length === 0) await rest(5);
    assert.deepStrictEqual(told, [{ uri, encoding: 'gb18030' }]);
    await peer.change(uri, 2, { text });
    while (told.length === 1) await rest(5);
    assert.strictEqual(told[1].encoding, null);
    const context = { diagnostics: [], only: ['quickfix'] };
    const fixes = await peer.ask<CodeAction[]>('textDocument/codeAction', uri, { range, context });
    assert.ok(fixes.length > 0);
  });

  for (const encoding of ['big5', 'utf-16le', 'utf-16be'])
    it(`a document in another one is told of with its own, too: ${encoding}`, async () => {
      const disk = diskOf();
      const written = encode(TRADITIONAL, encoding);
      disk.put(uri, written);
      await using peer = await settledPeer(disk, { initialize: { initializationOptions: { showsStories: true } } });
      const told: WrongEncodingParams[] = [];
      peer.connection.onNotification('galley/wrongEncoding', (params) => void told.push(params));
      await peer.open(uri, new TextDecoder().decode(written));
      const report = await peer.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
      assert.deepStrictEqual(report.kind === 'full' && report.items.map(({ code }) => code), ['wrong-encoding']);
      const context = { diagnostics: [], only: ['quickfix'] };
      assert.deepStrictEqual(await peer.ask('textDocument/codeAction', uri, { range, context }), []);
      assert.deepStrictEqual(await peer.ask('textDocument/formatting', uri, { options: {} }), []);
      while (told.length === 0) await rest(5);
      assert.deepStrictEqual(told, [{ uri, encoding }]);
    });

  it('of files on disk are told by content, whatever the editor’s default is, and by the settings where they fit', async () => {
    const sections: Record<string, unknown> = { files: { encoding: 'utf8' }, galley: {} };
    const disk = archive();
    await using peer = await settledPeer(disk, {
      capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
      configuration: (section) => sections[section ?? ''],
    });
    assert.match((await headlines(peer)).join(), /渡船夜航今起试行/);
    sections.files = { encoding: 'gbk' };
    disk.put(uri, encode(page('老街书店重开'), 'gb18030'));
    await peer.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await changed(peer, [uri, 2]);
    assert.match((await headlines(peer)).join(), /老街书店重开/);
    sections.galley = { encoding: 'utf16le' };
    await peer.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.doesNotMatch((await headlines(peer)).join(), /老街书店重开/);
  });

  it('of a file that is closed is the one it was last open in, as long as nothing in it contradicts', async () => {
    const disk = diskOf();
    disk.put(uri, encode(TRADITIONAL, 'big5'));
    await using peer = await settledPeer(disk);
    assert.match((await headlines(peer)).join(), /渡船夜航今起試行/);
    const read = new TextDecoder('gb18030').decode(encode(TRADITIONAL, 'big5'));
    const openedIn = async (encoding: string) => {
      await peer.open(uri, encoding === 'gb18030' ? read : TRADITIONAL);
      await peer.connection.sendNotification('galley/openedIn', { uri, encoding });
      await peer.close(uri);
      return (await headlines(peer)).join();
    };
    assert.doesNotMatch(await openedIn('gb18030'), /渡船夜航今起試行/);
    assert.match(await openedIn('big5hkscs'), /渡船夜航今起試行/);
  });

  it('bytes that make no character are a problem with its place, whatever the encoding', async () => {
    const disk = diskOf();
    const damaged = encode(text.replace('⽼', '老'), 'gb18030');
    const at = damaged.indexOf(encode('老船工', 'gb18030'));
    damaged[at] = 0xff;
    disk.put(uri, damaged);
    await using peer = await settledPeer(disk);
    await peer.connection.sendRequest('galley/checkWorkspace', {});
    const [problem, ...others] = peer.pushed.get(uri) ?? [];
    assert.deepStrictEqual([problem?.code, others], ['undecodable-character', []]);
    const line = text.split('\n')[problem.range.start.line];
    assert.ok(line.includes('⽼船工'));
    assert.ok(Math.abs(problem.range.start.character - line.indexOf('⽼')) <= 1);
  });
});

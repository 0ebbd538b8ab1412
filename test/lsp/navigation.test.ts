import assert from 'node:assert';
import type { Location, LocationLink, SymbolInformation } from 'vscode-languageserver';
import { meet } from './peer';

const folder = 'file:///%E9%9D%92%E5%B2%A9%E6%97%A5%E6%8A%A5/2025-06-18';
const [front, back] = [`${folder}/01.txt`, `${folder}/03.txt`];
const disk = new Map([
  [
    front,
    `第01版：要闻

渡船夜航今起试行

青岩日报讯(全媒体记者/俞小满) 从今天起,城南渡口的渡船开到晚上十点,方便下晚班的市民过河回家。渡口的老船工说,（下转第三版）
`,
  ],
  [
    back,
    `第03版：综合

（上接第一版）这条河他走了四十年,夜里开船还是头一回。票价不变,老人和孩子免费,渡口新装了二十盏路灯。
`,
  ],
]);

describe('protocol: navigation', () => {
  it('goes to the other end in a file that nobody opened; the origin is the reference alone', async () => {
    await using peer = await meet({ disk });
    await peer.open(front, disk.get(front) ?? '');
    const line = 4;
    const from = disk.get(front)?.split('\n')[line].indexOf('（下转') ?? 0;
    const [link, ...others] = await peer.ask<LocationLink[]>('textDocument/definition', front, {
      position: { line, character: from + 2 },
    });
    assert.strictEqual(others.length, 0);
    assert.deepStrictEqual(link.originSelectionRange, {
      start: { line, character: from },
      end: { line, character: from + 7 },
    });
    assert.strictEqual(link.targetUri, back);
    assert.deepStrictEqual(link.targetSelectionRange.start, { line: 2, character: 0 });
  });

  it('leads back, as a plain location to a client without links', async () => {
    await using peer = await meet({ disk, capabilities: {} });
    await peer.open(back, disk.get(back) ?? '');
    const found = await peer.ask<Location[]>('textDocument/definition', back, { position: { line: 2, character: 3 } });
    assert.deepStrictEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [[front, 4]],
    );
  });

  it('sees an open document before the disk, under the client’s own spelling of its name', async () => {
    await using peer = await meet({ disk });
    const spelt = back.replace('%E9', '%e9');
    await peer.open(front, disk.get(front) ?? '');
    await peer.open(spelt, `\n\n\n${disk.get(back)}`);
    const position = { line: 4, character: (disk.get(front)?.split('\n')[4].indexOf('（下转') ?? 0) + 1 };
    const [link] = await peer.ask<LocationLink[]>('textDocument/definition', front, { position });
    assert.deepStrictEqual([link.targetUri, link.targetSelectionRange.start.line], [spelt, 5]);
  });

  it('finds articles of the folder by name', async () => {
    await using peer = await meet({ disk });
    await peer.open(back, disk.get(back) ?? '');
    await peer.ask('textDocument/definition', back, { position: { line: 2, character: 3 } });
    const found = await peer.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '夜航' });
    assert.deepStrictEqual(
      found.map(({ name, location }) => [name, location.uri]),
      [['渡船夜航今起试行', front]],
    );
  });
});

import assert from 'node:assert';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
} from 'vscode-languageserver';
import { diskOf, ROOT, settledPeer, state } from './index';

const [one, two, three] = ['01', '02', '03'].map((name) => `${ROOT}/2025-06-18/${name}.txt`);
const pages = {
  [one]: `第01版：要闻

渡船夜航今起试行

青岩日报讯(记者/俞小满) 从今天起，城南渡口的渡船开到晚上十点，方便下晚班的市民过河回家。渡口的老船工说，（下转第二版）
`,
  [two]: `第02版：民生

（上接第一版）这条河他走了四十年，夜里开船还是头一回。渡口新装了二十盏路灯，船上添了救生衣，老船工每晚都要清点，（下转第三版）
`,
  [three]: `第03版：综合

（上接第二版）清点完救生衣，老船工才解缆开船。渡船票价不变，老人和孩子免费，渡口的路灯亮到末班船靠岸。
`,
};

/** The place of `words` in a page, one character into them. */
function inside(uri: string, words: string) {
  const lines = pages[uri].split('\n');
  const line = lines.findIndex((text) => text.includes(words));
  return { position: { line, character: lines[line].indexOf(words) + 1 } };
}

async function reading(uri: string) {
  const peer = await settledPeer(diskOf(pages));
  await peer.open(uri, pages[uri]);
  await state(peer);
  return peer;
}

const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe('protocol: a story over three pages', () => {
  it('has links that know where they lead only when they are clicked', async () => {
    await using peer = await reading(two);
    const links = await peer.ask<DocumentLink[]>('textDocument/documentLink', two);
    assert.deepStrictEqual(
      links.map(({ target }) => target),
      [undefined, undefined],
    );
    const resolved = await Promise.all(
      links.map((link) => peer.connection.sendRequest<DocumentLink>('documentLink/resolve', link)),
    );
    assert.deepStrictEqual(
      resolved.map(({ target }) => target?.split('#')[0]),
      [one, three],
    );
    await peer.change(two, 2, { text: `\n${pages[two]}` });
    await assert.rejects(peer.connection.sendRequest('documentLink/resolve', links[0]));
  });

  it('gives all its references in the order of reading, whichever end is asked', async () => {
    await using peer = await reading(three);
    const found = await peer.ask<Location[]>('textDocument/references', three, {
      ...inside(three, '上接'),
      context: { includeDeclaration: true },
    });
    assert.deepStrictEqual(
      found.map(({ uri }) => uri),
      [one, two, two, three],
    );
  });

  it('shows the words at the other end, its headline as a hint, and the reference marked', async () => {
    await using peer = await reading(two);
    const on = await peer.ask<Hover>('textDocument/hover', two, inside(two, '下转'));
    assert.match((on.contents as MarkupContent).value, /渡船夜航今起试行[\s\S]*清点完救生衣/);
    const back = await peer.ask<Hover>('textDocument/hover', two, inside(two, '上接'));
    assert.match((back.contents as MarkupContent).value, /渡口的老船工说/);
    const hints = await peer.ask<InlayHint[]>('textDocument/inlayHint', two, { range });
    const labels = hints.map(({ label }) => (typeof label === 'string' ? label : label[0].value));
    assert.deepStrictEqual(labels, ['← 渡船夜航今起试行', '→ 渡船夜航今起试行']);
    const marked = await peer.ask<DocumentHighlight[]>('textDocument/documentHighlight', two, inside(two, '下转'));
    assert.deepStrictEqual(
      marked.map((each) => each.range.start.line),
      [2],
    );
  });

  it('is followed from part to part, those that nobody opened too', async () => {
    await using peer = await reading(one);
    const [first] = await peer.ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', one, {
      position: { line: 2, character: 2 },
    });
    const onward = async (item: CallHierarchyItem): Promise<string[]> => {
      const calls = await peer.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
        item,
      });
      return calls.length === 0 ? [item.uri] : [item.uri, ...(await onward(calls[0].to))];
    };
    assert.deepStrictEqual(await onward(first), [one, two, three]);
  });
});

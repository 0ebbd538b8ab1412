import assert from 'node:assert';
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver';
import { page } from '../features/page';
import { able, meet } from './peer';

const URI = 'untitled:02.txt';

describe('protocol: structure', () => {
  it('answers nested symbols to a client that takes them', async () => {
    await using peer = await meet();
    await peer.open(URI, page);
    const [first, ...others] = await peer.ask<DocumentSymbol[]>('textDocument/documentSymbol', URI);
    assert.strictEqual(others.length, 0);
    assert.deepStrictEqual(
      first.children?.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [
        ['河水漫堤 城西停课', ['事', '理']],
        ['渡船夜航今起试行', []],
      ],
    );
    assert.deepStrictEqual(first.selectionRange, { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } });
    assert.match(first.children?.[0].detail ?? '', /^安然、贺勇 · \d+ characters$/);
  });

  it('answers a flat list with containers to one that does not', async () => {
    await using peer = await meet({ capabilities: {}, initialize: { locale: 'zh-cn' } });
    await peer.open(URI, page);
    const symbols = await peer.ask<SymbolInformation[]>('textDocument/documentSymbol', URI);
    assert.deepStrictEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [
        ['02版 民生', undefined],
        ['河水漫堤 城西停课', '02版 民生'],
        ['事', '河水漫堤 城西停课'],
        ['理', '河水漫堤 城西停课'],
        ['渡船夜航今起试行', '02版 民生'],
      ],
    );
    assert.strictEqual(symbols[1].location.uri, URI);
  });

  it('folds whole lines, and keeps the outer folds where a client takes few', async () => {
    const lines = async (rangeLimit?: number) => {
      const foldingRange = { rangeLimit, lineFoldingOnly: true };
      await using peer = await meet({ capabilities: { textDocument: { ...able.textDocument, foldingRange } } });
      await peer.open(URI, `${page}${page.replace('02', '03')}`);
      const folds = await peer.ask<FoldingRange[]>('textDocument/foldingRange', URI);
      return folds.map(({ startLine, endLine }) => `${startLine}-${endLine}`);
    };
    assert.deepStrictEqual(await lines(), ['0-15', '2-9', '11-15', '17-32', '19-26', '28-32']);
    assert.deepStrictEqual(await lines(2), ['0-15', '17-32']);
    assert.deepStrictEqual(await lines(3), ['0-15', '2-9', '17-32']);
  });

  it('colours the whole text and a range of it alike', async () => {
    await using peer = await meet();
    await peer.open(URI, page);
    const all = await peer.ask<SemanticTokens>('textDocument/semanticTokens/full', URI);
    const some = await peer.ask<SemanticTokens>('textDocument/semanticTokens/range', URI, {
      range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } },
    });
    const types = peer.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    assert.deepStrictEqual(all.data.slice(0, 10), [
      0,
      0,
      7,
      types.indexOf('folio'),
      0,
      2,
      0,
      9,
      types.indexOf('headline'),
      0,
    ]);
    assert.deepStrictEqual(some.data, [2, 0, 9, types.indexOf('headline'), 0]);
  });

  it('grows a selection for each of several cursors', async () => {
    await using peer = await meet();
    await peer.open(URI, page);
    const positions = [
      { line: 7, character: 18 },
      { line: 1, character: 0 },
    ];
    const found = await peer.ask<SelectionRange[]>('textDocument/selectionRange', URI, { positions });
    assert.strictEqual(found.length, 2);
    assert.deepStrictEqual(found[0].range.start, { line: 7, character: 14 });
    assert.deepStrictEqual(found[0].parent?.range.start, { line: 7, character: 0 });
  });
});

import assert from 'node:assert';
import type { DocumentDiagnosticReport, DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { page } from './index';
import { meet } from './peer';

const uri = 'untitled:year';
const sentence = '渡口的老船工说，这条河他走了四十年，夜里开船还是头一回。';
/** A line of three million characters between two pages. */
const text = `${page('渡船夜航今起试行')}\n${sentence.repeat(3_000_000 / sentence.length)}\n\n${page('老街书店重开', 3)}`;
const lines = text.split('\n');

describe('protocol: a text that is too long', () => {
  it('is read as far as that goes, says where that is, and keeps nobody waiting for the rest', async () => {
    await using peer = await meet();
    await peer.open(uri, text);
    const names = async () => {
      const list = (all: DocumentSymbol[]): string[] =>
        all.flatMap(({ name, children = [] }) => [name, ...list(children)]);
      return list(await peer.ask<DocumentSymbol[]>('textDocument/documentSymbol', uri));
    };
    const problems = async () => {
      const report = await peer.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri);
      assert.ok(report.kind === 'full');
      return report.items.filter(({ code }) => code === 'too-long').map(({ range, severity }) => ({ range, severity }));
    };
    const before = await names();
    assert.ok(before.includes('渡船夜航今起试行') && !before.includes('老街书店重开'));
    const long = lines.findIndex((line) => line.length > 1_000_000);
    const told = { start: { line: long, character: 0 }, end: { line: long, character: lines[long].length } };
    assert.deepStrictEqual(await problems(), [{ range: told, severity: 3 }]);
    const end = { line: lines.length - 3, character: 4 };
    await peer.change(uri, 2, { range: { start: end, end }, text: '人' });
    assert.deepStrictEqual(await names(), before);
    for (const method of ['hover', 'definition', 'selectionRange', 'prepareCallHierarchy', 'documentHighlight'])
      await peer.ask(`textDocument/${method}`, uri, { position: end, positions: [end] });
    const range = { start: end, end };
    for (const method of ['codeAction', 'inlayHint', 'rangeFormatting', 'semanticTokens/range'])
      await peer.ask(`textDocument/${method}`, uri, { range, context: { diagnostics: [] }, options: {} });
    const all = { start: { line: long, character: 0 }, end: { line: long + 1, character: 0 } };
    await peer.change(uri, 3, { range: all, text: '' });
    assert.deepStrictEqual(await problems(), []);
    assert.ok((await names()).includes('老街书店重开'));
    assert.deepStrictEqual(peer.log, []);
  }).timeout(60_000);

  it('is found by what was read of it', async () => {
    await using peer = await meet();
    await peer.open(uri, text);
    const found = (query: string) => peer.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    assert.deepStrictEqual([(await found('渡船夜航')).length, (await found('老街书店')).length], [1, 0]);
  }).timeout(60_000);
});

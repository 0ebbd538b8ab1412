import assert from 'node:assert';
import { CancellationTokenSource, type DocumentSymbol, LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import { ErrorCodes } from 'vscode-languageserver/node';
import { documentFeature } from '../../server/lsp/feature';
import { page } from '../features/page';
import { able, meet, unmet } from './peer';

const URI = 'untitled:a.txt';
const error = async (asked: Promise<unknown>): Promise<ResponseError<void>> => {
  try {
    await asked;
  } catch (thrown) {
    return thrown as ResponseError<void>;
  }
  return assert.fail('answered');
};
const EVERY = Object.entries({
  documentSymbol: {},
  foldingRange: {},
  'semanticTokens/full': {},
  diagnostic: {},
  formatting: { options: {} },
  documentLink: {},
  selectionRange: {
    positions: [
      { line: 0, character: 0 },
      { line: 3, character: 9 },
    ],
  },
  definition: { position: { line: 1, character: 1 } },
  references: { position: { line: 1, character: 1 }, context: { includeDeclaration: true } },
  hover: { position: { line: 0, character: 2 } },
  documentHighlight: { position: { line: 0, character: 2 } },
  prepareCallHierarchy: { position: { line: 0, character: 2 } },
  inlayHint: { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } },
  codeAction: {
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    context: { diagnostics: [] },
  },
});

describe('protocol: manners', () => {
  for (const [name, text] of Object.entries({
    'an empty text': '',
    'one line': '河水漫堤',
    CRLF: page.replaceAll('\n', '\r\n'),
    'lone CR': page.replaceAll('\n', '\r'),
    'U+2028 inside lines': page.replaceAll('。', '。\u2028'),
    'a byte order mark': `\ufeff${page}`,
    'NULs and lone surrogates': page.replaceAll('，', '\0').replaceAll('城', '\ud83d'),
    'one line of a million characters': '河水漫堤，城西停课。'.repeat(100_000),
    'a hundred thousand blank lines': '\n'.repeat(100_000),
    'what is no newspaper': 'const a = 1;\n{\n}\n',
  }))
    it(`answers everything about ${name}`, async () => {
      await using peer = await meet();
      await peer.open(URI, text);
      for (const [method, params] of EVERY) await peer.ask(`textDocument/${method}`, URI, params);
      assert.deepStrictEqual(peer.log, []);
    });

  it('counts lines as the protocol does, whatever ends them', async () => {
    for (const end of ['\r\n', '\r']) {
      await using peer = await meet();
      await peer.open(URI, page.replaceAll('\n', end));
      const [first] = await peer.ask<DocumentSymbol[]>('textDocument/documentSymbol', URI);
      assert.deepStrictEqual(first.range.end, { line: 15, character: 35 });
    }
  });

  it('says that a cancelled request was cancelled', async () => {
    await using peer = await meet();
    await peer.open(URI, page);
    const source = new CancellationTokenSource();
    const asked = peer.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri: URI } },
      source.token,
    );
    source.cancel();
    assert.strictEqual((await error(asked)).code, LSPErrorCodes.RequestCancelled);
  });

  it('has nothing to say of a document that is not open', async () => {
    await using peer = await meet();
    const { code, message } = await error(peer.ask('textDocument/documentSymbol', 'untitled:none'));
    assert.deepStrictEqual([code, message], [LSPErrorCodes.ContentModified, 'The document is not open.']);
  });

  it('speaks no answer before it is initialized', async () => {
    await using peer = unmet();
    const asked = peer.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.strictEqual((await error(asked)).code, ErrorCodes.ServerNotInitialized);
  });

  it('tells of a fault in one line of the reader’s language, and writes one line to the log', async () => {
    const faulty = documentFeature<{ textDocument: { uri: string } }, null>(
      { method: 'galley/fault' } as never,
      {},
      () => {
        throw new Error('out of ink\n    at press.ts:1');
      },
    );
    await using peer = await meet({ initialize: { locale: 'zh-cn' }, extra: [faulty] });
    await peer.open(URI, page);
    const { code, message } = await error(peer.ask('galley/fault', URI));
    assert.deepStrictEqual([code, message], [ErrorCodes.InternalError, 'Galley 无法完成 galley/fault：out of ink']);
    await peer.ask('textDocument/foldingRange', URI);
    assert.deepStrictEqual(peer.log, ['galley/fault: out of ink']);
  });

  it('offers what it does, in UTF-16', async () => {
    await using peer = await meet({ capabilities: able });
    const { positionEncoding, textDocumentSync } = peer.initialized.capabilities;
    assert.deepStrictEqual([positionEncoding, textDocumentSync], ['utf-16', 2]);
  });
});

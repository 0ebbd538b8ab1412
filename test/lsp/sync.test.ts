import assert from 'node:assert';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changedDocument, openDocument } from '../../server/lsp/document';

const piece = fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\ufeff', '河水', '漫', '😀', 'a', '');
const content = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const position = fc.record({ line: fc.nat(12), character: fc.nat(8) });
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ text: content }) },
  {
    weight: 5,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: content }),
  },
);

/** A fresh document after each edit: a stock one loses count of its lines after an edit that points past its end. */
function stockEdit(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocument {
  const { uri, languageId, version } = document;
  return TextDocument.create(uri, languageId, version, TextDocument.update(document, [change], version).getText());
}

describe('open documents', () => {
  it('follow edits as the stock documents of the protocol do, also those that point outside', () => {
    fc.assert(
      fc.property(content, fc.array(change, { maxLength: 8 }), (text, changes) => {
        const ours = changedDocument(openDocument('a:b', 'newspaper', 1, text), changes, 2);
        const stock = changes.reduce(stockEdit, TextDocument.create('a:b', 'newspaper', 1, text));
        assert.strictEqual(ours.text.toString(), stock.getText());
        assert.strictEqual(ours.text.lineCount, stock.lineCount);
        assert.strictEqual(ours.version, 2);
      }),
      { numRuns: 500 },
    );
  });

  it('leave the version before as it was', () => {
    const before = openDocument('a:b', 'newspaper', 1, '河水漫堤');
    changedDocument(before, [{ text: '' }], 2);
    assert.strictEqual(before.text.toString(), '河水漫堤');
  });
});

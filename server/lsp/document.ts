import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Text } from '../text/text';
import { spanIn } from './convert';
import { inheriting } from './sheets';

/** One version of an open document. Immutable: what is derived from a version may be kept under it. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: Text;
}

export const openDocument = (uri: string, languageId: string, version: number, content: string): OpenDocument => ({
  uri,
  languageId,
  version,
  text: Text.of(content),
});

/** The version that follows after `changes`, each given in positions of the text that the one before it left. */
export function changedDocument(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  return { ...document, version, text: inheriting(changes.reduce(changedText, document.text), document.text) };
}

function changedText(text: Text, change: TextDocumentContentChangeEvent): Text {
  if (!('range' in change)) return Text.of(change.text);
  const { from, to } = spanIn(text, change.range);
  return text.replace(from, to, change.text);
}

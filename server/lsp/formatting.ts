import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { reflow } from '../features/formatting';
import { logged } from '../features/provenance';
import { applyEdits } from '../text/edit';
import type { Span } from '../text/span';
import { spanIn, textEditsOf } from './convert';
import type { OpenDocument } from './document';
import { type Applied, writeDown } from './logging';
import { contextOf, type Session } from './session';

export const formatting = (
  session: Session,
  document: OpenDocument,
  _params: DocumentFormattingParams,
): Promise<TextEdit[]> => formatted(session, document);

export const rangeFormatting = (
  session: Session,
  document: OpenDocument,
  { range }: DocumentRangeFormattingParams,
): Promise<TextEdit[]> => formatted(session, document, spanIn(document.text, range));

async function formatted(session: Session, document: OpenDocument, within?: Span): Promise<TextEdit[]> {
  const { uri, text } = document;
  const edits = reflow(contextOf(session, document), within, session.notes.of(uri).dismissals);
  const { log } = await session.settings.of(uri);
  if (log && edits.length > 0) {
    const records = logged(text, [{ rule: 'broken-line', edits }], '', '');
    session.formatted.set(uri, { records, uri, after: applyEdits(text, edits).toString() });
  }
  return textEditsOf(text, edits);
}

/** Edits of a formatting that were handed out, and the text that they make. */
export interface Formatted extends Applied {
  readonly after: string;
}

/** The protocol does not say whether a formatting was applied: it was, where the document's next text is just what it makes. */
export function afterFormatting(session: Session, { uri, text }: OpenDocument): void {
  const offered = session.formatted.get(uri);
  session.formatted.delete(uri);
  if (offered && text.length === offered.after.length && text.toString() === offered.after)
    void writeDown(session, offered);
}

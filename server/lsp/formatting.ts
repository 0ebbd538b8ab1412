import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { reflow } from '../features/formatting';
import { spanIn, textEditsOf } from './convert';
import type { OpenDocument } from './document';
import { contextOf, type Session } from './session';

export const formatting = (session: Session, document: OpenDocument, _params: DocumentFormattingParams): TextEdit[] =>
  textEditsOf(
    document.text,
    reflow(contextOf(session, document), undefined, session.notes.of(document.uri).dismissals),
  );

export const rangeFormatting = (
  session: Session,
  document: OpenDocument,
  { range }: DocumentRangeFormattingParams,
): TextEdit[] =>
  textEditsOf(
    document.text,
    reflow(contextOf(session, document), spanIn(document.text, range), session.notes.of(document.uri).dismissals),
  );

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { misread } from '../text/misread';
import type { Text } from '../text/text';
import { message, say, type Words } from '../text/words';
import type { OpenDocument } from './document';
import { type WrongEncodingParams, wrongEncoding } from './requests';
import type { Session } from './session';

// A document opened in the wrong encoding: saving any change would destroy its file. So nothing is offered that changes it.

const known = new WeakMap<Text, boolean>();

export function isMisread({ text }: { readonly text: Text }): boolean {
  const seen = known.get(text) ?? misread(text);
  known.set(text, seen);
  return seen;
}

/** Answers with nothing where a document was misread: `answer` would change it. `misreadDiagnostic` says why. */
export const unlessMisread =
  <P, R>(none: R, answer: (session: Session, document: OpenDocument, params: P) => R | Promise<R>) =>
  (session: Session, document: OpenDocument, params: P): R | Promise<R> =>
    isMisread(document) ? none : answer(session, document, params);

/** The one problem of such a document; all others would only follow from it. */
export const misreadDiagnostic = ({ client }: Session): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
  severity: DiagnosticSeverity.Error,
  source: 'galley',
  code: 'wrong-encoding',
  message: say(client.language, message(WRONG)),
});

/** Tells the client once when a document turns out to be misread, and again when it is not any more. */
export async function tellMisread(session: Session, document: OpenDocument): Promise<void> {
  const { uri } = document;
  const wrong = isMisread(document);
  if (wrong === session.misread.has(uri) || !session.client.showsStories) return;
  if (wrong) session.misread.add(uri);
  else session.misread.delete(uri);
  const encoding = wrong ? ((await session.workspace.encodingByContent(uri)) ?? '') : null;
  const params: WrongEncodingParams = { uri, encoding };
  await session.connection.sendNotification(wrongEncoding, params);
}

const WRONG: Words = {
  en: 'This text was opened in the wrong encoding: saving it would destroy the file. Reopen it with the right encoding (in the status bar); until then Galley offers no fixes.',
  zh: '此文本以错误的编码打开，保存会毁坏文件。请（在状态栏中）用正确的编码重新打开；在此之前 Galley 不提供任何修复。',
};

import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type GenericRequestHandler,
  LSPErrorCodes,
  ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { message, say, type Words } from '../text/words';
import type { Client } from './client';
import type { OpenDocument } from './document';
import type { Session } from './session';

/** One editor feature: what the server offers for it, and how it is put on a connection. */
export interface Feature {
  offer(client: Client): ServerCapabilities;
  /** `session` gives undefined before `initialize`. */
  serve(connection: Connection, session: () => Session | undefined): void;
}

type Offer = ServerCapabilities | ((client: Client) => ServerCapabilities);
type Request<P, R> =
  | ProtocolRequestType<P, R, unknown, unknown, unknown>
  | ProtocolRequestType<P, R, never, unknown, unknown>;

/** A request of our own (`requests.ts`), by its name. */
export const own = <P, R>(method: string): ProtocolRequestType<P, R, never, void, void> =>
  new ProtocolRequestType(method);

/** A feature whose request names no document. */
export function feature<P, R>(
  type: Request<P, R>,
  offer: Offer,
  answer: (session: Session, params: P, token: CancellationToken) => R | Promise<R>,
): Feature {
  return {
    offer: typeof offer === 'function' ? offer : () => offer,
    serve(connection, session) {
      const handler: GenericRequestHandler<unknown, unknown> = (params: P, token: CancellationToken) =>
        honest(session(), type.method, token, (known) => answer(known, params, token));
      connection.onRequest(type.method, handler);
    },
  };
}

/** A feature of one open document. Of a document that is not open, or was edited meanwhile, there is nothing true to say. */
export function documentFeature<P extends { textDocument: { uri: string } }, R>(
  type: Request<P, R>,
  offer: Offer,
  answer: (session: Session, document: OpenDocument, params: P, token: CancellationToken) => R | Promise<R>,
): Feature {
  return feature(type, offer, async (session, params, token) => {
    await session.notes.ready(params.textDocument.uri);
    const document = session.documents.get(params.textDocument.uri);
    if (!document)
      throw new ResponseError(LSPErrorCodes.ContentModified, say(session.client.language, message(NOT_OPEN)));
    const result = await answer(session, document, params, token);
    if (session.documents.get(params.textDocument.uri) === document) return result;
    throw new ResponseError(LSPErrorCodes.ContentModified, say(session.client.language, message(EDITED)));
  });
}

/** Answers, or says in one line why not: a cancelled request is no empty answer, and a fault is no stack trace. */
async function honest<R>(
  session: Session | undefined,
  method: string,
  token: CancellationToken,
  answer: (session: Session) => R | Promise<R>,
): Promise<R | ResponseError> {
  if (!session) return new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize first');
  const { language } = session.client;
  const cancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, say(language, message(CANCELLED)));
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await answer(session);
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    if (token.isCancellationRequested) return cancelled();
    if (error instanceof ResponseError) return error;
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    session.connection.console.error(`${method}: ${reason}`);
    return new ResponseError(ErrorCodes.InternalError, say(language, message(FAILED, method, reason)));
  }
}

const NOT_OPEN: Words = { en: 'The document is not open.', zh: '该文档未打开。' };
const EDITED: Words = { en: 'The document was edited meanwhile.', zh: '文档在此期间已被修改。' };
const CANCELLED: Words = { en: 'Cancelled.', zh: '已取消。' };
const FAILED: Words = { en: 'Galley could not answer {0}: {1}', zh: 'Galley 无法完成 {0}：{1}' };

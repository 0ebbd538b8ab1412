import { diagnostics } from './diagnostics';
import type { Session } from './session';

/** How long typing must rest before problems are sent unasked. */
const REST_MS = 200;

/** Sends problems to a client that does not ask for them. */
export interface Push {
  /** This document's, when typing rests. */
  soon(uri: string): void;
  /** Those of every open document, when typing rests. */
  all(): void;
  /** None any more. */
  closed(uri: string): void;
}

export function push(session: Session): Push {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const { connection, documents } = session;

  async function send(uri: string): Promise<void> {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    try {
      const items = await diagnostics(session, document);
      if (documents.get(uri) === document)
        await connection.sendDiagnostics({ uri, version: document.version, diagnostics: items });
    } catch (error) {
      connection.console.error(`diagnostics: ${error instanceof Error ? error.message : error}`);
    }
  }

  function soon(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => void send(uri), REST_MS),
    );
  }

  return {
    soon,
    all: () => documents.all().forEach(({ uri }) => void soon(uri)),
    closed(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

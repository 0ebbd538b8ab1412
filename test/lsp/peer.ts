import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { connect } from '../../server/lsp/connect';

/** A client that can everything the server uses; tests take things away. */
export const able: ClientCapabilities = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
};

export interface Wish {
  readonly capabilities?: ClientCapabilities;
  readonly initialize?: Partial<InitializeParams>;
  /** The server's disk: contents by URI. */
  readonly disk?: Map<string, string>;
}

/** The other end of a server that runs in this process. */
export interface Peer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly log: string[];
  /** Diagnostics that came unasked, the latest for each document. */
  readonly pushed: Map<string, Diagnostic[]>;
  open(uri: string, text: string, version?: number): Promise<void>;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** Any request about a document. */
  ask<R>(method: string, uri: string, params?: object): Promise<R>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function meet({ capabilities = able, initialize = {}, disk = new Map() }: Wish = {}): Promise<Peer> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  // The real connection ends the process with its client; here it is the tests' own.
  server.onExit(() => undefined);
  connect(server, {
    version: '0.0.0',
    disk: {
      list: async (folder) => [...disk.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder),
      read: async (uri) =>
        new TextEncoder().encode(disk.get(uri) ?? (Promise.reject(new Error('no such file')) as never)),
    },
  });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const pushed = new Map<string, Diagnostic[]>();
  const log: string[] = [];
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }) => void pushed.set(uri, diagnostics),
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    ...initialize,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    pushed,
    open: (uri, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'newspaper', version, text },
      }),
    change: (uri, version, ...contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    ask: (method, uri, params = {}) => connection.sendRequest(method, { textDocument: { uri }, ...params }),
    async [Symbol.asyncDispose]() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      server.dispose();
    },
  };
}

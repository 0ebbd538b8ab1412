import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { connect } from '../../server/lsp/connect';
import type { Feature } from '../../server/lsp/feature';
import { features } from '../../server/lsp/features';
import type { Files, Store } from '../../server/lsp/files';

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
  readonly disk?: ReadonlyMap<string, string>;
  /** The server's disk, where contents alone do not do. */
  readonly files?: Files;
  /** Where the server stores its index. */
  readonly store?: Store;
  /** What the client answers for `galley`, for any document. */
  readonly configuration?: (section?: string) => unknown;
  /** Features for this test alone, beside the server's own. */
  readonly extra?: readonly Feature[];
}

/** The other end of a server that runs in this process. */
export interface Bare {
  readonly connection: ProtocolConnection;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Peer extends Bare {
  readonly initialized: InitializeResult;
  /** Errors and warnings that the server logged. */
  readonly log: readonly string[];
  /** Diagnostics that came unasked, the latest for each document. */
  readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>;
  /** How often the server asked to pull again. */
  refreshed(): number;
  open(uri: string, text: string, version?: number): Promise<void>;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** Any request about a document. */
  ask<R>(method: string, uri: string, params?: object): Promise<R>;
}

/** A server that was told nothing yet. */
export function unmet({ disk = new Map(), files = filesIn(disk), store, extra = [] }: Wish = {}): Bare {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const host = { version: '0.0.0', disk: files, store: store && (() => store) };
  connect(server, host, [...features, ...extra]);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.listen();
  return {
    connection,
    async [Symbol.asyncDispose]() {
      connection.dispose();
      server.dispose();
    },
  };
}

export async function meet(wish: Wish = {}): Promise<Peer> {
  const bare = unmet(wish);
  const { connection } = bare;
  const pushed = new Map<string, readonly Diagnostic[]>();
  const log: string[] = [];
  let refreshed = 0;
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }) => void pushed.set(uri, diagnostics),
  );
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type <= MessageType.Warning) log.push(message);
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshed++);
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => wish.configuration?.(section) ?? null),
  );
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: wish.capabilities ?? able,
    ...wish.initialize,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    log,
    pushed,
    refreshed: () => refreshed,
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
      await bare[Symbol.asyncDispose]();
    },
  };
}

const filesIn = (disk: ReadonlyMap<string, string>): Files => ({
  async list(folder) {
    const inside = [...disk.keys()].filter((uri) => uri.startsWith(`${folder}/`));
    const names = new Set(inside.map((uri) => uri.slice(folder.length + 1).split('/')[0]));
    return [...names].map((name) => ({ uri: `${folder}/${name}`, folder: !disk.has(`${folder}/${name}`) }));
  },
  async stat(uri) {
    const content = disk.get(uri);
    const folder = content === undefined && [...disk.keys()].some((other) => other.startsWith(`${uri}/`));
    if (content === undefined && !folder) throw new Error('no such file');
    return { folder, size: content?.length ?? 0, mtime: Date.now() };
  },
  async read(uri) {
    const content = disk.get(uri);
    if (content === undefined) throw new Error('no such file');
    return new TextEncoder().encode(content);
  },
});

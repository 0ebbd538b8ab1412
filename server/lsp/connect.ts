import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { clientOf } from './client';
import { changedDocument, openDocument } from './document';
import type { Feature } from './feature';
import { features } from './features';
import { type Files, filesOf } from './files';
import { type Push, push } from './push';
import type { Session } from './session';
import { SettingsOfDocuments } from './settings';
import { Workspace } from './workspace';

/** How long changes may gather before the client is told. */
const REST_MS = 100;

/** What an entry brings from the outside world. */
export interface Host {
  /** The files of this machine, for `file:` URIs; missing in a web worker. */
  readonly disk?: Files;
  readonly version: string;
}

/** Puts the whole server on a connection and starts to listen: the one place where its parts meet. */
export function connect(connection: Connection, host: Host, offered: readonly Feature[] = features): void {
  const documents = new TextDocuments({
    create: openDocument,
    update: changedDocument,
  });
  let session: Session | undefined;
  let pushed: Push | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    const settings = new SettingsOfDocuments(connection, client);
    const workspace = new Workspace({
      files: filesOf(host.disk, client, connection),
      documents,
      changed: othersChanged,
      log: (line) => session && connection.console.info(line),
    });
    session = { client, connection, documents, settings, workspace };
    pushed = client.pullDiagnostics ? undefined : push(session);
    const serverInfo = { name: 'galley', version: host.version };
    return { capabilities: capabilities(offered.map((feature) => feature.offer(client))), serverInfo };
  });

  connection.onInitialized(async () => {
    if (session?.client.configuration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'galley' });
    if (session?.client.watchedFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{txt,news,TXT,NEWS}' }],
      });
  });

  connection.onShutdown(() => {
    session = undefined;
    pushed = undefined;
  });

  /** What is shown rests on more than its own document, and that changed. */
  const othersChanged = gathered(() => {
    pushed?.all();
    const { languages } = connection;
    if (session?.client.refreshDiagnostics) languages.diagnostics.refresh().catch(() => undefined);
    if (session?.client.refreshHints) languages.inlayHint.refresh().catch(() => undefined);
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session?.settings.changed(settings);
    othersChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted);
    session?.workspace.removed(gone.map(({ uri }) => uri));
    const here = changes.filter(({ type }) => type !== FileChangeType.Deleted);
    return session?.workspace.refresh(here.map(({ uri }) => uri));
  });

  documents.onDidOpen(({ document }) => session?.workspace.opened(document));
  documents.onDidChangeContent(({ document }) => {
    session?.workspace.changed(document);
    pushed?.soon(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    session?.settings.closed(uri);
    pushed?.closed(uri);
    void session?.workspace.closed(uri);
  });

  documents.listen(connection);
  for (const feature of offered) feature.serve(connection, () => session);
  connection.listen();
}

const capabilities = (offers: readonly ServerCapabilities[]): ServerCapabilities =>
  Object.assign(
    { positionEncoding: PositionEncodingKind.UTF16, textDocumentSync: TextDocumentSyncKind.Incremental },
    ...offers,
  );

/** Acts once for a run of calls. */
function gathered(act: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      act();
    }, REST_MS);
  };
}

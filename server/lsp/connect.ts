import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeResult,
  type MessageStrategy,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { say } from '../text/words';
import { hear } from './breath';
import { uncheck } from './checkWorkspace';
import { clientOf } from './client';
import { type Digests, digestsHere } from './digested';
import { changedDocument, openDocument } from './document';
import { encodingNamed } from './encodings';
import type { Feature } from './feature';
import { features } from './features';
import { clientStore, type Files, filesOf, type Store } from './files';
import { afterFormatting } from './formatting';
import { indexing } from './indexing';
import { isOfNotes, keepingOf } from './keeping';
import { Memory } from './memory';
import { isMisread, tellMisread } from './misreading';
import { NotesOfDocuments } from './notes';
import { type Push, push } from './push';
import * as requests from './requests';
import type { Session } from './session';
import { AREA_SECTIONS, SettingsOfDocuments } from './settings';
import { fileOf } from './uris';
import { Workspace } from './workspace';

/** How long changes may gather before the client is told. */
const REST_MS = 100;

/** What an entry brings from the outside world. */
export interface Host {
  /** The files of this machine, for `file:` URIs; missing in a web worker. */
  readonly disk?: Files;
  /** A store in a folder of this machine, by its `file:` URI. */
  readonly store?: (folder: string) => Store;
  /** Other threads that make digests; without them it is done between two requests. */
  readonly digests?: (files: Files) => Digests;
  readonly version: string;
}

/** How a connection is to handle messages that `connect` is put on. */
export const messageStrategy: MessageStrategy = {
  handleMessage(message, next) {
    hear();
    return next(message);
  },
};

/** Puts the whole server on a connection and starts to listen: the one place where its parts meet. */
export function connect(connection: Connection, host: Host, offered: readonly Feature[] = features): void {
  const documents = new TextDocuments({
    create: openDocument,
    update: changedDocument,
  });
  let session: Session | undefined;
  let folders: readonly string[] = [];
  let pushed: Push | undefined;

  function storeOf(storage: string | null): Store | null {
    if (storage === 'client') return clientStore(connection);
    return storage?.startsWith('file:') && host.store ? host.store(storage) : null;
  }

  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    const settings = new SettingsOfDocuments(connection, client);
    const log = (line: string) => session && connection.console.info(line);
    const files = filesOf(host.disk, client, connection);
    const workspace = new Workspace({
      files,
      digests: (host.digests ?? digestsHere)(files),
      memory: new Memory(storeOf(client.storage), host.version, log),
      documents,
      areaOf: (folder) => settings.areaOf(folder),
      said: (file, folder) => notes.said(file, folder),
      emptied: () => notes.ledgers.emptied(),
      notesOf: (file) => notes.fresh(file),
      changed: othersChanged,
      log,
    });
    const index = indexing({ client, connection, settings, workspace });
    folders = client.folders.map(fileOf);
    const notes = new NotesOfDocuments({
      ...keepingOf(client, connection, host.store),
      files,
      documents,
      folders: () => folders,
      renoted: (document) => workspace.changed(document),
      changed: notesChanged,
      heard: () => void index.renoted(),
      tell: (kind, what) => shownAs[kind](connection.window, say(client.language, what)),
    });
    session = {
      client,
      connection,
      documents,
      settings,
      notes,
      workspace,
      index,
      checked: new Set(),
      formatted: new Map(),
      misread: new Set(),
    };
    pushed = client.pullDiagnostics ? undefined : push(session);
    const serverInfo = { name: 'galley', version: host.version };
    return { capabilities: capabilities(offered.map((feature) => feature.offer(client))), serverInfo };
  });

  connection.onInitialized(async () => {
    const { client } = session ?? {};
    void session?.index.start();
    if (client?.configuration) {
      const section = ['galley', ...AREA_SECTIONS];
      await connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    // All files and not only texts: of a folder that goes or comes, no other event may tell.
    if (client?.watchedFiles)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      });
  });

  connection.onShutdown(async () => {
    await session?.index.stop();
    session = undefined;
    pushed = undefined;
  });

  /** What is shown rests on more than its own document, and that changed. */
  const othersChanged = gathered(() => {
    pushed?.all();
    const { languages } = connection;
    if (session?.client.showsStories) void connection.sendNotification(requests.issueChanged);
    if (session?.client.refreshDiagnostics) languages.diagnostics.refresh().catch(() => undefined);
    if (session?.client.refreshHints) languages.inlayHint.refresh().catch(() => undefined);
    if (session?.client.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });

  /** Documents are read in another way, though neither they nor their settings changed. */
  function notesChanged(): void {
    if (!session) return;
    const { client, settings } = session;
    settings.generation++;
    if (client.keepsNotes) void connection.sendNotification(requests.notesChanged);
    if (client.refreshTokens) connection.languages.semanticTokens.refresh().catch(() => undefined);
    if (client.refreshFolds) connection.languages.foldingRange.refresh().catch(() => undefined);
    othersChanged();
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    session?.settings.changed(settings);
    othersChanged();
    void session?.index.start();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (session) {
      const { archive } = session.workspace;
      const uris = changes.map(({ uri }) => uri);
      // Not only the ledgers themselves: a folder that came or went may have one.
      const others = uris.map(fileOf).filter((file) => isOfNotes(file) || !archive.concerns(file));
      session.index.awaits(session.notes.refresh(others));
      uncheck(session, uris);
    }
    return session?.index.watched(changes);
  });
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    const gone = new Set(event.removed.map(({ uri }) => fileOf(uri)));
    folders = [...folders.filter((folder) => !gone.has(folder)), ...event.added.map(({ uri }) => fileOf(uri))];
    session?.index.folders(event);
  });

  documents.onDidOpen(({ document }) => {
    if (session) uncheck(session, [document.uri]);
    session?.workspace.opened(document);
    session?.index.awaits(session.notes.ready(document.uri));
  });
  documents.onDidChangeContent(({ document }) => {
    session?.workspace.changed(document);
    pushed?.soon(document.uri);
    if (!session) return;
    afterFormatting(session, document);
    void tellMisread(session, document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    session?.settings.closed(uri);
    session?.notes.closed(uri);
    session?.misread.delete(uri);
    session?.formatted.delete(uri);
    pushed?.closed(uri);
    void session?.index.closed(uri);
  });

  connection.onNotification(requests.openedIn, ({ uri, encoding }: requests.OpenedInParams) => {
    const document = documents.get(uri);
    if (document) session?.workspace.openedAs(uri, isMisread(document) ? null : encodingNamed(encoding));
  });

  documents.listen(connection);
  for (const feature of offered) feature.serve(connection, () => session);
  connection.listen();
}

const capabilities = (offers: readonly ServerCapabilities[]): ServerCapabilities =>
  Object.assign(
    {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: TextDocumentSyncKind.Incremental,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    ...offers,
  );

const shownAs = {
  info: (window: Connection['window'], words: string) => void window.showInformationMessage(words),
  warning: (window: Connection['window'], words: string) => void window.showWarningMessage(words),
  error: (window: Connection['window'], words: string) => void window.showErrorMessage(words),
};

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

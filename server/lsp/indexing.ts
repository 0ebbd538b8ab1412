import { CancellationTokenSource, type FileEvent, type WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { type Message, message, say, type Words } from '../text/words';
import { withProgress } from './progress';
import type { Session } from './session';
import { warmed } from './symbols';
import { fileOf, reason } from './uris';

/** Keeps the index at what the workspace is: reads it in the background, follows its files, folders and settings. */
export interface Indexing {
  /** Looks at everything (again); a run under way is ended first. Never rejects. */
  start(): Promise<void>;
  folders(event: WorkspaceFoldersChangeEvent): void;
  watched(changes: readonly FileEvent[]): Promise<void>;
  closed(uri: string): Promise<void>;
  /** Something else was said of files. */
  renoted(): Promise<void>;
  /** Holds the index for unsettled until this is done, too. */
  awaits(work: Promise<void>): void;
  stop(): Promise<void>;
  /** Resolves when a run that was under way has ended; never rejects. */
  idle(): Promise<void>;
  /** Whether nothing waits to be read. */
  readonly settled: boolean;
  /** Whether a person stopped the last run before its end. */
  readonly stopped: boolean;
}

export function indexing(session: Pick<Session, 'client' | 'connection' | 'settings' | 'workspace'>): Indexing {
  const { client, connection, settings, workspace } = session;
  let folders = [...client.folders];
  let source = new CancellationTokenSource();
  let run: Promise<void> = Promise.resolve();
  let refreshing: Promise<void> = Promise.resolve();
  let busy = 0;
  let stopped = false;
  const told = new Set<string>();

  async function survey(own: CancellationTokenSource): Promise<void> {
    const { pattern, valid, source: path } = await settings.issuePath();
    if (!valid) connection.window.showWarningMessage(say(client.language, message(BAD_PATTERN, path)));
    workspace.reading(pattern);
    const since = performance.now();
    const ended = await withProgress(session, TITLE, (task) => workspace.survey(folders, task), own.token);
    const { size } = workspace.issue;
    const took = Math.round(performance.now() - since);
    connection.console.info(`index: ${size} files, ${took} ms, ${workspace.archive.read} read in all`);
    stopped = !ended && !own.token.isCancellationRequested;
    if (stopped) void offerToReadOn(size);
    if (!ended) return;
    tellLeftOut();
    void warmed(session);
  }

  async function offerToReadOn(size: number): Promise<void> {
    const words = say(client.language, message(CANCELLED, size));
    const title = say(client.language, READ_ON);
    const answer = await connection.window.showInformationMessage(words, { title }).catch(() => undefined);
    if (answer?.title === title && stopped) void start();
  }

  /** Once for each file: what is missing in the index must not be missed in silence. */
  function tellLeftOut(): void {
    const fresh = [...workspace.archive.leftOut.keys()].filter((file) => !told.has(file));
    for (const file of fresh) told.add(file);
    if (fresh.length > 0)
      connection.window.showWarningMessage(
        say(client.language, message(LEFT_OUT, fresh.length, decodeURIComponent(fresh[0].split('/').pop() ?? ''))),
      );
  }

  function start(): Promise<void> {
    source.cancel();
    const own = new CancellationTokenSource();
    source = own;
    run = counted(run.then(() => (own.token.isCancellationRequested ? undefined : survey(own))));
    return run;
  }

  async function counted(work: Promise<void>): Promise<void> {
    busy++;
    try {
      await work;
    } catch (error) {
      connection.console.error(`index: ${reason(error)}`);
    } finally {
      busy--;
    }
  }

  return {
    start,
    folders({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => fileOf(uri)));
      folders = [...folders.filter((uri) => !gone.has(fileOf(uri))), ...added.map(({ uri }) => uri)];
      void start();
    },
    watched(changes) {
      const uris = changes.map(({ uri }) => uri);
      if (uris.some((uri) => uri.endsWith('/.gitignore'))) void start();
      refreshing = counted(refreshing.then(() => workspace.refresh(uris)));
      return refreshing;
    },
    closed: (uri) => counted(workspace.closed(uri)),
    renoted: () => counted(workspace.reread()),
    awaits: (work) => void counted(work),
    idle: () => run,
    async stop() {
      source.cancel();
      await run;
      await workspace.keep();
    },
    get settled() {
      return busy === 0;
    },
    get stopped() {
      return stopped;
    },
  };
}

const TITLE: Message = message({ en: 'Galley: reading newspapers', zh: 'Galley：正在读取报纸' });
const CANCELLED: Words = {
  en: 'Galley stopped reading: {0} newspaper files are known, links and search do not reach the others.',
  zh: 'Galley 已停止读取：目前掌握 {0} 个报纸文件，转接与搜索不涉及其余文件。',
};
const READ_ON: Message = message({ en: 'Read On', zh: '继续读取' });
const LEFT_OUT: Words = {
  en: 'Galley left out {0} file(s) that are too large or cannot be read as text, such as {1}. The log names all of them.',
  zh: 'Galley 略过了 {0} 个过大或无法作为文本读取的文件，例如 {1}。日志中列有全部文件。',
};
const BAD_PATTERN: Words = {
  en: 'galley.issue.path is no regular expression and is ignored: {0}',
  zh: 'galley.issue.path 不是有效的正则表达式，已忽略：{0}',
};

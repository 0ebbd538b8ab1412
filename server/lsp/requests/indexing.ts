// What the client asks of the index, and the server tells of it.

/** Server → client: what the index knows became another; what is shown of several files may have changed. */
export const issueChanged = 'galley/issueChanged';

/** Client → server: finds the problems of every newspaper file, and sends them as diagnostics. */
export const checkWorkspace = 'galley/checkWorkspace';
export interface CheckWorkspaceResult {
  /** Files looked at, and all of them: fewer where it was cancelled. */
  readonly files: number;
  readonly of: number;
  readonly problems: number;
  /** Files that could not be read. */
  readonly unread: number;
}

/** Client → server: the state of the index. */
export const indexState = 'galley/index';
export interface IndexState {
  /** Whether no files are waiting to be read; if so because a person stopped the reading, `stopped`. */
  readonly settled: boolean;
  readonly stopped: boolean;
  /** Newspaper files known. */
  readonly files: number;
  /** Files read since the server started, and how often the issue became another one for other files. */
  readonly read: number;
  readonly changes: number;
  /** In this process: texts of documents and of files shown that were parsed, issues whose references were resolved. */
  readonly parsed: number;
  readonly resolved: number;
  /** Files left out, and why. */
  readonly leftOut: readonly { readonly uri: string; readonly reason: string }[];
}

/** Client → server: goes on reading where a person stopped it; resolves when everything was read. */
export const readOn = 'galley/readOn';

// What the client and the server ask of each other beyond the protocol: names and types only, shared by both.

/** What all requests about one file or folder carry. */
export interface FileParams {
  readonly uri: string;
}

/** Server → client: what lies directly in a folder, for folders that are not on the server's disk. */
export const listFiles = 'galley/files/list';
export type ListFilesResult = readonly Listed[];
export interface Listed {
  readonly uri: string;
  readonly folder: boolean;
}

/** Server → client: a file's state; an error response where there is none. */
export const statFile = 'galley/files/stat';
export interface StatFileResult {
  readonly folder: boolean;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** Server → client: a file's bytes in base64; an error response where it cannot be read. */
export const readFile = 'galley/files/read';
export type ReadFileResult = string;

/** Server → client: the stored index, by the names of its parts, where the server has no disk. Contents are base64. */
export const listStored = 'galley/stored/list';
export const readStored = 'galley/stored/read';
export const writeStored = 'galley/stored/write';
export const removeStored = 'galley/stored/remove';
export interface StoredParams {
  readonly name: string;
  /** With `writeStored` only. */
  readonly content?: string;
}

/** Client → server: in which encoding (by the editor's name for it) a document was opened, where the editor tells. */
export const openedIn = 'galley/openedIn';
export interface OpenedInParams {
  readonly uri: string;
  readonly encoding: string;
}

/** Server → client: whether a document was opened in the wrong encoding; sent when that changes. */
export const wrongEncoding = 'galley/wrongEncoding';
export interface WrongEncodingParams {
  readonly uri: string;
  /** The likely right one by its WHATWG name, empty where there is no telling; null once the document is as it should be. */
  readonly encoding: string | null;
}

/** Client → server: an article joined over all its pages; null where it is not known (any more). */
export const wholeStory = 'galley/wholeStory';
export interface WholeStoryParams {
  readonly uri: string;
  /** The article's id (a code lens gives it), or any line of it. */
  readonly article: string | number;
}
export interface WholeStoryResult {
  readonly title: string;
  /** Clean text: nothing but the story's words. */
  readonly text: string;
  readonly article: string;
  readonly parts: readonly {
    readonly uri: string;
    /** As printed, or empty. */
    readonly page: string;
    /** Lines of its own file, the first and the last, 0-based. */
    readonly first: number;
    readonly last: number;
    /** The line of `text` that it begins on, 0-based. */
    readonly line: number;
    /** False where its file could not be read: its words are missing. */
    readonly found: boolean;
  }[];
}

/** Server → client: what the index knows became another; what is shown of several files may have changed. */
export const issueChanged = 'galley/issueChanged';

/** Client → server: finds the problems of every newspaper file, and sends them as diagnostics. */
export const checkWorkspace = 'galley/checkWorkspace';
export interface CheckWorkspaceResult {
  readonly files: number;
  readonly problems: number;
  /** Files that could not be read. */
  readonly unread: number;
}

/** Client → server: the state of the index. */
export const indexState = 'galley/index';
export interface IndexState {
  /** Whether no files are waiting to be read. */
  readonly settled: boolean;
  /** Newspaper files known. */
  readonly files: number;
  /** Files read since the server started, and how often the issue became another one for other files. */
  readonly read: number;
  readonly changes: number;
  /** Files left out, and why. */
  readonly leftOut: readonly { readonly uri: string; readonly reason: string }[];
}

/** `initializationOptions`: what the client can do beyond the protocol. */
export interface InitializationOptions {
  /** It answers `galley/files/…`. */
  readonly readsFiles?: boolean;
  /** Where the index may be stored: a folder's `file:` URI; or `client` where it answers `galley/stored/…`. */
  readonly storage?: string;
  /** It has the command `galley.wholeStory`, which takes a URI and an article's id. */
  readonly showsStories?: boolean;
}

/** Lines and characters as the protocol counts them. */
interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Client → server: where the next article or headline begins; null where there is none. */
export const nextStop = 'galley/nextStop';
export interface NextStopParams extends OfDocument {
  readonly position: Position;
  readonly stop: 'article' | 'headline';
  readonly direction: 'next' | 'previous';
}
export type NextStopResult = Position | null;

/** Client → server: the sentence, paragraph or article at each place; null where there is none. */
export const unitsAt = 'galley/unitsAt';
export interface UnitsAtParams extends OfDocument {
  readonly positions: readonly Position[];
  readonly unit: 'sentence' | 'paragraph' | 'article';
}
export type UnitsAtResult = readonly (Range | null)[];

/** Client → server: the edits that let an article change places with its neighbour; null where it has none on its page. */
export const moveArticle = 'galley/moveArticle';
export interface MoveArticleParams extends OfDocument {
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}
export interface MovedArticle {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** By how many lines the article comes to stand lower, or, negative, higher. */
  readonly lines: number;
}
export type MoveArticleResult = MovedArticle | null;

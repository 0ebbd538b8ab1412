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

/** `initializationOptions`: what the client can do beyond the protocol. */
export interface InitializationOptions {
  /** It answers `galley/files/…`. */
  readonly readsFiles?: boolean;
  /** Where the index may be stored: a folder's `file:` URI; or `client` where it answers `galley/stored/…`. */
  readonly storage?: string;
  /** It has the command `galley.wholeStory`, which takes a URI and an article's id. */
  readonly showsStories?: boolean;
  /** It answers `galley/files/write` and keeps notes for texts without a folder. */
  readonly keepsNotes?: boolean;
  /** Where it opens the rules' pages: a URI's beginning, to which `CODE.md` or `CODE.zh-cn.md` is added. */
  readonly rulePages?: string;
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

/** What an overview is narrowed to: articles with these words in their head or bylines; and only those with problems. */
export interface Filter {
  readonly words?: string;
  readonly withProblems?: boolean;
}

/** Client → server: every issue (one day's paper) known, the latest first; those that hold an article with the words. */
export const editions = 'galley/editions';
export interface EditionsParams {
  readonly filter?: Filter;
}
export interface EditionSummary {
  readonly key: string;
  /** ISO 8601. */
  readonly date: string | null;
  readonly paper: string | null;
  readonly pages: number;
  readonly articles: number;
  readonly characters: number;
}
export type EditionsResult = readonly EditionSummary[];

/** Client → server: the pages of one issue, named by its key or by one of its files; null where it is not known. */
export const edition = 'galley/edition';
export interface EditionParams {
  readonly key?: string;
  readonly uri?: string;
  readonly filter?: Filter;
}
export interface EditionResult extends EditionSummary {
  readonly leaves: readonly PageOverview[];
  /** Weighed errors for each 10,000 characters. */
  readonly errorRate: number;
  readonly problems: number;
}
export interface PageOverview {
  readonly uri: string;
  /** As printed or told by the path; empty where neither tells. */
  readonly label: string;
  readonly name: string | null;
  /** Its first and last line, 0-based. */
  readonly first: number;
  readonly last: number;
  readonly characters: number;
  readonly problems: number;
  readonly errorRate: number;
  readonly articles: readonly ArticleOverview[];
}
export interface ArticleOverview {
  readonly id: string;
  readonly name: string;
  /** False where the name is only its first words. */
  readonly titled: boolean;
  readonly people: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly characters: number;
  readonly errorRate: number;
  readonly problems: readonly { readonly line: number; readonly severity: string }[];
  readonly parts: readonly {
    readonly kind: 'section' | 'subhead' | 'caption';
    readonly name: string;
    readonly line: number;
  }[];
  /** Where it goes on. */
  readonly continues: readonly { readonly uri: string; readonly id: string }[];
}

/** Client → server: an article (by its id, or any of its lines) in a form to be copied; null where there is none. */
export const copied = 'galley/copied';
export interface CopiedParams {
  readonly uri: string;
  readonly article: string | number;
  /** Clean text, GB/T 7714, CSL-JSON, or what a link needs: the article's id. */
  readonly form: 'text' | 'gbt7714' | 'csl' | 'id';
}
export type CopiedResult = string | null;

/** Client → server: articles as a file of their own, their broken lines joined; null where there are none. */
export const exported = 'galley/exported';
export interface ExportedParams {
  /** An issue by its key, or what begins on some lines of a file (0-based). */
  readonly of: { readonly key: string } | { readonly uri: string; readonly first: number; readonly last: number };
  readonly format: 'json' | 'ndjson' | 'markdown' | 'text';
}
export type ExportedResult = string | null;

/** Client → server: the lines (0-based) of an article by its id; null where there is none. */
export const articleLines = 'galley/articleLines';
export interface ArticleLinesParams {
  readonly uri: string;
  readonly article: string;
}
export type ArticleLinesResult = { readonly first: number; readonly last: number } | null;

/** Client → server: every certain fix of what begins on these lines, as edits of the file as it stands. */
export const certainFixes = 'galley/certainFixes';
export interface CertainFixesParams {
  readonly uri: string;
  readonly first: number;
  readonly last: number;
}
export interface CertainFixesResult {
  readonly problems: number;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** The argument that `galley.log` wants once they are applied; undefined where nobody wants a log. */
  readonly log?: object;
}

/** Server → client: writes a file of notes, and the folders above it; an error response where that cannot be. */
export const writeFile = 'galley/files/write';
export interface WriteFileParams extends FileParams {
  readonly content: string;
}

/** Server → client: the ledger that the editor itself keeps for the workspace, for texts without a folder; as one string. */
export const recallNotes = 'galley/notes/recall';
export const rememberNotes = 'galley/notes/remember';
export interface RememberNotesParams {
  readonly content: string;
}

/** Server → client: how documents are read became another, as something was said of them. */
export const notesChanged = 'galley/notes/changed';

/** Client → server: what was said of the texts of the workspace and of the open documents, the latest first. */
export const listNotes = 'galley/notes/list';
export type ListNotesResult = readonly ListedNote[];
export interface ListedNote {
  readonly id: string;
  /** The folder whose ledger holds it; null for the editor's own. */
  readonly folder: string | null;
  /** When it was said: ISO 8601. */
  readonly at: string;
  readonly words: string;
  /** The file or folder that it is about, as the ledger names it. */
  readonly about: string;
  /** The file, and of an open one the line now (0-based), null where that is not found any more. */
  readonly uri?: string;
  readonly line?: number | null;
}

/** Client → server: takes notes back. */
export const removeNotes = 'galley/notes/remove';
export interface RemoveNotesParams {
  readonly folder: string | null;
  readonly ids: readonly string[];
}

/** Client → server: takes back what was said last beside a document; answers what it was, in words. */
export const undoNote = 'galley/notes/undo';
export type UndoNoteResult = readonly string[];

/** Client → server: what makes sense to say of a line; `galley.note` with the argument keeps it. */
export const sayingsAt = 'galley/notes/sayings';
export interface SayingsAtParams extends OfDocument {
  readonly line: number;
}
export type SayingsAtResult = readonly { readonly says: string; readonly title: string; readonly note: object }[];

/** Client → server: the problems of an open document as it stands, in the order of the text. */
export const problemsOf = 'galley/problems';
export type ProblemsOfParams = OfDocument;
export type ProblemsOfResult = readonly {
  readonly code: string;
  readonly message: string;
  readonly severity: string;
  readonly range: Range;
}[];

/** Client → server: what can be done about one problem of an open document. */
export const choicesOf = 'galley/choices';
export interface ChoicesOfParams extends OfDocument {
  /** The problem's own, as `galley/problems` has them. */
  readonly range: Range;
  readonly code: string;
}
export interface ChoicesOfResult {
  /** The preferred one first, then those of all like it. */
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    /** The argument that `galley.log` wants once it is applied; undefined where nobody wants a log. */
    readonly log?: object;
  }[];
  /** Ways to say that it is none: `galley.note` with the argument keeps it, and answers a `KeptNote`. */
  readonly dismissals: readonly { readonly scope: string; readonly title: string; readonly note: object }[];
}

/** What `galley.note` answers: where it was kept, and what `galley/notes/remove` takes back. Null where nothing was. */
export type KeptNote = RemoveNotesParams | null;

// What the client asks of single articles: the whole story, copies, exports.

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
  /** The coloured words of `text`, by UTF-16 offsets; their types are those of the semantic tokens. */
  readonly tokens: readonly { readonly from: number; readonly to: number; readonly type: string }[];
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

// What requests have in common, and what the client tells of itself at the start.

export type { Position, Range } from '../../text/range';

/** What all requests about one file or folder carry. */
export interface FileParams {
  readonly uri: string;
}

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

export interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

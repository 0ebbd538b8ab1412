// What the client asks of the problems of a document.

import type { OfDocument, Range } from './shared';

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
  /** The text that they are edits of: a file that is not open in the editor may be decoded otherwise there. */
  readonly text: string;
  /** The argument that `galley.log` wants once they are applied; undefined where nobody wants a log. */
  readonly log?: object;
}

/** Client → server: the problems of an open document as it stands, in the order of the text. */
export const problemsOf = 'galley/problems';
export type ProblemsOfParams = OfDocument;
export type ProblemsOfResult = readonly {
  readonly code: string;
  /** What its rule is called, and the address of the rule's page. */
  readonly rule: string;
  readonly page?: string;
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

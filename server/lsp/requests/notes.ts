// What the client asks of the notes: what people said of their texts.

import type { OfDocument } from './shared';

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

/** Client → server: of notes that were kept, how many still stand: anybody may have taken them back. */
export const countNotes = 'galley/notes/count';
export interface CountNotesParams {
  readonly kept: readonly RemoveNotesParams[];
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

/** What `galley.note` answers: where it was kept, and what `galley/notes/remove` takes back. Null where nothing was. */
export type KeptNote = RemoveNotesParams | null;

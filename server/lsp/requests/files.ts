// What the server asks of the client where it has no disk: files, the stored index, notes.

import type { FileParams } from './shared';

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

/** Server → client: those of these files that nobody may write into, as far as the client can tell. */
export const readOnlyFiles = 'galley/files/readOnly';
export interface ReadOnlyFilesParams {
  readonly uris: readonly string[];
}

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

/** Server → client: writes a file of notes, and the folders above it; an error response where that cannot be. */
export const writeFile = 'galley/files/write';
export interface WriteFileParams extends FileParams {
  readonly content: string;
}

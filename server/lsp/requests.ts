// What the client and the server ask of each other beyond the protocol: names and types only, shared by both.

/** Server → client: the files directly in a folder, for folders that are not on the server's disk. */
export const listFiles = 'galley/files/list';
export interface ListFilesParams {
  /** The folder. */
  readonly uri: string;
}
/** URIs. */
export type ListFilesResult = string[];

/** Server → client: a file's bytes in base64; an error response where it cannot be read. */
export const readFile = 'galley/files/read';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string;

/** `initializationOptions`: says that the two requests above are answered. */
export interface InitializationOptions {
  readonly readsFiles?: boolean;
}

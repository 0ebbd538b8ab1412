/** What the command line needs of the outside world; tests bring their own. */
export interface Io {
  /** A file's bytes, or standard input's for `-`; rejects with an error whose `code` is Node's (`ENOENT`, `EISDIR`, `EACCES` …). */
  read(path: string): Promise<Uint8Array>;
  /** The path from the root on. */
  absolute(path: string): string;
  /** Replaces a file's bytes, wholly or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to a file's end; makes it, and the folders above it, where it is not there. */
  append(path: string, text: string): Promise<void>;
  now(): Date;
  /** Standard output and standard error; resolve once more may be written. */
  out(text: string): Promise<void>;
  err(text: string): Promise<void>;
  /** The reader's locale as the environment gives it (`zh_CN.UTF-8`), or undefined. */
  readonly locale: string | undefined;
  readonly version: string;
}

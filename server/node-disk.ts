import * as fs from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Files, Store } from './lsp/files';
import { Pace } from './lsp/pace';
import type { StatFileResult } from './lsp/requests';

// `fs/promises` takes twice as long, through a handle for each file.
const readdir = promisify(fs.readdir);
const readFile = promisify(fs.readFile);
const stat = promisify(fs.stat);

/** The files of this machine. A link to a file counts as one; a link to a folder is not followed. */
export const disk: Files = {
  async list(folder) {
    const path = pathOf(folder);
    const base = folder.replace(/\/?$/, '/');
    const entries = await answered(
      () => fs.readdirSync(path, LISTED),
      () => readdir(path, LISTED),
      (found) => found.length,
    );
    return entries.map((entry) => ({ uri: base + escaped(entry.name), folder: entry.isDirectory() }));
  },
  async stat(uri) {
    const path = pathOf(uri);
    const found = await answered(
      () => fs.statSync(path),
      () => stat(path),
    );
    return lookedUp(found);
  },
  statNow(uri) {
    if (isSlow()) return undefined;
    try {
      const found = timed(() => fs.statSync(pathOf(uri), { throwIfNoEntry: false }));
      return found && lookedUp(found);
    } catch {
      return undefined;
    }
  },
  read: (uri) => readFile(pathOf(uri)),
};

const lookedUp = ({ mode, size, mtimeMs }: fs.Stats): StatFileResult => ({
  folder: (mode & KIND) === FOLDER,
  size,
  mtime: mtimeMs,
});

const LISTED = { withFileTypes: true } as const;
/** Bits of a file's mode: stat(2). */
const KIND = 0o170000;
const FOLDER = 0o040000;

const pace = new Pace();

/**
 * A disk that answers at once is asked directly: to hand a question over to a thread costs five times as much. A slow one,
 * such as a network's, is asked several things at a time and keeps nobody waiting.
 */
const answered = async <T>(directly: () => T, later: () => Promise<T>, things?: (found: T) => number): Promise<T> =>
  isSlow() ? later() : timed(directly, things);

const isSlow = (): boolean => pace.isSlow(performance.now());

function timed<T>(directly: () => T, things?: (found: T) => number): T {
  const asked = performance.now();
  let count = 1;
  try {
    const found = directly();
    count = things?.(found) ?? 1;
    return found;
  } finally {
    pace.answered(asked, performance.now(), count);
  }
}

/** The folder asked for last, and its path: what lies in one folder is asked for one after the other. */
let last = { folder: '', path: '' };

function pathOf(uri: string): string {
  const slash = uri.lastIndexOf('/') + 1;
  const folder = uri.slice(0, slash);
  const name = uri.slice(slash);
  if (!PLAIN.test(name)) return fileURLToPath(uri);
  if (folder !== last.folder) last = { folder, path: folderPath(folder) };
  return last.path + name;
}

/** A URI is taken apart in ten times as long as its escapes are undone, which is all that it takes where paths have slashes. */
const folderPath = (uri: string): string =>
  sep === '/' && SPELLED.test(uri) ? decodeURIComponent(uri.slice('file://'.length)) : fileURLToPath(uri);

/** A path's characters as `fileOf` spells them, and nothing that names a host, a query or a way up. */
const SPELLED = /^file:\/\/(?:\/(?!\.\.?\/)|[\w\-.~]|%20|%[C-E][\dA-F](?:%[89AB][\dA-F])+)+$/;

/** A name that stands in a path as it does in a URI. */
const PLAIN = /^[\w-][\w.-]*$/;

const escaped = (name: string): string =>
  PLAIN.test(name) ? name : pathToFileURL(`/${name}`).href.slice('file:///'.length);

/** A store in a folder, by its `file:` URI; made when first written to. A part is written beside its name and then renamed. */
export function diskStore(folder: string): Store {
  const path = fileURLToPath(folder);
  return {
    names: () => readdir(path),
    read: (name) => readFile(join(path, name)),
    async write(name, bytes) {
      await mkdir(path, { recursive: true });
      await writeFile(join(path, `${name}.new`), bytes);
      await rename(join(path, `${name}.new`), join(path, name));
    },
    remove: (name) => rm(join(path, name), { force: true }),
  };
}

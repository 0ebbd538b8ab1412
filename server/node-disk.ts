import * as fs from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Files, Store } from './lsp/files';

// Asked for ten thousand files at once; `fs/promises` takes three times as long.
const readdir = promisify(fs.readdir);
const stat = promisify(fs.stat);

/** The files of this machine. A link to a file counts as one; a link to a folder is not followed. */
export const disk: Files = {
  async list(folder) {
    const path = fileURLToPath(folder);
    const base = pathToFileURL(`${path}/`).href;
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ uri: base + escaped(entry.name), folder: entry.isDirectory() }));
  },
  async stat(uri) {
    const { size, mtimeMs, ...rest } = await stat(fileURLToPath(uri));
    return { folder: (rest.mode & KIND) === FOLDER, size, mtime: mtimeMs };
  },
  read: (uri) => readFile(fileURLToPath(uri)),
};

/** Bits of a file's mode: stat(2). */
const KIND = 0o170000;
const FOLDER = 0o040000;

const escaped = (name: string): string => pathToFileURL(`/${name}`).href.slice('file:///'.length);

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

import { abreast, breath } from './breath';
import type { Files } from './files';
import { type Admission, admission, type Scope, type ScopeSettings } from './scope';
import { fileOf, nameOf } from './uris';

/** A file that may come into the index. */
export interface Candidate {
  /** As `fileOf` spells it. */
  readonly file: string;
  readonly admission: Exclude<Admission, 'no'>;
}

export interface Watcher {
  /** Told the names of all that lies in a folder. */
  listed(folder: string, names: ReadonlySet<string>): void;
  /** Told which folder cannot be listed. */
  trouble(folder: string, error: unknown): void;
}

/** Folders listed at once. */
const LANES = 8;

/** The candidates among the files of a folder (as `fileOf` spells it) and of all folders in it, level by level. */
export async function* walk(
  files: Files,
  folder: string,
  scope: Scope,
  settings: ScopeSettings,
  watcher: Watcher,
): AsyncGenerator<readonly Candidate[]> {
  for (let level = [folder]; level.length > 0; ) {
    const found: Candidate[] = [];
    const deeper: string[] = [];
    await abreast(level, LANES, async (each) => {
      const listed = await files.list(each).catch((error) => watcher.trouble(each, error));
      if (!listed) return;
      const named = listed.map(({ uri, folder }) => ({ uri, folder, name: nameOf(uri) }));
      const names = new Set(named.map(({ name }) => name));
      watcher.listed(each, names);
      const leavesOut = await scope.within(each, names);
      for (const { uri, folder, name } of named) {
        const admitted = folder ? 'folder' : admission(uri, settings);
        if (admitted === 'no' || leavesOut(name, folder)) continue;
        if (admitted === 'folder') deeper.push(fileOf(uri));
        else found.push({ file: fileOf(uri), admission: admitted });
      }
      await breath();
    });
    yield found;
    level = deeper;
  }
}

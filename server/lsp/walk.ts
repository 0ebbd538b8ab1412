import { abreast, breath } from './breath';
import type { Files } from './files';
import { type Admission, admission, type Scope, type ScopeSettings } from './scope';
import { childOf, folderOf } from './uris';

/** A file that may come into the index. */
export interface Candidate {
  /** As `fileOf` spells it. */
  readonly file: string;
  /** As `folderOf` tells it. */
  readonly folder: string | null;
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
      const children = listed.map(({ uri }) => childOf(each, uri));
      const names = new Set(children.map(({ name }) => name));
      const own = children.length > 0 ? folderOf(children[0].file) : null;
      watcher.listed(each, names);
      const leavesOut = await scope.within(each, names);
      for (const [i, { file, name }] of children.entries()) {
        const { folder } = listed[i];
        const admitted = folder ? 'folder' : admission(file, settings, name);
        if (admitted === 'no' || leavesOut(name, folder)) continue;
        if (admitted === 'folder') deeper.push(file);
        else found.push({ file, folder: own, admission: admitted });
      }
      await breath();
    });
    yield found;
    level = deeper;
  }
}

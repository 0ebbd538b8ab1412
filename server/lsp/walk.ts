import { abreast } from './breath';
import type { Files } from './files';
import { type Admission, admission, type Scope, type ScopeSettings } from './scope';
import { fileOf } from './uris';

/** A file that may come into the index. */
export interface Candidate {
  /** As `fileOf` spells it. */
  readonly file: string;
  readonly admission: Exclude<Admission, 'no'>;
}

/** Folders listed at once. */
const LANES = 8;

/** The candidates among the files of a folder and of all folders in it; `trouble` is told which folder cannot be listed. */
export async function* walk(
  files: Files,
  folder: string,
  scope: Scope,
  settings: ScopeSettings,
  trouble: (folder: string, error: unknown) => void,
): AsyncGenerator<Candidate> {
  for (let level = [folder]; level.length > 0; ) {
    const found: Candidate[] = [];
    const deeper: string[] = [];
    await abreast(level, LANES, async (each) => {
      const listed = await files.list(each).catch((error) => trouble(each, error));
      if (!listed) return;
      if (!listed.some(({ uri }) => uri.endsWith('/.gitignore'))) scope.withoutRules(each);
      for (const { uri, folder: isFolder } of listed)
        if (isFolder) {
          if (!(await scope.excludes(uri, true))) deeper.push(uri);
        } else {
          const admitted = admission(uri, settings);
          if (admitted !== 'no' && !(await scope.excludes(uri, false)))
            found.push({ file: fileOf(uri), admission: admitted });
        }
    });
    yield* found;
    level = deeper;
  }
}

import type { Files } from './files';
import { type Admission, admission, type Scope, type ScopeSettings } from './scope';

/** A file that may come into the index. */
export interface Candidate {
  readonly uri: string;
  readonly admission: Exclude<Admission, 'no'>;
}

/** The candidates among the files of a folder and of all folders in it; `trouble` is told which folder cannot be listed. */
export async function* walk(
  files: Files,
  folder: string,
  scope: Scope,
  settings: ScopeSettings,
  trouble: (folder: string, error: unknown) => void,
): AsyncGenerator<Candidate> {
  let listed: Awaited<ReturnType<Files['list']>>;
  try {
    listed = await files.list(folder);
  } catch (error) {
    trouble(folder, error);
    return;
  }
  if (!listed.some(({ uri }) => uri.endsWith('/.gitignore'))) scope.withoutRules(folder);
  for (const { uri, folder: isFolder } of listed) {
    if (isFolder) {
      if (!(await scope.excludes(uri, true))) yield* walk(files, uri, scope, settings, trouble);
      continue;
    }
    const admitted = admission(uri, settings);
    if (admitted !== 'no' && !(await scope.excludes(uri, false))) yield { uri, admission: admitted };
  }
}

import type { Files } from './files';
import { fileOf, folderOf } from './uris';

/**
 * Those of `files` that go by another spelling: a disk that does not tell capitals from small letters finds a renamed file under
 * its old name too. All are named as `fileOf` does; of names that differ in nothing but that, the folders are asked.
 */
export async function misspelt(disk: Pick<Files, 'list'>, files: Iterable<string>): Promise<string[]> {
  const alike = new Map<string, string[]>();
  for (const file of files) {
    const small = file.toLowerCase();
    const others = alike.get(small);
    if (others) others.push(file);
    else alike.set(small, [file]);
  }
  const listed = new Map<string, Promise<ReadonlySet<string> | null>>();
  const names = (folder: string): Promise<ReadonlySet<string> | null> => {
    const known =
      listed.get(folder) ??
      disk.list(folder).then(
        (found) => new Set(found.map(({ uri }) => fileOf(uri))),
        () => null,
      );
    listed.set(folder, known);
    return known;
  };
  /** Up to where the spellings are the same. */
  const isListed = async (path: string, rest: readonly string[]): Promise<boolean> => {
    const folder = folderOf(path);
    if (folder === null || folder === path || rest.every((other) => other.startsWith(`${path}/`))) return true;
    const found = await names(folder);
    // What cannot be asked is believed.
    return found === null || (found.has(path) && (await isListed(folder, rest)));
  };
  const wrong: string[] = [];
  for (const group of alike.values())
    for (const file of group.length > 1 ? group : []) if (!(await isListed(file, group))) wrong.push(file);
  return wrong;
}

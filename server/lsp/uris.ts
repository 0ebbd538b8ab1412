import { URI, Utils } from 'vscode-uri';

/** One spelling for each file, however a client escapes it: the name by which the issue knows it. */
export const fileOf = (uri: string): string => URI.parse(uri).toString();

/** The folder of a file, or null for a document that lies in none (`untitled:`). */
export function folderOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'untitled' || !parsed.path.includes('/') ? null : Utils.dirname(parsed).toString();
}

/** The name of a file in its folder. */
export const nameOf = (uri: string): string => Utils.basename(URI.parse(uri));

/** Whether a file lies in a folder, or in a folder in it; both as `fileOf` spells them. */
export const isWithin = (file: string, folder: string): boolean =>
  file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

export const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];

import { URI, Utils } from 'vscode-uri';

/** One spelling for each file, however a client escapes it: the name by which the issue knows it. */
export const fileOf = (uri: string): string => (SPELLED.test(uri) ? uri : URI.parse(uri).toString());

/**
 * What is spelled so already, as nearly all is: a small drive letter, characters that need no escape, or escapes of
 * whole ones beyond ASCII. To take a URI apart costs forty times as much as to see that.
 */
const SPELLED =
  /^(?:file:\/\/(?:\/[a-z]%3A)?|[a-z]+:\/\/[a-z\d.-]+)(?=\/)(?:\/(?!\/)|[\w\-.~]|%20|%[CD][3-9A-F]%[89AB][0-9A-F]|%E[1-9A-CEF](?:%[89AB][0-9A-F]){2})+$/;

/** The last part of a URI's path, without escapes. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (PLAIN.test(name) && !uri.includes('?') && !uri.includes('#') && !uri.endsWith(`//${name}`)) return name;
  const { path } = URI.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same two of what lies in a folder, which `fileOf` spelled: a plain name in it is spelled so, too. */
export function childOf(folder: string, uri: string): { readonly file: string; readonly name: string } {
  const from = folder.endsWith('/') ? folder.length : folder.length + 1;
  const name = uri.startsWith(folder) && uri[from - 1] === '/' ? uri.slice(from) : '';
  return PLAIN.test(name) ? { file: uri, name } : { file: fileOf(uri), name: nameOf(uri) };
}

/** Without escapes: to look at a name is sooner done than to take a URI apart. */
const PLAIN = /^[\w\-.~]+$/;

/** The folder of a file, or null for a document that lies in none (`untitled:`). */
export function folderOf(uri: string): string | null {
  const folder = SPELLED.test(uri) && !uri.endsWith('/') ? uri.slice(0, uri.lastIndexOf('/')) : '';
  if (INSIDE.test(folder)) return folder;
  const parsed = URI.parse(uri);
  return parsed.scheme === 'untitled' || !parsed.path.includes('/') ? null : Utils.dirname(parsed).toString();
}

/** A URI of more than a root, whose last part is no mere slash. */
const INSIDE = /^[a-z]+:\/\/[^/]*\/.*[^/]$/;

/** A file's path in a folder, without escapes; both as `fileOf` spells them, and the one lies in the other. */
export const pathIn = (folder: string, file: string): string =>
  decodeURIComponent(file.slice(folder.endsWith('/') ? folder.length : folder.length + 1));

/** Whether a file lies in a folder, or in a folder in it; both as `fileOf` spells them. */
export const isWithin = (file: string, folder: string): boolean =>
  file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

export const reason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];

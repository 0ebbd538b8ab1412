import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import * as requests from '../server/lsp/requests';

const { fs } = vscode.workspace;

/** Reads files for a server that cannot: those of virtual file systems, and all of them in the browser. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(requests.listFiles, async ({ uri }: requests.FileParams): Promise<requests.ListFilesResult> => {
    const folder = vscode.Uri.parse(uri);
    const entries = await fs.readDirectory(folder);
    return entries.map(([name, type]) => ({
      uri: vscode.Uri.joinPath(folder, name).toString(),
      // A link to a folder is none: it may lead round.
      folder: type === vscode.FileType.Directory,
    }));
  });
  client.onRequest(requests.statFile, async ({ uri }: requests.FileParams): Promise<requests.StatFileResult> => {
    const { type, size, mtime } = await fs.stat(vscode.Uri.parse(uri));
    return { folder: type === vscode.FileType.Directory, size, mtime };
  });
  client.onRequest(
    requests.readFile,
    async ({ uri }: requests.FileParams): Promise<requests.ReadFileResult> =>
      base64(await fs.readFile(vscode.Uri.parse(uri))),
  );
  client.onRequest(requests.readOnlyFiles, async ({ uris }: requests.ReadOnlyFilesParams): Promise<string[]> => {
    const answers = await Promise.all(uris.map((uri) => isReadOnly(vscode.Uri.parse(uri))));
    return uris.filter((_, i) => answers[i]);
  });
}

/** By its file system or by a person's settings. What the editor was told for this session alone, no extension hears of. */
async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (fs.isWritableFileSystem(uri.scheme) === false) return true;
  const files = vscode.workspace.getConfiguration('files', uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const named = (setting: string): boolean =>
    Object.entries(files.get<Record<string, boolean>>(setting, {})).some(
      // Of a text, a pattern looks at its address alone.
      ([glob, on]) =>
        on && vscode.languages.match({ pattern: within(folder, glob) }, { uri } as vscode.TextDocument) > 0,
    );
  if (named('readonlyExclude')) return false;
  if (named('readonlyInclude')) return true;
  const { permissions = 0 } = await fs.stat(uri).then(undefined, () => ({}) as Partial<vscode.FileStat>);
  return (permissions & vscode.FilePermission.Readonly) !== 0;
}

const within = (folder: vscode.WorkspaceFolder | undefined, glob: string): vscode.GlobPattern =>
  folder ? new vscode.RelativePattern(folder, glob) : glob;

/** Keeps the index for a server without a disk, in a folder of the workspace's storage. */
export function answerStoreRequests(client: BaseLanguageClient, folder: vscode.Uri): void {
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  client.onRequest(requests.listStored, async (): Promise<string[]> => {
    const entries = await fs.readDirectory(folder);
    return entries.map(([name]) => name);
  });
  client.onRequest(requests.readStored, async ({ name }: requests.StoredParams) => base64(await fs.readFile(at(name))));
  client.onRequest(requests.writeStored, async ({ name, content = '' }: requests.StoredParams) => {
    await fs.writeFile(at(`${name}.new`), bytesOf(content));
    await fs.rename(at(`${name}.new`), at(name), { overwrite: true });
  });
  client.onRequest(requests.removeStored, ({ name }: requests.StoredParams) => fs.delete(at(name)));
}

/** In pieces: one call cannot take the bytes of a whole file as its arguments. */
function base64(bytes: Uint8Array): string {
  let content = '';
  for (let i = 0; i < bytes.length; i += 8192) content += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(content);
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));

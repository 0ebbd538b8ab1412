import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import * as requests from '../server/lsp/requests';

/** Reads files for a server that cannot: those of virtual file systems, and all of them in the browser. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(requests.listFiles, async ({ uri }: requests.ListFilesParams): Promise<requests.ListFilesResult> => {
    const folder = vscode.Uri.parse(uri);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([, type]) => (type & vscode.FileType.Directory) === 0)
      .map(([name]) => vscode.Uri.joinPath(folder, name).toString());
  });
  client.onRequest(
    requests.readFile,
    async ({ uri }: requests.ReadFileParams): Promise<requests.ReadFileResult> =>
      base64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri))),
  );
}

/** In pieces: one call cannot take the bytes of a whole file as its arguments. */
function base64(bytes: Uint8Array): string {
  let content = '';
  for (let i = 0; i < bytes.length; i += 8192) content += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(content);
}

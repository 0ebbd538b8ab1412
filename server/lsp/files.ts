import type { Connection } from 'vscode-languageserver';
import type { Client } from './client';
import * as requests from './requests';

/** How files that are not open are read: the whole outside world as this room sees it. */
export interface Files {
  /** The URIs of the files directly in a folder; rejects where it cannot be read. */
  list(folder: string): Promise<string[]>;
  /** A file's bytes; rejects where it cannot be read. */
  read(uri: string): Promise<Uint8Array>;
}

/** `file:` comes from our own disk where there is one; every other scheme from a client that offers to read for us. */
export function filesOf(disk: Files | undefined, client: Client, connection: Connection): Files {
  const remote = client.readsFiles ? clientFiles(connection) : none;
  const of = (uri: string) => (disk && uri.startsWith('file:') ? disk : remote);
  return { list: (folder) => of(folder).list(folder), read: (uri) => of(uri).read(uri) };
}

function clientFiles(connection: Connection): Files {
  return {
    list: (uri) => connection.sendRequest<requests.ListFilesResult>(requests.listFiles, { uri }),
    async read(uri) {
      const content = atob(await connection.sendRequest<requests.ReadFileResult>(requests.readFile, { uri }));
      return Uint8Array.from(content, (unit) => unit.charCodeAt(0));
    },
  };
}

const none: Files = {
  list: async () => [],
  read: async (uri) => Promise.reject(new Error(`no way to read ${uri}`)),
};

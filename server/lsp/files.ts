import type { Connection } from 'vscode-languageserver';
import { base64, bytesOf } from './base64';
import type { Client } from './client';
import * as requests from './requests';

/** How files that are not open are read: the whole outside world as this room sees it. Nothing here writes to them. */
export interface Files {
  /** What lies directly in a folder; rejects where it cannot be read. Links to folders are no folders: they may lead round. */
  list(folder: string): Promise<readonly requests.Listed[]>;
  /** Rejects where there is nothing of that name. */
  stat(uri: string): Promise<requests.StatFileResult>;
  /** The same where the answer takes no waiting: undefined where it does, or there is nothing of that name. */
  statNow?(uri: string): requests.StatFileResult | undefined;
  /** A file's bytes; rejects where it cannot be read. */
  read(uri: string): Promise<Uint8Array>;
}

/** A folder of our own for what is worth remembering, by the names of its parts. Writing a part is atomic. */
export interface Store {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array>;
  /** The bytes are another's again once it resolves. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** SHA-256 in hexadecimal. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `file:` comes from our own disk where there is one; every other scheme from a client that offers to read for us. */
export function filesOf(disk: Files | undefined, client: Client, connection: Connection): Files {
  const remote = client.readsFiles ? clientFiles(connection) : none;
  const of = (uri: string) => (disk && uri.startsWith('file:') ? disk : remote);
  return {
    list: (folder) => of(folder).list(folder),
    stat: (uri) => of(uri).stat(uri),
    statNow: (uri) => of(uri).statNow?.(uri),
    read: (uri) => of(uri).read(uri),
  };
}

const clientFiles = (connection: Connection): Files => ({
  list: (uri) => connection.sendRequest<requests.ListFilesResult>(requests.listFiles, { uri }),
  stat: (uri) => connection.sendRequest<requests.StatFileResult>(requests.statFile, { uri }),
  read: async (uri) => bytesOf(await connection.sendRequest<requests.ReadFileResult>(requests.readFile, { uri })),
});

/** The store of a client that keeps it for us. */
export const clientStore = (connection: Connection): Store => ({
  names: () => connection.sendRequest<string[]>(requests.listStored),
  read: async (name) => bytesOf(await connection.sendRequest<string>(requests.readStored, { name })),
  write: (name, bytes) => connection.sendRequest(requests.writeStored, { name, content: base64(bytes) }),
  remove: (name) => connection.sendRequest(requests.removeStored, { name }),
});

const missing = async (uri: string) => Promise.reject(new Error(`no way to read ${uri}`));
const none: Files = { list: async () => [], stat: missing, read: missing };

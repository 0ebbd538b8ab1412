import type { Connection } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import type { Client } from './client';
import type { Store } from './files';
import type { Keeping } from './ledgers';
import * as requests from './requests';

/** Through a client that offers it, which knows every file system and has a memory; else on our own disk, if there is one. */
export function keepingOf(
  { keepsNotes }: Client,
  connection: Connection,
  store: ((folder: string) => Store) | undefined,
): Keeping {
  if (keepsNotes)
    return {
      write: (uri, content) => connection.sendRequest(requests.writeFile, { uri, content }),
      memory: {
        recall: () => connection.sendRequest<string>(requests.recallNotes),
        keep: (content) => connection.sendRequest(requests.rememberNotes, { content }),
      },
    };
  return {
    async write(uri, content) {
      if (!store || !uri.startsWith('file:')) throw new Error('no way to write there');
      const parsed = URI.parse(uri);
      await store(Utils.dirname(parsed).toString()).write(Utils.basename(parsed), new TextEncoder().encode(content));
    },
    memory: null,
  };
}

/** Whether a file belongs to what is kept beside texts. */
export const isOfNotes = (uri: string): boolean => /\/\.galley(?:\/[^/]+)?$/.test(uri);

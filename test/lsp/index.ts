import assert from 'node:assert';
import { setTimeout as rest } from 'node:timers/promises';
import type { SymbolInformation } from 'vscode-languageserver';
import { correctionEntry, written } from '../../server/features/ledger';
import type { Files, Store } from '../../server/lsp/files';
import type { IndexState } from '../../server/lsp/requests';
import { anchorOf, printed } from '../../server/parse/anchor';
import { Text } from '../../server/text/text';
import { able, meet, type Peer, type Wish } from './peer';

/** A disk in memory, whose files know when they were written, and that counts what is read. */
export interface Disk extends Files {
  readonly files: Map<string, { bytes: Uint8Array; mtime: number }>;
  put(uri: string, text: string | Uint8Array): void;
  /** A file or a folder, over what is there. */
  move(from: string, to: string): void;
  remove(uri: string): void;
  reads: number;
}

export function diskOf(contents: Readonly<Record<string, string>> = {}): Disk {
  let clock = Date.now() - 1_000_000;
  const files: Disk['files'] = new Map();
  const inside = (folder: string) => [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  const disk: Disk = {
    files,
    reads: 0,
    put(uri, text) {
      clock += 1000;
      files.set(uri, { bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, mtime: clock });
    },
    move(from, to) {
      for (const uri of files.has(from) ? [from] : inside(from)) {
        const file = files.get(uri);
        files.delete(uri);
        if (file) files.set(to + uri.slice(from.length), file);
      }
    },
    remove(uri) {
      for (const gone of [uri, ...inside(uri)]) files.delete(gone);
    },
    async list(folder) {
      const names = new Set(inside(folder).map((uri) => uri.slice(folder.length + 1).split('/')[0]));
      return [...names].map((name) => ({ uri: `${folder}/${name}`, folder: !files.has(`${folder}/${name}`) }));
    },
    async stat(uri) {
      const file = files.get(uri);
      if (!file && inside(uri).length === 0) throw new Error('no such file');
      return { folder: !file, size: file?.bytes.length ?? 0, mtime: file?.mtime ?? 0 };
    },
    async read(uri) {
      const file = files.get(uri);
      if (!file) throw new Error('no such file');
      if (!uri.endsWith('.gitignore')) disk.reads++;
      return file.bytes;
    },
  };
  for (const [uri, text] of Object.entries(contents)) disk.put(uri, text);
  return disk;
}

/** A store in memory; `parts` are what lies there. */
export function storeOf(): Store & { readonly parts: Map<string, Uint8Array> } {
  const parts = new Map<string, Uint8Array>();
  return {
    parts,
    names: async () => [...parts.keys()],
    async read(name) {
      const bytes = parts.get(name);
      if (!bytes) throw new Error('no such part');
      return bytes;
    },
    write: async (name, bytes) => void parts.set(name, bytes.slice()),
    remove: async (name) => void parts.delete(name),
  };
}

export const ROOT = 'file:///w';

/** A page of a paper with two articles; `headline` is the first one's, `page` its number. */
export const page = (headline: string, number = 2): string => `第${String(number).padStart(2, '0')}版：民生

${headline}

青岩日报讯(记者/俞小满) 从今天起，城南渡口的渡船开到晚上十点，方便下晚班的市民过河回家。渡口的老船工说，这条河他走了四十年。

石桥镇新添三处菜场

青岩日报讯(记者/陶砚秋) 昨日清晨，石桥镇河西便民菜场开门迎客，附近两千多户居民买菜不必再绕行跨河大桥。
`;

/** A ledger in which somebody said of these pages, which have this headline, that it is none. */
export function ledger(headline: string, ...paths: readonly string[]): string {
  const lines = printed(Text.of(page(headline)));
  const anchor = anchorOf(lines, 1);
  const at = '2001-02-03T04:05:06.000Z';
  return written(paths.map((path) => correctionEntry(path, { says: 'not-headline', anchor }, at)));
}

/** A server whose workspace is `ROOT`, or what `folders` say. */
export function settledPeer(disk: Files, wish: Wish & { folders?: readonly string[] } = {}): Promise<Peer> {
  const { folders = [ROOT], capabilities = able, initialize, ...others } = wish;
  return meet({
    files: disk,
    capabilities,
    initialize: { workspaceFolders: folders.map((uri) => ({ uri, name: uri })), ...initialize },
    ...others,
  });
}

/** The state of the index once nothing waits to be read. */
export async function state({ connection }: Peer): Promise<IndexState> {
  for (let i = 0; i < 500; i++) {
    const known = await connection.sendRequest<IndexState>('galley/index', {});
    if (known.settled) return known;
    await rest(10);
  }
  return assert.fail('the index does not settle');
}

/** Every headline that the index knows, as `01.txt 河水漫堤`, in order. */
export async function headlines(peer: Peer): Promise<string[]> {
  await state(peer);
  const found = await peer.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
  return found
    .filter(({ kind }) => kind === 5)
    .map(({ name, location }) => `${location.uri.replace(`${ROOT}/`, '')} ${name}`)
    .sort();
}

export const changed = ({ connection }: Peer, ...changes: (readonly [string, 1 | 2 | 3])[]): Promise<void> =>
  connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });

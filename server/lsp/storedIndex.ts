import type { Digest } from '../issue/digest';
import { DIGEST_VERSION, restored, stored } from '../issue/stored';
import { abreast, breath } from './breath';
import type { Store } from './files';

/** What is known of one file on disk. */
export interface Entry {
  readonly file: string;
  readonly size: number;
  /** Milliseconds since 1970; 0 where it is too recent to be trusted: the file may change within the same tick of its clock. */
  readonly mtime: number;
  /** Of the content. */
  readonly hash: string;
  /** The settings that the digest depends on. */
  readonly as: string;
  /** Null for a file that is no newspaper's, or was left out. */
  readonly digest: Digest | null;
  /** Why it was left out. */
  readonly left: LeftOut | null;
}

export type LeftOut = 'large' | 'binary' | 'unreadable';

/** Raised with the form of a part; digests have a version of their own. */
const FORMAT = `galley-index-2.${DIGEST_VERSION}`;
const PART = /^[0-9a-z-]+\.part$/;
/** So many entries make a part: what is written, or lost when it is damaged, at once. */
const ENTRIES = 500;
/** Parts read at once. */
const LANES = 4;

/** What a store holds. */
export interface StoredIndex {
  readonly entries: Map<string, Entry>;
  readonly parts: readonly string[];
  /** Entries in the parts, with those that later ones replace. */
  readonly lines: number;
}

/**
 * Reads everything that is whole and of our version, the later of two entries counting; never rejects. What is damaged,
 * old or not ours is dropped: its files are read again.
 */
export async function loaded(store: Store, version: string, log: (line: string) => void): Promise<StoredIndex> {
  const names = [...(await store.names().catch(() => []))].sort();
  const found = new Map<string, string[] | null>();
  await abreast(names, LANES, async (name) => {
    const lines = PART.test(name) ? await checked(store, name, version) : null;
    found.set(name, lines);
    if (lines) return;
    log(`the stored index drops ${name}: it is damaged or of another version`);
    await store.remove(name).catch(() => undefined);
  });
  const entries = new Map<string, Entry>();
  const parts = names.filter((name) => found.get(name));
  let lines = 0;
  for (const line of parts.flatMap((name) => found.get(name) ?? [])) {
    await breath();
    lines++;
    const entry = entryIn(line);
    if (entry) entries.set(entry.file, entry);
  }
  return { entries, parts, lines };
}

/** Writes entries as new parts, and gives their names; rejects where the store does. */
export async function save(store: Store, version: string, entries: readonly Entry[]): Promise<string[]> {
  const names: string[] = [];
  for (let i = 0; i < entries.length; i += ENTRIES) {
    const lines: string[] = [];
    for (const entry of entries.slice(i, i + ENTRIES)) {
      await breath();
      lines.push(lineOf(entry));
    }
    const body = new TextEncoder().encode(lines.join('\n'));
    const name = `${nextName()}.part`;
    await store.write(name, joined(await headOf(body, version), body));
    names.push(name);
  }
  return names;
}

/** A part's first line, which says what follows and that it is whole. */
const headOf = async (body: Uint8Array, version: string): Promise<Uint8Array> =>
  new TextEncoder().encode(`${FORMAT} ${version} ${await contentHash(body)}\n`);

/** SHA-256 in hexadecimal. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function checked(store: Store, name: string, version: string): Promise<string[] | null> {
  try {
    const bytes = await store.read(name);
    const end = bytes.indexOf(10) + 1;
    const body = bytes.subarray(end);
    const head = await headOf(body, version);
    if (head.length !== end || head.some((byte, i) => byte !== bytes[i])) return null;
    return new TextDecoder().decode(body).split('\n');
  } catch {
    return null;
  }
}

/** A newspaper's line goes on, after a tab, with its digest as `stored` makes it. */
const lineOf = ({ file, size, mtime, hash, as, digest, left }: Entry): string =>
  JSON.stringify([file, size, mtime, hash, as, left]) + (digest ? `\t${stored(digest)}` : '');

function entryIn(line: string): Entry | null {
  const tab = line.indexOf('\t');
  try {
    const [file, size, mtime, hash, as, left] = JSON.parse(tab < 0 ? line : line.slice(0, tab));
    const digest = tab < 0 ? null : restored(file, line.slice(tab + 1));
    return tab < 0 || digest ? { file, size, mtime, hash, as, digest, left } : null;
  } catch {
    return null;
  }
}

let count = 0;
/** Names rise with time. */
const nextName = (): string => `${Date.now().toString(36)}-${(count++).toString(36).padStart(6, '0')}`;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

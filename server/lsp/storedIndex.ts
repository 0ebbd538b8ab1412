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
  const found = new Map<string, Uint8Array>();
  await abreast(names, LANES, async (name) => {
    const body = PART.test(name) ? await checked(store, name, version) : null;
    if (body) found.set(name, body);
    else {
      log(`the stored index drops ${name}: it is damaged or of another version`);
      await store.remove(name).catch(() => undefined);
    }
  });
  const entries = new Map<string, Entry>();
  let lines = 0;
  // In the order of their names, which is that of time.
  const parts = names.filter((name) => found.has(name));
  for (const name of parts)
    for (const line of linesOf(found.get(name) as Uint8Array)) {
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
  const heading = headOf('', version).length + HASH_LENGTH;
  // One for all parts, as what is left of each would lie about for long.
  let room = new Uint8Array();
  for (let i = 0; i < entries.length; i += ENTRIES) {
    const pieces: Uint8Array[] = [];
    for (const entry of entries.slice(i, i + ENTRIES)) {
      await breath();
      pieces.push(...lineOf(entry));
    }
    const length = pieces.reduce((sum, piece) => sum + piece.length, heading);
    if (length > room.length) room = new Uint8Array(length * 1.2);
    let at = heading;
    for (const piece of pieces) {
      room.set(piece, at);
      at += piece.length;
    }
    room.set(headOf(await contentHash(room.subarray(heading, at)), version));
    const name = `${nextName()}.part`;
    await store.write(name, room.subarray(0, at));
    names.push(name);
  }
  return names;
}

/** A part's first line, which says what follows and that it is whole. */
const headOf = (hash: string, version: string): Uint8Array =>
  new TextEncoder().encode(`${FORMAT} ${version} ${hash}\n`);

const HASH_LENGTH = 64;

/** SHA-256 in hexadecimal. */
export async function contentHash(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What follows the first line of a part that is whole and ours. */
async function checked(store: Store, name: string, version: string): Promise<Uint8Array | null> {
  try {
    const bytes = await store.read(name);
    const end = bytes.indexOf(LINE_END) + 1;
    const body = bytes.subarray(end);
    const head = headOf(await contentHash(body), version);
    return head.length === end && head.every((byte, i) => byte === bytes[i]) ? body : null;
  } catch {
    return null;
  }
}

const [TAB, LINE_END] = [9, 10];

/** A newspaper's line goes on, after a tab, with its digest as `stored` makes it. */
function lineOf({ file, size, mtime, hash, as, digest, left }: Entry): Uint8Array[] {
  const head = new TextEncoder().encode(JSON.stringify([file, size, mtime, hash, as, left]));
  return [head, ...(digest ? [Uint8Array.of(TAB), stored(digest)] : []), Uint8Array.of(LINE_END)];
}

function* linesOf(body: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < body.length; ) {
    const to = body.indexOf(LINE_END, from);
    yield body.subarray(from, to);
    from = to + 1;
  }
}

function entryIn(line: Uint8Array): Entry | null {
  const tab = line.indexOf(TAB);
  const head = tab < 0 ? line : line.subarray(0, tab);
  const [file, size, mtime, hash, as, left] = JSON.parse(decoder.decode(head));
  const digest = tab < 0 ? null : restored(file, line.subarray(tab + 1));
  return tab < 0 || digest ? { file, size, mtime, hash, as, digest, left } : null;
}

const decoder = new TextDecoder();

let count = 0;
/** Names rise with time. */
const nextName = (): string => `${Date.now().toString(36)}-${(count++).toString(36).padStart(6, '0')}`;

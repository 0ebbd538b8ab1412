import type { Digest } from '../issue/digest';
import { DIGEST_VERSION, restored, stored } from '../issue/stored';
import { abreast, breath } from './breath';
import { checksum } from './checksum';
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
const FORMAT = `galley-index-4.${DIGEST_VERSION}`;
const PART = /^[0-9a-z-]+\.part$/;
/** So many entries make a part: what is written, or lost when it is damaged, at once. */
const ENTRIES = 500;
/** Parts read at once: each takes a good many turns, and all of them stay in memory anyway. */
const LANES = 8;

/** What a store holds. */
export interface StoredIndex {
  readonly entries: Map<string, Entry>;
  readonly parts: readonly string[];
  /** How many entries the parts hold, with those that later ones replace. */
  readonly held: number;
}

/**
 * Reads everything that is whole and of our version, the later of two entries counting; never rejects. What is damaged,
 * old or not ours is dropped: its files are read again.
 */
export async function loaded(store: Store, version: string, log: (line: string) => void): Promise<StoredIndex> {
  const names = [...(await store.names().catch(() => []))].sort();
  const contents = new Map<string, Uint8Array>();
  await abreast(names, LANES, async (name) => {
    const bytes = PART.test(name) ? await store.read(name).catch(() => null) : null;
    if (bytes) contents.set(name, bytes);
  });
  const entries = new Map<string, Entry>();
  const parts: string[] = [];
  let held = 0;
  // In the order of their names, which is that of time; one by one, as each takes a moment.
  for (const name of names) {
    const body = bodyOf(contents.get(name), version);
    if (body) {
      for (const entry of entriesIn(body)) {
        entries.set(entry.file, entry);
        held++;
      }
      parts.push(name);
    } else {
      log(`the stored index drops ${name}: it is damaged or of another version`);
      await store.remove(name).catch(() => undefined);
    }
    await breath();
  }
  return { entries, parts, held };
}

/** Writes entries as new parts, and gives their names; rejects where the store does. */
export async function save(store: Store, version: string, entries: readonly Entry[]): Promise<string[]> {
  const names: string[] = [];
  const heading = headOf(new Uint8Array(), version).length;
  // One for all parts, as what is left of each would lie about for long.
  let room = new Uint8Array();
  for (let i = 0; i < entries.length; i += ENTRIES) {
    const pieces = piecesOf(entries.slice(i, i + ENTRIES));
    await breath();
    const length = pieces.reduce((sum, piece) => sum + piece.length, heading);
    if (length > room.length) room = new Uint8Array(length * 1.2);
    let at = heading;
    for (const piece of pieces) {
      room.set(piece, at);
      at += piece.length;
    }
    room.set(headOf(room.subarray(heading, at), version));
    const name = `${nextName()}.part`;
    await store.write(name, room.subarray(0, at));
    names.push(name);
  }
  return names;
}

/** A part's first line, which says what follows and that it is whole. */
const headOf = (body: Uint8Array, version: string): Uint8Array =>
  new TextEncoder().encode(`${FORMAT} ${version} ${checksum(body)}\n`);

/** What follows the first line of a part that is whole and ours. */
function bodyOf(bytes: Uint8Array | undefined, version: string): Uint8Array | null {
  if (!bytes) return null;
  const end = bytes.indexOf(LINE_END) + 1;
  const body = bytes.subarray(end);
  const head = headOf(body, version);
  return head.length === end && head.every((byte, i) => byte === bytes[i]) ? body : null;
}

const LINE_END = 10;

/** An entry as its part lists it, and its digest's length in bytes: -1 without one. */
type Head = readonly [string, number, number, string, string, LeftOut | null, number];

/** A part's content: a line that lists the entries, and then their digests as `stored` makes them, end to end. */
function piecesOf(entries: readonly Entry[]): Uint8Array[] {
  const digests = entries.map(({ digest }) => digest && stored(digest));
  const heads = entries.map(({ file, size, mtime, hash, as, left }, i): Head => {
    return [file, size, mtime, hash, as, left, digests[i]?.length ?? -1];
  });
  return [new TextEncoder().encode(`${JSON.stringify(heads)}\n`), ...digests.filter((digest) => digest !== null)];
}

/** The entries of a part that is whole; their digests stay the bytes that they are. */
function* entriesIn(body: Uint8Array): Generator<Entry> {
  const end = body.indexOf(LINE_END);
  let at = end + 1;
  for (const [file, size, mtime, hash, as, left, length] of JSON.parse(
    decoder.decode(body.subarray(0, end)),
  ) as Head[]) {
    const digest = length < 0 ? null : restored(file, body, at, at + length);
    at += Math.max(0, length);
    yield { file, size, mtime, hash, as, digest, left };
  }
}

const decoder = new TextDecoder();

let count = 0;
/** Names rise with time. */
const nextName = (): string => `${Date.now().toString(36)}-${(count++).toString(36).padStart(6, '0')}`;

import { type FileNotes, unnoted } from '../features/ledger';
import { digest } from '../issue/digest';
import { Issue } from '../issue/issue';
import { parse } from '../parse/parse';
import type { Sheet } from '../parse/sheet';
import type { Settings } from '../rules/rule';
import { type Decoded, decode } from '../text/decode';
import { Text } from '../text/text';
import { LISTED } from '../text/undecodable';
import { type Message, message } from '../text/words';
import type { Io } from './io';
import type { Ledgers } from './ledgers';
import { readFailure, UNDECODABLE, UNDECODABLE_MANY, UNREADABLE_TEXT } from './words';

/** A file of the command line, read. */
export interface Source {
  /** As it was given. */
  readonly path: string;
  /** By which the issue knows it: absolute, so that its folders can tell its page and date. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  /** What people said of it. */
  readonly notes: FileNotes;
  readonly sheet: Sheet;
}

export interface Sources {
  /** All files that could be read, in the order given; those of a large archive are read again, not kept. */
  files(): AsyncGenerator<Source>;
  readonly issue: Issue;
  /** How many could not be read, ledgers among them. */
  readonly failed: number;
}

/** So many bytes are kept between the two passes: the first gathers what files know of each other, the second reports. */
const KEPT = 64 << 20;

/** Reads every file and gathers the issue. What cannot be read is told by `complain`, and the others go on. */
export async function sources(
  io: Io,
  paths: readonly string[],
  encoding: string | undefined,
  ledgers: Ledgers,
  complain: (path: string, what: Message) => Promise<void>,
): Promise<Sources> {
  const readable: { path: string; kept: Source | null }[] = [];
  const digests = [];
  let room = KEPT;
  for (const path of paths) {
    const source = await attempt(io, path, encoding, ledgers);
    if ('words' in source) {
      await complain(path, source);
      continue;
    }
    const doubt = doubts(source);
    if (doubt) await complain(path, doubt);
    digests.push(digest(source.key, source.sheet));
    // Standard input comes only once.
    const keep = path === '-' || source.bytes.length <= room;
    if (keep) room -= source.bytes.length;
    readable.push({ path, kept: keep ? source : null });
  }
  async function* files(): AsyncGenerator<Source> {
    for (const { path, kept } of readable) {
      const source = kept ?? (await attempt(io, path, encoding, ledgers));
      if ('words' in source) await complain(path, source);
      else yield source;
    }
  }
  return { files, issue: Issue.empty.withAll(digests), failed: paths.length - readable.length + ledgers.failed };
}

async function attempt(
  io: Io,
  path: string,
  encoding: string | undefined,
  ledgers: Ledgers,
): Promise<Source | Message> {
  let bytes: Uint8Array;
  try {
    bytes = await io.read(path);
  } catch (error) {
    return readFailure(error);
  }
  const decoded = decode(bytes, encoding);
  if (!decoded) return message(UNREADABLE_TEXT);
  const key = io.absolute(path);
  const notes = await ledgers.of(key);
  return source(path, key, bytes, decoded, notes);
}

export const source = (
  path: string,
  key: string,
  bytes: Uint8Array,
  decoded: Decoded,
  notes: FileNotes = unnoted,
): Source => ({ path, key, bytes, decoded, notes, sheet: parse(Text.of(decoded.text), notes) });

/** The rules' settings for a file: each rule's own severity, without what a person dismissed. */
export const settingsOf = ({ notes: { dismissals } }: Source): Settings => ({ severities: {}, dismissals });

function doubts({ decoded: { encoding, undecodable } }: Source): Message | null {
  if (undecodable.length === 0) return null;
  const words = undecodable.length < LISTED ? UNDECODABLE : UNDECODABLE_MANY;
  return message(words, undecodable.length, encoding, undecodable[0].line + 1, undecodable[0].byte);
}

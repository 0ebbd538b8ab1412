import { digest } from '../issue/digest';
import { stored } from '../issue/stored';
import { DETECT_LENGTH, detect } from '../parse/detect';
import type { Notes } from '../parse/notes';
import { parse } from '../parse/parse';
import { Text } from '../text/text';
import { breath } from './breath';
import { decodedAs, type EncodingSettings } from './encodings';
import { contentHash, type Files } from './files';

/** A file to be made a digest of. Plain data: it may be sent to another thread. */
export interface Job {
  readonly file: string;
  /** A newspaper's whatever its text looks like. */
  readonly certain: boolean;
  readonly encoding: EncodingSettings;
  /** What people said of it. */
  readonly notes: Notes;
  /** The hash of the content that is known already, read in the same way; empty where none is. */
  readonly known: string;
}

/** What a file's content is. */
export interface Digested {
  /** Of the content: see `contentHash`. */
  readonly hash: string;
  /** `same` as what was known; `other` for what is no newspaper's; `binary` for what is no text at all. */
  readonly kind: 'newspaper' | 'same' | 'other' | 'binary';
  /** As `stored` writes it; null where there is none to make. */
  readonly digest: Uint8Array | null;
}

/** Reads a file and makes its digest, in this thread or in others; rejects where it cannot be read. */
export type Digests = (job: Job) => Promise<Digested>;

/** As bytes also in this thread: a string that was cut out of a text keeps the whole text in memory. */
export function digested({ file, certain, encoding, notes, known }: Job, bytes: Uint8Array, hash: string): Digested {
  if (hash === known) return { hash, kind: 'same', digest: null };
  const decoded = decodedAs(bytes, encoding);
  if (!decoded) return { hash, kind: 'binary', digest: null };
  if (!certain && !detect(decoded.text.slice(0, DETECT_LENGTH))) return { hash, kind: 'other', digest: null };
  return { hash, kind: 'newspaper', digest: stored(digest(file, parse(Text.of(decoded.text), notes))) };
}

/** In this thread, others having their turn between two files. */
export const digestsHere =
  (files: Files): Digests =>
  async (job) => {
    const bytes = await files.read(job.file);
    const hash = await contentHash(bytes);
    await breath();
    return digested(job, bytes, hash);
  };

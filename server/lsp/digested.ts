import { digest } from '../issue/digest';
import { stored } from '../issue/stored';
import { DETECT_LENGTH, detect } from '../parse/detect';
import { parse } from '../parse/parse';
import { Text } from '../text/text';
import { breath } from './breath';
import { decodedAs, type EncodingSettings } from './encodings';

/** A file's bytes, to be made a digest of. Plain data: it may be sent to another thread. */
export interface Job {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** A newspaper's whatever its text looks like. */
  readonly certain: boolean;
  readonly encoding: EncodingSettings;
}

/** The digest as `stored` writes it, null for a file that is no newspaper's; `text` is false where the bytes are none at all. */
export interface Digested {
  readonly digest: string | null;
  readonly text: boolean;
}

/** Where jobs are done: in this thread or in others. */
export type Digests = (job: Job) => Promise<Digested>;

/**
 * As JSON also in this thread: a string that was cut out of a text keeps the whole text in memory, one that was read from
 * JSON does not.
 */
export function digested({ file, bytes, certain, encoding }: Job): Digested {
  const decoded = decodedAs(bytes, encoding);
  if (!decoded) return { digest: null, text: false };
  if (!certain && !detect(decoded.text.slice(0, DETECT_LENGTH))) return { digest: null, text: true };
  return { digest: stored(digest(file, parse(Text.of(decoded.text)))), text: true };
}

/** In this thread, others having their turn between two files. */
export async function digestsHere(job: Job): Promise<Digested> {
  await breath();
  return digested(job);
}

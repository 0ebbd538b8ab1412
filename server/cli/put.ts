import { createTwoFilesPatch } from 'diff';
import { type Message, message } from '../text/words';
import { encode, roundTrips } from './encode';
import type { Session } from './session';
import type { Source } from './sources';
import * as words from './words';

/** `dry`: nothing is written; `diff`: the changes are printed as a patch, and not written. */
export type Mode = 'write' | 'dry' | 'diff';

/** Writes the text, or shows it; gives the reason where that must not or cannot be done. */
export async function put(
  { io }: Session,
  { path, bytes, decoded }: Source,
  text: string,
  mode: Mode,
): Promise<Message | null> {
  if (path === '-' && mode === 'write') return message(words.NO_PLACE);
  if (!roundTrips(bytes, decoded)) return message(words.NO_ROUND_TRIP, decoded.encoding);
  const after = encode(text, decoded.encoding, decoded.mark);
  if (after === null) return message(words.NOT_ENCODABLE, decoded.encoding);
  if (mode === 'diff') return patch(io.out, path, decoded.text, text);
  if (mode === 'dry') return null;
  try {
    const now = await io.read(path);
    if (Buffer.compare(now, bytes) !== 0) return message(words.CHANGED);
    await io.write(path, after);
    return null;
  } catch (error) {
    return message(words.UNWRITABLE, (error as Error).message);
  }
}

/** Two texts that differ everywhere take too long to compare. */
const PATIENCE = 10_000;

async function patch(out: Session['io']['out'], path: string, before: string, after: string): Promise<Message | null> {
  const options = { context: 1, timeout: PATIENCE };
  const found = createTwoFilesPatch(path, path, before, after, undefined, undefined, options);
  if (found === undefined) return message(words.TOO_DIFFERENT);
  await out(found);
  return null;
}

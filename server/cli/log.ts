import { dirname, join, relative, sep } from 'node:path';
import { type Done, LOG_FOLDER, logged, logLines } from '../features/provenance';
import type { Text } from '../text/text';
import { type Message, message } from '../text/words';
import type { Session } from './session';
import * as words from './words';

/** Writes down what was done to a file (by its absolute path), stroke by stroke; gives the reason where that cannot be. */
export async function append(
  { io, home }: Session,
  file: string,
  strokes: readonly { readonly text: Text; readonly done: readonly Done[] }[],
): Promise<{ path: string; why: Message } | null> {
  const folder = (await home(file)) ?? dirname(file);
  const at = io.now().toISOString();
  const path = join(folder, LOG_FOLDER, `${at.slice(0, 10)}.jsonl`);
  const name = relative(folder, file).split(sep).join('/');
  try {
    await io.append(path, strokes.map(({ text, done }, step) => logLines(logged(text, done, name, at, step))).join(''));
    return null;
  } catch (error) {
    return { path, why: message(words.NOT_LOGGED, file, (error as Error).message) };
  }
}

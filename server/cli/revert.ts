import { dirname, join, sep } from 'node:path';
import { LOG_FOLDER, type Logged, logOf, reverted } from '../features/provenance';
import { message } from '../text/words';
import { type Mode, put } from './put';
import type { Session } from './session';
import * as words from './words';

export interface RevertOptions {
  /** Codes of the rules whose fixes are taken back; undefined for all. */
  readonly rules: readonly string[] | undefined;
  readonly mode: Mode;
}

/**
 * `galley revert`: takes the fixes of some logs back. Exit code 0 when all are; 2 where a log or a file could not be read
 * or written, or a place was changed since and is left as it is.
 */
export async function revert(session: Session, logs: readonly string[], options: RevertOptions): Promise<number> {
  const byFile = new Map<string, Logged[]>();
  let code = 0;
  for (const log of logs) {
    const read = await recordsIn(session, log);
    if (read === null) {
      code = 2;
      continue;
    }
    for (const record of read) {
      if (options.rules && !options.rules.includes(record.rule)) continue;
      const file = join(folderOf(session.io.absolute(log)), ...record.file.split('/'));
      byFile.set(file, [...(byFile.get(file) ?? []), record]);
    }
  }
  const { files, failed } = await session.open([...byFile.keys()]);
  if (failed > 0) code = 2;
  for await (const source of files()) {
    const { text, undone, refused } = reverted(source.sheet.text, byFile.get(source.path) ?? []);
    if (undone.length > 0) {
      const hindrance = await put(session, source, text.toString(), options.mode);
      if (hindrance) {
        await session.complain(source.path, hindrance);
        code = 2;
        continue;
      }
    }
    for (const { rule, edits } of refused)
      await session.complain(source.path, message(words.NOT_REVERTED, rule, edits[0]?.line ?? 0));
    if (refused.length > 0) code = 2;
    if (options.mode === 'diff') continue;
    const line = options.mode === 'dry' ? words.WOULD_REVERT : words.REVERTED;
    await session.print(message(line, source.path, undone.length, refused.length));
  }
  return code;
}

/** What a log says; null where it cannot be read. Lines that are none of a log are told. */
async function recordsIn({ io, complain }: Session, path: string): Promise<Logged[] | null> {
  try {
    const { records, faults } = logOf(Buffer.from(await io.read(path)).toString());
    for (const line of faults) await complain(path, message(words.NO_LOG, line + 1));
    return faults.length > 0 ? null : records;
  } catch (error) {
    await complain(path, words.readFailure(error));
    return null;
  }
}

/** The folder that a log's files are named from: that of its `.galley`, or its own where it was taken out of there. */
function folderOf(log: string): string {
  const own = dirname(log);
  const within = own.split(sep).slice(-2).join('/') === LOG_FOLDER;
  return within ? dirname(dirname(own)) : own;
}

import { dirname, join, relative, sep } from 'node:path';
import { emptyLedger, type FileNotes, LEDGER, type Ledger, ledgerOf, notesFor, unnoted } from '../features/ledger';
import { PAPER, type Paper, paperOf } from '../parse/paper';
import { type Language, type Message, message, say } from '../text/words';
import type { Io } from './io';
import { LEDGER_FAULT, readFailure } from './words';

/** What people said of the files and declared of their paper, from the `.galley` folders that lie above them. */
export interface Ledgers {
  /** Of one file, by its absolute path. */
  of(path: string): Promise<FileNotes>;
  /** The folder of its ledger, or null where there is none. */
  home(path: string): Promise<string | null>;
  /** How many files of notes there were that cannot be read, wholly or in part. */
  readonly failed: number;
}

export const noLedgers: Ledgers = { of: async () => unnoted, home: async () => null, failed: 0 };

/** Of each kind of notes the nearest file upwards counts, as in the editor. Each fault is told once, by `complain`. */
export function ledgers(io: Io, language: Language, complain: (path: string, what: Message) => Promise<void>): Ledgers {
  let failed = 0;
  const fault = async (path: string, what: Message): Promise<void> => {
    failed++;
    await complain(path, what);
  };

  const ledger = upwards(LEDGER, emptyLedger, async (path, content): Promise<Ledger> => {
    const read = ledgerOf(content);
    for (const { line, reason } of read.faults)
      await fault(path, message(LEDGER_FAULT, line + 1, say(language, reason)));
    return read;
  });
  const declaration = upwards(PAPER, null, async (path, content): Promise<Paper | null> => {
    const read = paperOf(content);
    if (read.fault) await fault(path, read.fault);
    return read.paper;
  });

  /** The nearest file of a name, looked up once for each folder; `none` is what counts where it cannot be read. */
  function upwards<T>(name: string, none: T, read: (path: string, content: string) => Promise<T>) {
    const known = new Map<string, Promise<Found<T> | null>>();
    const nearest = (folder: string): Promise<Found<T> | null> => {
      const found = known.get(folder) ?? look(folder);
      known.set(folder, found);
      return found;
    };
    async function look(folder: string): Promise<Found<T> | null> {
      const path = join(folder, name);
      const above = dirname(folder);
      try {
        return { folder, value: await read(path, Buffer.from(await io.read(path)).toString()) };
      } catch (error) {
        if (/^ENO(?:ENT|TDIR)$/.test((error as { code?: string }).code ?? ''))
          return above === folder ? null : nearest(above);
        await fault(path, readFailure(error));
        return { folder, value: none };
      }
    }
    return nearest;
  }

  return {
    async of(path) {
      const [found, declared] = await Promise.all([ledger(dirname(path)), declaration(dirname(path))]);
      const said = found ? notesFor(found.value.entries, relative(found.folder, path).split(sep).join('/')) : unnoted;
      return declared?.value ? { ...said, paper: declared.value } : said;
    },
    home: async (path) => (await ledger(dirname(path)))?.folder ?? null,
    get failed() {
      return failed;
    },
  };
}

interface Found<T> {
  readonly folder: string;
  readonly value: T;
}

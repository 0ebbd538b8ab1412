import { dirname, join, relative, sep } from 'node:path';
import { emptyLedger, type FileNotes, LEDGER, type Ledger, ledgerOf, notesFor, unnoted } from '../features/ledger';
import { type Language, type Message, message, say } from '../text/words';
import type { Io } from './io';
import { LEDGER_FAULT, readFailure } from './words';

/** What people said of the files, from the ledgers that lie above them. */
export interface Ledgers {
  /** Of one file, by its absolute path. */
  of(path: string): Promise<FileNotes>;
  /** The folder of that ledger, or null where there is none. */
  home(path: string): Promise<string | null>;
  /** How many ledgers there were that cannot be read, wholly or in part. */
  readonly failed: number;
}

export const noLedgers: Ledgers = { of: async () => unnoted, home: async () => null, failed: 0 };

/** Of each file the nearest ledger upwards counts, as in the editor. Each fault is told once, by `complain`. */
export function ledgers(io: Io, language: Language, complain: (path: string, what: Message) => Promise<void>): Ledgers {
  const known = new Map<string, Promise<Found | null>>();
  let failed = 0;

  function nearest(folder: string): Promise<Found | null> {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  }

  async function look(folder: string): Promise<Found | null> {
    const path = join(folder, LEDGER);
    const above = dirname(folder);
    try {
      return { folder, ledger: await told(path, ledgerOf(Buffer.from(await io.read(path)).toString())) };
    } catch (error) {
      if (/^ENO(?:ENT|TDIR)$/.test((error as { code?: string }).code ?? ''))
        return above === folder ? null : nearest(above);
      failed++;
      await complain(path, readFailure(error));
      return { folder, ledger: emptyLedger };
    }
  }

  async function told(path: string, ledger: Ledger): Promise<Ledger> {
    if (ledger.faults.length > 0) failed++;
    for (const { line, reason } of ledger.faults)
      await complain(path, message(LEDGER_FAULT, line + 1, say(language, reason)));
    return ledger;
  }

  return {
    async of(path) {
      const found = await nearest(dirname(path));
      if (!found) return unnoted;
      return notesFor(found.ledger.entries, relative(found.folder, path).split(sep).join('/'));
    },
    home: async (path) => (await nearest(dirname(path)))?.folder ?? null,
    get failed() {
      return failed;
    },
  };
}

interface Found {
  readonly folder: string;
  readonly ledger: Ledger;
}

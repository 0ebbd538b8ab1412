import { type Language, type Message, message, say } from '../text/words';
import type { Io } from './io';
import { ledgers, noLedgers } from './ledgers';
import { type Sources, sources } from './sources';

/** What every command has at hand: the outside world, the reader's language, and the files. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
  /** Reads the files; each that cannot be read is named on standard error. */
  open(paths: readonly string[]): Promise<Sources>;
  /** The folder of the ledger that counts for a file (by its absolute path), or null. */
  home(path: string): Promise<string | null>;
  /** One line on standard error about a file. */
  complain(path: string, what: Message): Promise<void>;
  /** One line on standard output. */
  print(what: Message): Promise<void>;
}

/** `notes`: whether what people said beside the texts counts. */
export function session(io: Io, language: Language, encoding: string | undefined, notes = true): Session {
  const complain = (path: string, what: Message): Promise<void> =>
    io.err(`${say(language, message(LINE, path, say(language, what)))}\n`);
  const print = (what: Message): Promise<void> => io.out(`${say(language, what)}\n`);
  const said = notes ? ledgers(io, language, complain) : noLedgers;
  return {
    io,
    language,
    complain,
    print,
    home: said.home,
    open: (paths) => sources(io, paths, encoding, said, complain),
  };
}

const LINE = { en: 'galley: {0}: {1}', zh: 'galley：{0}：{1}' };

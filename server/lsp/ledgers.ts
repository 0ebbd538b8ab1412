import { URI } from 'vscode-uri';
import { type Entry, emptyLedger, LEDGER, type Ledger, ledgerOf, written } from '../features/ledger';
import { PAPER, type Paper, paperOf } from '../parse/paper';
import { type Message, message, say, type Words } from '../text/words';
import type { Files } from './files';
import { fileOf, folderOf, isWithin, pathIn, reason } from './uris';

/** How ledgers are written, and where notes go that have no folder. */
export interface Keeping {
  /** Writes a file, and the folders above it where they are missing; rejects where that cannot be. */
  write(uri: string, content: string): Promise<void>;
  /** What the editor itself keeps for this workspace: the content of a ledger. Null where it keeps nothing. */
  readonly memory: { recall(): Promise<string>; keep(content: string): Promise<void> } | null;
}

/** Where the notes of a document are: the folder whose ledger speaks of it (null: the editor's own), and its name there. */
export interface Home {
  readonly folder: string | null;
  readonly path: string;
}

export interface Surroundings extends Keeping {
  readonly files: Files;
  /** The workspace folders, as `fileOf` spells them. */
  folders(): readonly string[];
}

const inside = (folder: string, path: string): string => `${folder.replace(/\/$/, '')}/${path}`;
export const ledgerIn = (folder: string): string => inside(folder, LEDGER);
const paperIn = (folder: string): string => inside(folder, PAPER);

/** The folder beside texts in which all of that lies. */
export const KEPT = '.galley';

/** Which files of ours lie beside the texts of a folder. */
interface Kept {
  readonly ledger: boolean;
  readonly paper: boolean;
}

/** Where more came, went or changed at once, everything is asked again: it takes no longer. */
const FEW = 100;
const NOTHING: Kept = { ledger: false, paper: false };
const KEEPS_NOTHING = Promise.resolve(NOTHING);

/** The ledgers as they lie on disk and in the editor's memory; what was read is remembered until it is said to have changed. */
export class Ledgers {
  private readonly kept = new Map<string, Promise<Kept>>();
  private readonly homes = new Map<string, Promise<string | null>>();
  private readonly known = new Map<string | null, Promise<Ledger>>();
  private readonly papers = new Map<string, Promise<Declaration>>();
  private readonly silent = new Map<string | null, Promise<boolean> | true>();
  private turn: Promise<unknown> = Promise.resolve();
  private changes = 0;

  constructor(private readonly around: Surroundings) {}

  /**
   * Forgets what was read: of these files or folders (as `fileOf` spells them), where it is known which came, went or
   * changed. Whether something was read before that may be otherwise now.
   */
  changed(files?: readonly string[]): boolean {
    this.changes++;
    this.homes.clear();
    this.silent.clear();
    const few = files && files.length <= FEW ? files : null;
    const touches = (folder: string | null): boolean =>
      few === null ||
      (folder !== null && few.some((file) => isWithin(ledgerIn(folder), file) || isWithin(file, inside(folder, KEPT))));
    for (const folder of [...this.kept.keys()].filter(touches)) this.kept.delete(folder);
    const ledgers = [...this.known.keys()].filter(touches);
    const papers = [...this.papers.keys()].filter(touches);
    for (const folder of ledgers) this.known.delete(folder);
    for (const folder of papers) this.papers.delete(folder);
    return ledgers.length + papers.length > 0;
  }

  /** Lets it be said of folders that nothing is kept beside their texts: what was seen from now on, until something changes. */
  emptied(): (folder: string) => void {
    const { changes } = this;
    return (folder) => {
      if (changes === this.changes && !this.kept.has(folder)) this.kept.set(folder, KEEPS_NOTHING);
    };
  }

  /** The nearest folder upwards that has a ledger, else the workspace folder of the document, else the editor's memory. */
  async home(uri: string): Promise<Home> {
    const file = fileOf(uri);
    const folder = await this.nearest(folderOf(file), 'ledger');
    const chosen = folder ?? this.around.folders().find((root) => isWithin(file, root)) ?? null;
    return chosen === null ? { folder: null, path: file } : { folder: chosen, path: pathIn(chosen, file) };
  }

  /**
   * Whether nothing was said of any text of a folder (null: of those that lie in none). So it is of most, and ten thousand
   * files ask: the answer is at hand then.
   */
  nothingSaid(folder: string | null): Promise<boolean> | true {
    const known = this.silent.get(folder) ?? (this.isBelowSilence(folder) || undefined);
    if (known) return known;
    const asked = this.isSilent(folder).then((silent) => {
      if (silent && this.silent.get(folder) === asked) this.silent.set(folder, true);
      return silent;
    });
    this.silent.set(folder, asked);
    return asked;
  }

  /** Whether that follows from what is at hand: it holds nothing of ours, and nothing was said in the folder above. */
  private isBelowSilence(folder: string | null): boolean {
    if (folder === null || this.kept.get(folder) !== KEEPS_NOTHING) return false;
    const above = folderOf(folder);
    if (above === folder || this.nothingSaid(above) !== true) return false;
    this.silent.set(folder, true);
    return true;
  }

  private async isSilent(folder: string | null): Promise<boolean> {
    if ((await this.nearest(folder, 'paper')) !== null) return false;
    const ledgers = new Set([await this.nearest(folder, 'ledger'), null]);
    const read = await Promise.all(Array.from(ledgers, (each) => this.read(each)));
    return read.every(({ entries }) => entries.length === 0);
  }

  /** Total: what cannot be read is a fault of the ledger; one that is not there is empty. */
  read(folder: string | null): Promise<Ledger> {
    const known = this.known.get(folder) ?? this.fetched(folder);
    this.known.set(folder, known);
    return known;
  }

  private async fetched(folder: string | null): Promise<Ledger> {
    const { files, memory } = this.around;
    if (folder === null) return ledgerOf((await memory?.recall().catch(() => '')) ?? '');
    if (!(await this.keptIn(folder)).ledger) return emptyLedger;
    try {
      return ledgerOf(new TextDecoder().decode(await files.read(ledgerIn(folder))));
    } catch (error) {
      return { entries: [], faults: [{ line: 0, reason: message(UNREADABLE, reason(error)) }] };
    }
  }

  /**
   * Puts another list of entries into a ledger, made from the one that is there now; one writing at a time. Rejects with
   * an `Unkept` where that is not possible.
   */
  change(folder: string | null, next: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> {
    const done = this.turn.then(async () => {
      // It may have been taken away a moment ago, before anybody could tell.
      if (folder !== null) this.kept.delete(folder);
      const { entries, faults } = await this.fetched(folder);
      if (faults.length > 0 && folder !== null) throw new Unkept(faultIn(folder, faults[0]), false);
      await this.put(folder, written(next(entries)));
    });
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** Adds to the end of a file in the folder of a document; rejects where that cannot be, or it lies in none. */
  append({ folder }: Home, name: string, lines: string): Promise<void> {
    const done = this.turn.then(async () => {
      if (folder === null) throw new Unkept(message(NO_FOLDER), false);
      const uri = `${folder.replace(/\/$/, '')}/${name}`;
      try {
        const before = (await exists(this.around.files, uri)) ? await this.around.files.read(uri) : new Uint8Array();
        await this.around.write(uri, new TextDecoder().decode(before) + lines);
      } catch (error) {
        throw new Unkept(message(UNWRITABLE, shown(uri), reason(error)), false);
      }
    });
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async put(folder: string | null, content: string): Promise<void> {
    const { memory, write } = this.around;
    try {
      if (folder !== null) await write(ledgerIn(folder), content);
      else if (memory) await memory.keep(content);
      else throw new Unkept(message(NOWHERE), false);
    } catch (error) {
      if (error instanceof Unkept) throw error;
      throw new Unkept(message(UNWRITABLE, folder === null ? '' : shown(ledgerIn(folder)), reason(error)), true);
    }
    if (folder === null) {
      this.known.delete(null);
      this.silent.clear();
    } else this.changed([ledgerIn(folder)]);
  }

  /** What is declared of a document's paper, in the nearest folder upwards; a message where that cannot be read. */
  async paper(uri: string): Promise<Declaration> {
    const folder = await this.nearest(folderOf(fileOf(uri)), 'paper');
    if (folder === null) return UNDECLARED;
    const known = this.papers.get(folder) ?? this.declared(folder);
    this.papers.set(folder, known);
    return known;
  }

  private async declared(folder: string): Promise<Declaration> {
    const uri = paperIn(folder);
    try {
      const { paper, fault } = paperOf(new TextDecoder().decode(await this.around.files.read(uri)));
      return { paper, fault: fault && message(PAPER_FAULT, shown(uri), say('en', fault), say('zh', fault)) };
    } catch (error) {
      return { paper: null, fault: message(PAPER_FAULT, shown(uri), reason(error), reason(error)) };
    }
  }

  private nearest(folder: string | null, what: keyof Kept): Promise<string | null> {
    if (folder === null) return NOWHERE_ABOVE;
    const key = `${what} ${folder}`;
    const known = this.homes.get(key) ?? this.look(folder, what);
    this.homes.set(key, known);
    return known;
  }

  private async look(folder: string, what: keyof Kept): Promise<string | null> {
    if ((await this.keptIn(folder))[what]) return folder;
    const above = folderOf(folder);
    return above === folder ? null : this.nearest(above, what);
  }

  private keptIn(folder: string): Promise<Kept> {
    const known = this.kept.get(folder) ?? this.seen(folder);
    this.kept.set(folder, known);
    return known;
  }

  private async seen(folder: string): Promise<Kept> {
    const { files } = this.around;
    const there = await files.stat(inside(folder, KEPT)).catch(() => null);
    if (!there?.folder) return NOTHING;
    const [ledger, paper] = await Promise.all([exists(files, ledgerIn(folder)), exists(files, paperIn(folder))]);
    return { ledger, paper };
  }
}

const NOWHERE_ABOVE: Promise<null> = Promise.resolve(null);

export interface Declaration {
  readonly paper: Paper | null;
  readonly fault: Message | null;
}
const UNDECLARED: Declaration = { paper: null, fault: null };

/** Why a note could not be kept in its ledger; `elsewhere`: whether it may be kept in the editor's memory instead. */
export class Unkept extends Error {
  constructor(
    readonly why: Message,
    readonly elsewhere: boolean,
  ) {
    super(say('en', why));
  }
}

export const faultIn = (folder: string, { line, reason: why }: Ledger['faults'][number]): Message =>
  message(FAULT, shown(ledgerIn(folder)), line + 1, say('en', why), say('zh', why));

/** A URI as people read it. */
export const shown = (uri: string): string => (uri.startsWith('file:') ? URI.parse(uri).fsPath : uri);

const exists = (files: Files, uri: string): Promise<boolean> =>
  files.stat(uri).then(
    ({ folder }) => !folder,
    () => false,
  );

const PAPER_FAULT: Words = {
  en: '{0}: {1}. Nothing of it counts until that is mended.',
  zh: '{0}：{2}。改正之前，其中各项均不生效。',
};
const UNREADABLE: Words = { en: 'cannot be read: {0}', zh: '无法读取：{0}' };
const UNWRITABLE: Words = { en: '{0} cannot be written: {1}', zh: '无法写入 {0}：{1}' };
const NO_FOLDER: Words = {
  en: 'The fix was not written down: the text lies in no folder of the workspace.',
  zh: '修复未作记录：该文本不在工作区的文件夹中。',
};
const NOWHERE: Words = {
  en: 'This cannot be kept: the text lies in no folder of the workspace, and this editor keeps no notes by itself.',
  zh: '无法保存：该文本不在工作区的文件夹中，而此编辑器自身不保存批注。',
};
const FAULT: Words = {
  en: '{0}, line {1}: {2}. What can be read of it counts; nothing is written to it until that line is mended.',
  zh: '{0} 第 {1} 行：{3}。其余各行有效；该行改正之前不会写入此文件。',
};

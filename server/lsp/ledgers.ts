import { URI, Utils } from 'vscode-uri';
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

export const ledgerIn = (folder: string): string => `${folder.replace(/\/$/, '')}/${LEDGER}`;

/** The ledgers as they lie on disk and in the editor's memory; what was read is remembered until it is said to have changed. */
export class Ledgers {
  private readonly homes = new Map<string, Promise<string | null>>();
  private readonly known = new Map<string | null, Promise<Ledger>>();
  private readonly papers = new Map<string, Promise<Declaration>>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly around: Surroundings) {}

  /** Forgets what was read: a ledger came, went or changed. */
  changed(): void {
    this.homes.clear();
    this.known.clear();
    this.papers.clear();
  }

  /** The nearest folder upwards that has a ledger, else the workspace folder of the document, else the editor's memory. */
  async home(uri: string): Promise<Home> {
    const file = fileOf(uri);
    const folder = await this.nearest(folderOf(file));
    const chosen = folder ?? this.around.folders().find((root) => isWithin(file, root)) ?? null;
    return chosen === null ? { folder: null, path: file } : { folder: chosen, path: pathIn(chosen, file) };
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
    const uri = ledgerIn(folder);
    if (!(await exists(files, uri))) return emptyLedger;
    try {
      return ledgerOf(new TextDecoder().decode(await files.read(uri)));
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
    this.changed();
  }

  /** What is declared of a document's paper, in the nearest folder upwards; a message where that cannot be read. */
  paper(uri: string): Promise<Declaration> {
    const folder = folderOf(fileOf(uri));
    return folder === null ? Promise.resolve(UNDECLARED) : this.declared(folder);
  }

  private declared(folder: string): Promise<Declaration> {
    const known = this.papers.get(folder) ?? this.lookForPaper(folder);
    this.papers.set(folder, known);
    return known;
  }

  private async lookForPaper(folder: string): Promise<Declaration> {
    const uri = `${folder.replace(/\/$/, '')}/${PAPER}`;
    if (await exists(this.around.files, uri)) {
      try {
        const { paper, fault } = paperOf(new TextDecoder().decode(await this.around.files.read(uri)));
        return { paper, fault: fault && message(PAPER_FAULT, shown(uri), say('en', fault), say('zh', fault)) };
      } catch (error) {
        return { paper: null, fault: message(PAPER_FAULT, shown(uri), reason(error), reason(error)) };
      }
    }
    const above = Utils.dirname(URI.parse(folder)).toString();
    return above === folder ? UNDECLARED : this.declared(above);
  }

  private nearest(folder: string | null): Promise<string | null> {
    if (folder === null) return Promise.resolve(null);
    const known = this.homes.get(folder) ?? this.look(folder);
    this.homes.set(folder, known);
    return known;
  }

  private async look(folder: string): Promise<string | null> {
    if (await exists(this.around.files, ledgerIn(folder))) return folder;
    const above = Utils.dirname(URI.parse(folder)).toString();
    return above === folder ? null : this.nearest(above);
  }
}

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

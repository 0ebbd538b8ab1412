import { type Entry, type FileNotes, type Ledger, notesFor, unnoted, withoutLast } from '../features/ledger';
import type { Correction } from '../parse/corrections';
import { type Notes, silence } from '../parse/notes';
import type { Dismissal } from '../rules/dismissal';
import type { Settings } from '../rules/rule';
import { type Message, message, say, type Words } from '../text/words';
import type { OpenDocument } from './document';
import { contentHash } from './files';
import { isOfNotes } from './keeping';
import { faultIn, type Home, Ledgers, ledgerIn, type Surroundings, shown, Unkept } from './ledgers';
import type { RemoveNotesParams } from './requests';
import { noted } from './sheets';
import { fileOf, folderOf } from './uris';

export interface NoteSurroundings extends Surroundings {
  readonly documents: { get(uri: string): OpenDocument | undefined; all(): OpenDocument[] };
  /** Called when a document has to be read anew, as something else was said of it. */
  renoted(document: OpenDocument): void;
  /** Called after that came about by a change of the ledgers, and not by the opening of the document. */
  changed(): void;
  /** Called as soon as it is known that something else may have been said of any file. */
  heard(): void;
  tell(kind: 'info' | 'warning' | 'error', what: Message): void;
}

interface Known {
  readonly notes: FileNotes;
  readonly home: Home;
}

/** What people said of a file that tells how it is read. */
export interface Said {
  readonly notes: Notes;
  /** The same for the same words; empty where nothing was said. */
  readonly key: string;
}

/** What people said of the open documents, and of files. The ledgers on disk are the truth; this is what was last read of them. */
export class NotesOfDocuments {
  readonly ledgers: Ledgers;
  private readonly known = new Map<string, Known>();
  private readonly reading = new Map<string, Promise<void>>();
  private readonly told = new Set<string>();
  private last = '';

  constructor(private readonly around: NoteSurroundings) {
    this.ledgers = new Ledgers(around);
  }

  /** Resolves once a document's notes were read; never rejects. */
  ready(uri: string): Promise<void> {
    const known = this.reading.get(uri);
    if (known) return known;
    const reading = this.read(uri);
    this.reading.set(uri, reading);
    return reading;
  }

  /** What was said of a file, open or not, as the ledgers are now; never rejects. */
  async fresh(uri: string): Promise<FileNotes> {
    const { home: _, ...notes } = await this.fetched(uri);
    return notes;
  }

  /** What was said of a file, open or not, that tells how it is read; never rejects. Asked for every file of the workspace. */
  said(file: string, folder = folderOf(file)): Promise<Said> | Said {
    const silent = this.ledgers.nothingSaid(folder);
    return silent === true ? UNSAID : this.sayings(file, silent);
  }

  private async sayings(file: string, silent: Promise<boolean>): Promise<Said> {
    if (await silent) return UNSAID;
    const found = await Promise.all((await this.homes(file)).map((home) => this.corrected(home)));
    const corrections = found.flat();
    const { paper } = await this.ledgers.paper(file);
    if (corrections.length === 0 && !paper) return UNSAID;
    const notes = { corrections, ...(paper && { paper }) };
    return { notes, key: await contentHash(new TextEncoder().encode(JSON.stringify(notes))) };
  }

  private async corrected({ folder, path }: Home): Promise<readonly Correction[]> {
    const { entries } = await this.ledgers.read(folder);
    const files = correctedFiles.get(entries) ?? new Set(entries.flatMap(({ says, file }) => (says && file) || []));
    correctedFiles.set(entries, files);
    return files.has(path) ? notesFor(entries, path).corrections : [];
  }

  /** Where it is kept what was said of a file: in the ledger of a folder, and in the editor's memory. */
  private async homes(uri: string): Promise<readonly Home[]> {
    const home = await this.ledgers.home(uri);
    const own = { folder: null, path: fileOf(uri) };
    return home.folder === null ? [own] : [home, own];
  }

  of = (uri: string): FileNotes => this.known.get(uri)?.notes ?? unnoted;

  /** A document's settings with what was dismissed in it: one value as long as both stay. */
  settings(uri: string, settings: Settings): Settings {
    const { dismissals } = this.of(uri);
    if (dismissals.length === 0) return settings;
    const known = merged.get(dismissals);
    if (known?.settings === settings) return known.both;
    const both = { ...settings, dismissals };
    merged.set(dismissals, { settings, both });
    return both;
  }

  closed(uri: string): void {
    this.known.delete(uri);
    this.reading.delete(uri);
  }

  /** Takes that these files or folders (as `fileOf` spells them) changed, came or went: something else may be said there. */
  async refresh(files: readonly string[]): Promise<void> {
    if (files.length > 0 && (this.ledgers.changed(files) || files.some(isOfNotes))) await this.reread();
  }

  /** Reads what was said of all open documents again. */
  private async reread(): Promise<void> {
    this.around.heard();
    const before = new Map(this.known);
    this.reading.clear();
    const documents = this.around.documents.all();
    await Promise.all(documents.map(({ uri }) => this.ready(uri)));
    const others = documents.filter(({ uri }) => before.get(uri)?.notes !== this.known.get(uri)?.notes);
    if (others.length > 0) this.around.changed();
  }

  /**
   * Keeps what was said of a document, and tells where when that is not plain; gives what takes it back, or null where it
   * could not be kept. `entries` are made for the place they go to.
   */
  async add(uri: string, entries: (home: Home, at: string) => readonly Entry[]): Promise<RemoveNotesParams | null> {
    const at = this.now();
    const home = await this.ledgers.home(uri);
    let kept: RemoveNotesParams;
    try {
      kept = await this.put(home, entries(home, at));
    } catch (error) {
      if (!(error instanceof Unkept)) throw error;
      if (!error.elsewhere || !this.around.memory || home.folder === null) {
        this.around.tell('error', error.why);
        return null;
      }
      const own = { folder: null, path: fileOf(uri) };
      kept = await this.put(own, entries(own, at));
    }
    await this.reread();
    return kept;
  }

  /** Takes the latest words about a document's folder back; gives them. */
  async undo(uri: string): Promise<readonly Entry[]> {
    this.ledgers.changed();
    const { folder } = await this.ledgers.home(uri);
    const places = folder === null ? [null] : [folder, null];
    const ledgers = await Promise.all(places.map((place) => this.ledgers.read(place)));
    const lasts = ledgers.map(({ entries }) => withoutLast(entries).last);
    const latest = lasts.reduce((a, b) => ((b[0]?.at ?? '') > (a[0]?.at ?? '') ? b : a));
    if (latest.length === 0) return [];
    const written = new Set(latest.map((entry) => JSON.stringify(entry)));
    await this.remove(places[lasts.indexOf(latest)], written);
    return latest;
  }

  /** Takes entries back, named by what they are. */
  async remove(folder: string | null, written: ReadonlySet<string>): Promise<void> {
    try {
      await this.ledgers.change(folder, (entries) => entries.filter((entry) => !written.has(JSON.stringify(entry))));
    } catch (error) {
      if (!(error instanceof Unkept)) throw error;
      this.around.tell('error', error.why);
    }
    await this.reread();
  }

  private async put({ folder }: Home, added: readonly Entry[]): Promise<RemoveNotesParams> {
    const isNew = folder !== null && (await this.ledgers.read(folder)).entries.length === 0;
    await this.ledgers.change(folder, (entries) => {
      const there = new Set(entries.map((entry) => JSON.stringify(entry)));
      return [...entries, ...added.filter((entry) => !there.has(JSON.stringify(entry)))];
    });
    if (folder === null) this.once('memory', message(IN_MEMORY));
    else if (isNew) this.once(folder, message(IN_FOLDER, shown(ledgerIn(folder))));
    return { folder, ids: added.map((entry) => JSON.stringify(entry)) };
  }

  private async fetched(uri: string): Promise<FileNotes & { home: Home }> {
    const homes = await this.homes(uri);
    const ledgers = await Promise.all(homes.map(({ folder }) => this.ledgers.read(folder)));
    homes.forEach(({ folder }, i) => {
      this.complain(folder, ledgers[i]);
    });
    const { paper, fault } = await this.ledgers.paper(uri);
    if (fault) this.once(say('en', fault), fault, 'warning');
    const found = homes.map(({ path }, i) => notesFor(ledgers[i].entries, path));
    return {
      home: homes[0],
      corrections: found.flatMap(({ corrections }) => corrections),
      dismissals: found.flatMap(({ dismissals }) => dismissals),
      ...(paper && { paper }),
    };
  }

  private async read(uri: string): Promise<void> {
    const { home, ...fresh } = await this.fetched(uri);
    const known = this.known.get(uri)?.notes ?? unnoted;
    const same = JSON.stringify(known) === JSON.stringify(fresh);
    this.known.set(uri, { home, notes: same ? known : fresh });
    const document = this.around.documents.get(uri);
    if (!document || same) return;
    noted(document.text, fresh);
    this.around.renoted(document);
  }

  private complain(folder: string | null, { faults }: Ledger): void {
    if (folder === null) return;
    if (faults.length === 0) this.told.delete(`fault ${folder}`);
    else this.once(`fault ${folder}`, faultIn(folder, faults[0]), 'warning');
  }

  private once(key: string, what: Message, kind: 'info' | 'warning' = 'info'): void {
    if (this.told.has(key)) return;
    this.told.add(key);
    this.around.tell(kind, what);
  }

  /** Now, and later than anything said before: what was said last can be told. */
  private now(): string {
    let time = new Date();
    if (time.toISOString() <= this.last) time = new Date(Date.parse(this.last) + 1);
    this.last = time.toISOString();
    return this.last;
  }
}

/** The folder that a note on all texts of a document's folder counts for, as its ledger names it. */
export function folderAt(uri: string, { folder, path }: Home): string {
  if (folder === null) return folderOf(fileOf(uri)) ?? '';
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

const UNSAID: Said = { notes: silence, key: '' };
/** Of a ledger's entries the files that somebody corrected: of most files nobody said anything. */
const correctedFiles = new WeakMap<readonly Entry[], ReadonlySet<string>>();
const merged = new WeakMap<readonly Dismissal[], { settings: Settings; both: Settings }>();

const IN_MEMORY: Words = {
  en: 'Kept with this workspace by the editor, as the text lies in no folder that can be written to: other people and the command line do not see it.',
  zh: '该文本不在可写的文件夹中，此项由编辑器随本工作区保存，其他人和命令行看不到。',
};
const IN_FOLDER: Words = {
  en: 'Kept in {0}, where other people and the command line see it too.',
  zh: '已存入 {0}，其他人和命令行也可看到。',
};

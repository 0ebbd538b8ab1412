import type { Digest } from '../issue/digest';
import { restored } from '../issue/stored';
import type { Encoding } from '../text/encoding';
import type { Words } from '../text/words';
import { abreast, breath } from './breath';
import type { Digests } from './digested';
import type { EncodingSettings } from './encodings';
import type { Files } from './files';
import { KEPT } from './ledgers';
import type { Said } from './notes';
import type { Task } from './progress';
import { type AreaOf, type Root, Roots } from './roots';
import type { Admission } from './scope';
import { misspelt } from './spelling';
import type { Entry, LeftOut } from './storedIndex';
import { fileOf, folderOf, reason } from './uris';
import { type Candidate, walk } from './walk';

/** A larger file is left out: it would keep everyone waiting, and no newspaper's page or issue is so long. */
export const MAX_BYTES = 8_000_000;
/** Lookups under way at once: enough for each thread to be given several files while it is busy with others. */
const LANES = 32;
/** While many files are read, what was found is handed on so often. */
const PUBLISH_MS = 500;

export interface ArchiveHost {
  readonly files: Files;
  readonly digests: Digests;
  readonly areaOf: AreaOf;
  /** What people said of a file; `folder` where it is at hand. */
  readonly said: (file: string, folder?: string | null) => Promise<Said> | Said;
  /** Takes that nothing is kept beside the texts of folders, as seen from the call on. */
  readonly emptied: () => (folder: string) => void;
  /** The encoding that a person opened a file in, or null. */
  readonly openedIn: (file: string) => Encoding | null;
  /** Told each digest before it is found with others: what takes a moment of each is done then. */
  readonly met: (digest: Digest) => void;
  /** Takes what became known of some files on disk: a digest, or null for what is gone or no newspaper's. */
  readonly found: (digests: ReadonlyMap<string, Digest | null>) => void;
  readonly log: (line: string) => void;
}

/**
 * What is known of the files on disk: those of the workspace folders, and those beside documents opened from elsewhere.
 * Knows nothing of open documents.
 * Invariant: of two lookups of one file the one that began later counts, however they end.
 */
export class Archive {
  readonly entries = new Map<string, Entry>();
  /** Files read since the start. */
  read = 0;
  /** Those of the entries that were left out, and why. */
  readonly leftOut = new Map<string, LeftOut>();
  /** Whether every file of the workspace was looked up, and none is known from an earlier run alone. */
  whole = false;
  /** Entries that changed since they were last taken to be stored. */
  readonly unsaved = new Set<string>();
  private roots = Roots.none;
  /** Folders outside the workspace that were read, or are being read. */
  private readonly strays = new Map<string, Promise<void>>();
  /** What an earlier run knew of files that were not looked up yet. */
  private earlier: ReadonlyMap<string, Entry> = new Map();
  private readonly turns = new Map<string, Promise<void>>();
  private pending = new Map<string, Digest | null>();
  private publishing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ArchiveHost) {}

  /**
   * Makes these the workspace folders and looks up every file that may be in them; `earlier` is what an earlier run knew.
   * Resolves with whether it came to its end.
   */
  async survey(
    uris: readonly string[],
    earlier: Promise<ReadonlyMap<string, Entry> | null>,
    task: Task,
  ): Promise<boolean> {
    this.whole = false;
    const remembered = earlier.then((entries) => {
      if (entries) this.earlier = entries;
    });
    this.roots = await Roots.of(uris, this.host.areaOf, this.host.files);
    const listed = new Map<string, Candidate>();
    for (const root of this.roots.all)
      for await (const candidates of this.walked(root, root.folder)) {
        if (task.cancelled) return false;
        for (const candidate of candidates) listed.set(candidate.file, candidate);
      }
    await remembered;
    // Those that were not listed are asked for too: they may have come meanwhile.
    const wanted = new Set([...listed.keys(), ...this.entries.keys()]);
    let done = 0;
    const lookedUp = (): Promise<void> | undefined => {
      task.report(++done, wanted.size, PROGRESS);
      return breath();
    };
    await abreast(wanted, LANES, (file) => {
      if (task.cancelled) return;
      const candidate = listed.get(file);
      return this.isKnown(file, candidate) ? lookedUp() : this.lookUp(file, candidate).then(lookedUp);
    });
    this.publish();
    this.whole = !task.cancelled;
    if (this.whole) this.earlier = new Map();
    return this.whole;
  }

  /** Resolves when the folder of a document outside the workspace was read, or the document itself inside; never rejects. */
  ready(uri: string): Promise<void> {
    const folder = folderOf(uri);
    if (folder === null) return Promise.resolve();
    const known = this.strays.get(folder) ?? this.readFolder(folder);
    this.strays.set(folder, known);
    return known;
  }

  /** Looks up what changed, came or went, files or folders; never rejects. */
  async refresh(uris: readonly string[]): Promise<void> {
    const named = new Set(uris.map(fileOf));
    const known = new Set(this.entries.keys());
    // What was known to lie in folders among them, and of what is being looked up: what was found may be no longer true.
    const within = withinAny(named, [...this.entries.keys(), ...this.turns.keys()]);
    // A file that is said to have changed is read, whatever its time says: clocks are coarse, and set back.
    await abreast(named, LANES, (file) => this.lookUp(file, undefined, false));
    await abreast(within, LANES, (file) => this.lookUp(file));
    for (const file of named) {
      if (!this.roots.of(file) || this.concerns(file)) continue;
      const stat = await this.host.files.stat(file).catch(() => null);
      if (stat?.folder) await this.readWithin(file);
    }
    const came = [...this.entries.keys()].some((file) => !known.has(file));
    for (const file of came ? await misspelt(this.host.files, this.entries.keys()) : []) this.settle(file, null);
    this.publish();
  }

  /** Looks up again the files of which something else was said; never rejects. */
  async reread(): Promise<void> {
    // Those being looked up too: that may rest on what was said before.
    await abreast(new Set([...this.entries.keys(), ...this.turns.keys()]), LANES, async (file) => {
      const known = this.entries.get(file);
      const { as } = await this.manner(file, this.roots.admission(file));
      if (this.turns.has(file) || known?.as !== as) await this.lookUp(file);
      await breath();
    });
    this.publish();
  }

  /** Whether a file's name is one that may come into the index: most of a large workspace are not. */
  concerns = (uri: string): boolean => this.roots.admission(fileOf(uri)) !== 'no';

  /** In which encoding a file is read. */
  encoding(file: string): EncodingSettings {
    const { chosen, usual } = this.roots.area(file).encoding;
    return { chosen, usual: this.host.openedIn(file) ?? usual };
  }

  private async readFolder(folder: string): Promise<void> {
    try {
      const listed = await this.host.files.list(folder);
      const files = listed.flatMap((entry) => (entry.folder ? [] : [fileOf(entry.uri)]));
      await abreast(files, LANES, (file) => this.lookUp(file));
    } catch (error) {
      this.strays.delete(folder);
      this.unlistable(folder, error);
    }
    this.publish();
  }

  private async readWithin(folder: string): Promise<void> {
    const root = this.roots.of(folder);
    if (!root || (await root.scope.excludes(folder, true))) return;
    for await (const candidates of this.walked(root, folder))
      await abreast(candidates, LANES, (candidate) => this.lookUp(candidate.file, candidate));
  }

  private walked({ scope, area }: Root, folder: string): AsyncGenerator<readonly Candidate[]> {
    const emptied = this.host.emptied();
    return walk(this.host.files, folder, scope, area.scope, {
      listed: (each, names) => void (names.has(KEPT) || emptied(each)),
      trouble: this.unlistable,
    });
  }

  /** Finds out what a file is now. `candidate` where its place was judged already; `dated`: whether its time counts. */
  private lookUp(file: string, candidate?: Candidate, dated = true): Promise<void> {
    const turn: Promise<void> = this.entryOf(file, candidate, dated).then((entry) => {
      // Whoever waits for this lookup waits for the later one, which counts.
      if (this.turns.get(file) !== turn) return this.turns.get(file);
      this.turns.delete(file);
      this.settle(file, entry);
    });
    this.turns.set(file, turn);
    return turn;
  }

  /** Whether a file is what it was known for, as far as that is told at a glance: so it is with ten thousand at a start. */
  private isKnown(file: string, candidate: Candidate | undefined): boolean {
    const known = this.entries.get(file) ?? this.earlier.get(file);
    if (!known || !candidate || this.turns.has(file)) return false;
    const said = this.host.said(file, candidate.folder);
    if (said instanceof Promise || known.as !== this.mannerOf(file, candidate.admission, said).as) return false;
    const stat = this.host.files.statNow?.(file);
    if (!stat || stat.folder || known.size !== stat.size || known.mtime !== stat.mtime) return false;
    this.settle(file, known);
    return true;
  }

  private settle(file: string, entry: Entry | null): void {
    const known = this.entries.get(file);
    if (entry === known || (!entry && !known)) return;
    if (entry) this.entries.set(file, entry);
    else this.entries.delete(file);
    if (entry?.left) this.leftOut.set(file, entry.left);
    else this.leftOut.delete(file);
    if (entry !== this.earlier.get(file)) this.unsaved.add(file);
    if (entry?.digest === known?.digest) return;
    if (entry?.digest) this.host.met(entry.digest);
    this.pending.set(file, entry?.digest ?? null);
    this.publishing ??= setTimeout(() => this.publish(), PUBLISH_MS);
  }

  private async entryOf(file: string, candidate: Candidate | undefined, dated: boolean): Promise<Entry | null> {
    const root = this.roots.of(file);
    const admitted = candidate?.admission ?? this.roots.admission(file);
    if (admitted === 'no') return null;
    if (!candidate && (await root?.scope.excludes(file, false))) return null;
    if (!root && !this.strays.has(folderOf(file) ?? '')) return null;
    const stat = await this.host.files.stat(file).catch(() => null);
    if (!stat || stat.folder) return null;
    const { size } = stat;
    const { as, ...manner } = await this.manner(file, admitted);
    const known = this.entries.get(file) ?? this.earlier.get(file);
    const comparable = known?.as === as ? known : null;
    if (dated && comparable?.size === size && comparable.mtime === stat.mtime) return comparable;
    const mtime = Math.abs(Date.now() - stat.mtime) < FRESH_MS ? 0 : stat.mtime;
    const plain = { file, size, mtime, as, hash: '', digest: null };
    if (size > MAX_BYTES) return this.leave({ ...plain, left: 'large' }, `${size} bytes`);
    try {
      const { hash, kind, digest } = await this.host.digests({ file, ...manner, known: comparable?.hash ?? '' });
      this.read++;
      if (kind === 'same' && comparable) return { ...comparable, size, mtime };
      if (kind === 'binary') return this.leave({ ...plain, hash, left: 'binary' }, 'no text');
      return { ...plain, hash, digest: digest && restored(file, digest), left: null };
    } catch (error) {
      // It may have gone since it was looked up.
      if (!(await this.host.files.stat(file).catch(() => null))) return null;
      return this.leave({ ...plain, mtime: 0, left: 'unreadable' }, reason(error));
    }
  }

  private manner = async (file: string, admitted: Admission) =>
    this.mannerOf(file, admitted, await this.host.said(file));

  /** How a file is read, and `as` for short. */
  private mannerOf(file: string, admitted: Admission, { notes, key }: Said) {
    const encoding = this.encoding(file);
    const as = `${admitted} ${encoding.chosen ?? ''} ${encoding.usual ?? ''} ${key}`;
    return { as, certain: admitted === 'newspaper', encoding, notes };
  }

  private leave(entry: Entry, why: string): Entry {
    this.host.log(`${entry.file} is left out: ${why}`);
    return entry;
  }

  private unlistable = (folder: string, error: unknown): void =>
    this.host.log(`cannot list ${folder}: ${reason(error)}`);

  private publish(): void {
    clearTimeout(this.publishing);
    this.publishing = undefined;
    const found = this.pending;
    this.pending = new Map();
    if (found.size > 0) this.host.found(found);
  }
}

/** Those of `files` that lie in one of some folders, however deep. */
function withinAny(folders: ReadonlySet<string>, files: readonly string[]): Set<string> {
  const known = new Map<string, boolean>();
  const isIn = (path: string): boolean => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const found =
      known.get(folder) ?? (folder !== '' && (folders.has(folder) || folders.has(`${folder}/`) || isIn(folder)));
    known.set(folder, found);
    return found;
  };
  return new Set(files.filter(isIn));
}

/** A file written so lately may be written again without its time changing. */
const FRESH_MS = 2000;

const PROGRESS: Words = { en: '{0} of {1} files', zh: '{1} 个文件中的第 {0} 个' };

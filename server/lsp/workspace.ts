import { LRUCache } from 'lru-cache';
import { type Digest, digest, sameDigest } from '../issue/digest';
import { Issue } from '../issue/issue';
import type { Notes } from '../parse/notes';
import type { Sheet } from '../parse/sheet';
import { canonical, type Encoding, encodingOf } from '../text/encoding';
import { Text } from '../text/text';
import { Archive, type ArchiveHost, MAX_BYTES } from './archive';
import type { OpenDocument } from './document';
import { decodedAs } from './encodings';
import type { Memory } from './memory';
import type { Task } from './progress';
import { noted, sheetOf } from './sheets';
import { fileOf, reason } from './uris';

/** What the workspace is told from outside, and whom it tells. */
export interface Surroundings extends Pick<ArchiveHost, 'files' | 'digests' | 'areaOf' | 'said' | 'emptied' | 'log'> {
  readonly memory: Memory;
  /** The open document of a URI as the client spells it. */
  readonly documents: { get(uri: string): OpenDocument | undefined };
  /** What people said of a file that is not open. */
  readonly notesOf: (file: string) => Promise<Notes>;
  /** Called after the issue became one that says something else of a file to the others. */
  readonly changed: () => void;
}

/**
 * Keeps the issue: the digests of the open documents over those of the archive. Files are named by `fileOf`.
 * Invariant: an open document always beats the disk, and its closing leaves what the disk says.
 */
export class Workspace {
  /** Counts the changes that say something else to other files: while it stays, nothing outside a file is worked out anew. */
  revision = 0;
  readonly archive: Archive;
  private current = Issue.empty;
  /** Documents edited since their digest was taken. */
  private readonly edited = new Set<string>();
  /** The client's spelling of each open document. */
  private readonly open = new Map<string, string>();
  /** What was last understood of them. */
  private readonly read = new Map<string, Sheet>();
  private readonly openedIn = new Map<string, Encoding>();
  /** Sheets of files that are not open: few, and none of them large beside the others. */
  private readonly sheets = new LRUCache<string, Sheet>({
    max: 16,
    maxSize: 4_000_000,
    sizeCalculation: ({ text }) => text.length + 1,
  });

  constructor(private readonly around: Surroundings) {
    const openedIn = (file: string) => this.openedIn.get(file) ?? null;
    this.archive = new Archive({
      ...around,
      openedIn,
      met: (digest) => this.current.locate(digest),
      found: (digests) => this.found(digests),
    });
  }

  /** The issue with the open documents as they stand now. */
  get issue(): Issue {
    for (const file of this.edited) this.digestOpen(file);
    this.edited.clear();
    return this.current;
  }

  /** Resolves when the folder of a file has been read; never rejects. */
  ready = (uri: string): Promise<void> => this.archive.ready(uri);

  /** Another way of reading paths. */
  reading(pattern: RegExp | null): void {
    this.replace(this.current.reading(pattern), true);
  }

  opened(document: OpenDocument): void {
    this.open.set(fileOf(document.uri), document.uri);
    this.changed(document);
    void this.ready(document.uri);
  }

  changed(document: OpenDocument): void {
    this.edited.add(fileOf(document.uri));
  }

  /** The encoding in which a person opened a document: how its file is read once it is closed. Null for no choice. */
  openedAs(uri: string, encoding: Encoding | null): void {
    const name = encoding === null ? null : canonical(encoding);
    if (name === null || name === 'utf-8') this.openedIn.delete(fileOf(uri));
    else this.openedIn.set(fileOf(uri), name);
  }

  /** What the bytes of a document's file look like, whatever they were opened in; null where there is no telling. */
  async encodingByContent(uri: string): Promise<Encoding | null> {
    const bytes = await this.around.files.read(fileOf(uri)).catch(() => null);
    return bytes && (encodingOf(bytes)?.encoding ?? null);
  }

  /** A closed document is the disk's again. */
  async closed(uri: string): Promise<void> {
    const file = fileOf(uri);
    this.open.delete(file);
    this.read.delete(file);
    this.edited.delete(file);
    const known = this.current.get(file);
    const onDisk = this.archive.entries.get(file)?.digest;
    // Taken out first even where both say the same: the document's digest holds on to its text.
    const without = this.current.without(file);
    const same = known && onDisk ? sameDigest(known, onDisk) : known === onDisk;
    this.replace(onDisk ? without.with(onDisk) : without, !same);
    await this.refresh([uri]);
  }

  /** Looks at files or folders again that came, changed or went outside the editor; never rejects. */
  async refresh(uris: readonly string[]): Promise<void> {
    for (const uri of uris) this.sheets.delete(fileOf(uri));
    await this.archive.refresh(uris);
    this.around.memory.soon(this.archive);
  }

  /** Looks at everything in these workspace folders, and resolves with whether it came to its end. One at a time. */
  async survey(folders: readonly string[], task: Task): Promise<boolean> {
    this.sheets.clear();
    const earlier = this.around.memory.earlier();
    // What ends the server in the middle loses little.
    const keeping = setInterval(() => void this.around.memory.keep(this.archive), KEPT_EVERY_MS);
    try {
      return await this.archive.survey(folders, earlier, task);
    } finally {
      clearInterval(keeping);
      await this.around.memory.keep(this.archive);
    }
  }

  /** Writes down what is known. */
  keep = (): Promise<void> => this.around.memory.keep(this.archive);

  /** What the recogniser makes of a file as it stands: the open document's, else the disk's; null where it cannot be read. */
  async sheet(file: string): Promise<Sheet | null> {
    const document = this.document(file);
    if (document) return sheetOf(document.text);
    const known = this.sheets.get(file);
    if (known) return known;
    const text = await this.text(file);
    if (!text || this.open.has(file)) return text && sheetOf(text);
    noted(text, await this.around.notesOf(file));
    const sheet = sheetOf(text);
    this.sheets.set(file, sheet);
    return sheet;
  }

  /** Whether an editor that opens a file reads the very text that `sheet` gives: edits made for another would harm it. */
  async readsAlike(file: string): Promise<boolean> {
    if (this.open.has(file)) return true;
    const settings = this.archive.encoding(file);
    const decoded = await this.around.files.read(file).then(
      (bytes) => decodedAs(bytes, settings),
      () => null,
    );
    return decoded !== null && (decoded.mark || decoded.encoding === (settings.usual ?? 'utf-8'));
  }

  /** Reads closed files again of which something else was said; never rejects. */
  async reread(): Promise<void> {
    this.sheets.clear();
    await this.archive.reread();
    this.around.memory.soon(this.archive);
  }

  /** The name under which the client knows a file. */
  uriOf = (file: string): string => this.open.get(file) ?? file;

  isOpen = (file: string): boolean => this.open.has(file);

  private document(file: string): OpenDocument | undefined {
    const uri = this.open.get(file);
    return uri === undefined ? undefined : this.around.documents.get(uri);
  }

  private async text(file: string): Promise<Text | null> {
    try {
      const bytes = await this.around.files.read(file);
      if (bytes.length > MAX_BYTES) throw new Error(`${bytes.length} bytes`);
      const decoded = decodedAs(bytes, this.archive.encoding(file));
      return decoded && Text.of(decoded.text);
    } catch (error) {
      this.around.log(`${file} cannot be read: ${reason(error)}`);
      return null;
    }
  }

  private digestOpen(file: string): void {
    const document = this.document(file);
    if (!document) return;
    const known = this.current.get(file);
    const sheet = sheetOf(document.text);
    const fresh = digest(file, sheet, this.read.get(file));
    this.read.set(file, sheet);
    this.replace(this.current.with(fresh), !known || !sameDigest(known, fresh));
  }

  private found(digests: ReadonlyMap<string, Digest | null>): void {
    let next = this.current;
    const fresh: Digest[] = [];
    let differs = false;
    for (const [file, digest] of digests) {
      if (this.open.has(file)) continue;
      const known = this.current.get(file);
      differs ||= digest && known ? !sameDigest(known, digest) : known !== (digest ?? undefined);
      if (!digest) next = next.without(file);
      else fresh.push(digest);
      if (!digest || known) this.sheets.delete(file);
    }
    this.replace(
      fresh.length > FEW ? next.withAll(fresh) : fresh.reduce((issue, one) => issue.with(one), next),
      differs,
    );
  }

  private replace(next: Issue, differs: boolean): void {
    if (next === this.current) return;
    this.current = next;
    if (!differs) return;
    this.revision++;
    this.around.changed();
  }
}

const KEPT_EVERY_MS = 5000;
/** Up to here files are put into the issue one by one: what is known of the others' order may then stay. */
const FEW = 20;

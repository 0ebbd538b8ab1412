import { URI, Utils } from 'vscode-uri';
import { digest } from '../issue/digest';
import { Issue } from '../issue/issue';
import { detect } from '../parse/detect';
import { decode } from '../text/decode';
import { Text } from '../text/text';
import type { OpenDocument } from './document';
import type { Files } from './files';
import { sheetOf } from './sheets';

const NEWSPAPER_FILE = /\.(txt|news)$/i;
const MAX_BYTES = 8_000_000;

/** What the workspace is told from outside, and whom it tells. */
export interface Surroundings {
  readonly files: Files;
  /** The open document of a URI as the client spells it. */
  readonly documents: { all(): OpenDocument[] };
  /** Called after the issue became another one. */
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

/**
 * Keeps the issue: the digests of the open documents and of the newspaper files in the folders beside them.
 * Files are named by `fileOf`. An open document always beats the disk.
 */
export class Workspace {
  private current = Issue.empty;
  /** Documents edited since their digest was taken. */
  private readonly edited = new Set<string>();
  /** Folders that were read, or are being read. */
  private readonly folders = new Map<string, Promise<void>>();

  constructor(private readonly around: Surroundings) {}

  /** The issue with the open documents as they stand now. */
  get issue(): Issue {
    for (const file of this.edited) this.digestOpen(file);
    this.edited.clear();
    return this.current;
  }

  /** Resolves when the folder of a file has been read; never rejects. */
  ready(uri: string): Promise<void> {
    const folder = folderOf(uri);
    if (folder === null) return Promise.resolve();
    const known = this.folders.get(folder);
    if (known) return known;
    const reading = this.readFolder(folder);
    this.folders.set(folder, reading);
    return reading;
  }

  opened(document: OpenDocument): void {
    this.changed(document);
    void this.ready(document.uri);
  }

  changed(document: OpenDocument): void {
    this.edited.add(fileOf(document.uri));
  }

  /** A closed document is the disk's again. */
  async closed(uri: string): Promise<void> {
    this.edited.delete(fileOf(uri));
    await this.refresh([uri]);
  }

  /** Reads files again that changed outside the editor, where their folder was read at all; never rejects. */
  async refresh(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const folder = folderOf(uri);
      if (folder === null) this.replace(this.current.without(fileOf(uri)));
      else if (this.folders.has(folder)) await this.readFile(fileOf(uri));
    }
  }

  /** Forgets files that are gone, unless they are open. */
  removed(uris: readonly string[]): void {
    for (const file of uris.map(fileOf)) if (!this.open(file)) this.replace(this.current.without(file));
  }

  /** A file's text: the open document's, else the disk's; null where it cannot be read. */
  async text(file: string): Promise<Text | null> {
    const open = this.open(file);
    return open ? open.text : this.read(file);
  }

  /** The name under which the client knows a file. */
  uriOf = (file: string): string => this.open(file)?.uri ?? file;

  private open(file: string): OpenDocument | undefined {
    return this.around.documents.all().find(({ uri }) => fileOf(uri) === file);
  }

  private digestOpen(file: string): void {
    const document = this.open(file);
    if (document) this.replace(this.current.with(digest(file, sheetOf(document.text))));
  }

  private async readFolder(folder: string): Promise<void> {
    let names: string[] = [];
    try {
      names = await this.around.files.list(folder);
    } catch (error) {
      this.folders.delete(folder);
      this.around.log(`cannot list ${folder}: ${reason(error)}`);
    }
    for (const name of names) if (NEWSPAPER_FILE.test(name)) await this.readFile(fileOf(name));
  }

  private async readFile(file: string): Promise<void> {
    if (this.open(file)) return;
    const text = NEWSPAPER_FILE.test(file) ? await this.read(file) : null;
    // It may have been opened while it was being read.
    if (this.open(file)) return;
    const isNewspaper = text !== null && (/\.news$/i.test(file) || detect(text.slice(0, 65536)));
    this.replace(isNewspaper ? this.current.with(digest(file, sheetOf(text))) : this.current.without(file));
  }

  private async read(file: string): Promise<Text | null> {
    try {
      const bytes = await this.around.files.read(file);
      if (bytes.length > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} bytes`);
      const decoded = decode(bytes);
      return decoded && Text.of(decoded.text);
    } catch (error) {
      this.around.log(`${file} is left out: ${reason(error)}`);
      return null;
    }
  }

  private replace(next: Issue): void {
    if (next === this.current) return;
    this.current = next;
    this.around.changed();
  }
}

/** One spelling for each file, however a client escapes it. */
export const fileOf = (uri: string): string => URI.parse(uri).toString();

/** The folder of a file, or null for a document that lies in none (`untitled:`). */
function folderOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'untitled' || !parsed.path.includes('/') ? null : Utils.dirname(parsed).toString();
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

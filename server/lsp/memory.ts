import type { Archive } from './archive';
import { breath } from './breath';
import type { Store } from './files';
import { type Entry, loaded, save } from './storedIndex';
import { reason } from './uris';

/** Changes rest so long before they are written. */
const REST_MS = 2000;
/** More parts than this, or more than twice as many entries as files, and all is written anew. */
const PARTS = 64;

export type Remembered = Pick<Archive, 'entries' | 'unsaved' | 'whole'>;

/** What outlives the server: the archive's entries, in a store. Without a store it forgets, and nothing else changes. */
export class Memory {
  private parts: string[] = [];
  /** How many entries the parts hold: of some files several. */
  private held = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private known: Promise<ReadonlyMap<string, Entry>> | undefined;

  constructor(
    private readonly store: Store | null,
    /** The program's: another may make other digests. */
    private readonly version: string,
    private readonly log: (line: string) => void,
  ) {}

  /** What an earlier run stored: the first time it is asked for; nothing afterwards. Never rejects. */
  async earlier(): Promise<ReadonlyMap<string, Entry> | null> {
    if (!this.store || this.known) return null;
    const reading = loaded(this.store, this.version, this.log);
    this.known = reading.then(({ entries }) => entries);
    const { entries, parts, held } = await reading;
    this.parts = [...parts];
    this.held = held;
    this.known = Promise.resolve(new Map());
    return entries;
  }

  /** Writes what changed once changes rest. */
  soon(archive: Remembered): void {
    clearTimeout(this.timer);
    if (this.store) this.timer = setTimeout(() => void this.keep(archive), REST_MS);
  }

  /** Writes what changed now; one writing after the other. Never rejects. */
  keep(archive: Remembered): Promise<void> {
    clearTimeout(this.timer);
    this.writing = this.writing.then(() => this.write(archive)).catch((error) => this.failed(error));
    return this.writing;
  }

  private async write({ entries, unsaved, whole }: Remembered): Promise<void> {
    if (!this.store) return;
    const changed = [...unsaved].flatMap((file) => entries.get(file) ?? []);
    unsaved.clear();
    // In the middle of a reading the parts hold what the entries do not yet.
    const stale = whole && (this.parts.length > PARTS || this.held + changed.length > 2 * entries.size + 1000);
    const old = stale ? this.parts : [];
    const written = await save(this.store, this.version, stale ? [...entries.values()] : changed);
    this.held = stale ? entries.size : this.held + changed.length;
    this.parts = stale ? written : [...this.parts, ...written];
    // Only now: whatever ends the server meanwhile, each entry stands in one part at least.
    for (const name of old) {
      await this.store.remove(name);
      await breath();
    }
  }

  private failed(error: unknown): void {
    this.log(`the index cannot be stored: ${reason(error)}`);
  }
}

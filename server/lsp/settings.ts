import type { Connection } from 'vscode-languageserver';
import { pathPattern } from '../issue/membership';
import type { Settings } from '../rules/rule';
import type { Client } from './client';
import { BY_CONTENT, type EncodingSettings, encodingSettings } from './encodings';
import { NO_SETTINGS, type ScopeSettings, scopeSettings } from './scope';

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** The rules' settings, whether applied fixes are written down, and whether lenses are shown. */
export interface DocumentSettings extends Settings {
  readonly log: boolean;
  readonly lens: boolean;
}

/** The settings out of whatever a client sends under `galley`: what is not understood counts as not set. */
export function settingsOf(sent: unknown): DocumentSettings {
  const { rules, log, lens } = (sent ?? {}) as { rules?: unknown; log?: unknown; lens?: unknown };
  const entries = typeof rules === 'object' && rules !== null ? Object.entries(rules) : [];
  const severities = Object.fromEntries(entries.filter(([, value]) => SEVERITIES.has(value)));
  return { severities, log: log === true, lens: lens !== false };
}

/** What holds for the files of one workspace folder. */
export interface Area {
  readonly scope: ScopeSettings;
  readonly encoding: EncodingSettings;
}

export const NO_AREA: Area = { scope: NO_SETTINGS, encoding: BY_CONTENT };

/** Sections that an area rests on, beside our own. */
export const AREA_SECTIONS = ['files.exclude', 'files.associations', 'files.encoding', 'search'];

/** `galley.issue.path`: the pattern it gives, and whether it is one at all. */
export interface IssuePath {
  readonly source: string;
  readonly pattern: RegExp | null;
  readonly valid: boolean;
}

/** The settings of each document, asked of the client once and again after it says that they changed. */
export class SettingsOfDocuments {
  private byUri = new Map<string, Promise<DocumentSettings>>();
  private pushed: DocumentSettings = settingsOf(null);
  private sent: unknown = null;
  /** Counts the changes: part of what makes a diagnostics result the same one. */
  generation = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
  ) {}

  /** Never rejects: a client that cannot answer gets the defaults, and is asked again next time. */
  of(uri: string): Promise<DocumentSettings> {
    if (!this.client.configuration) return Promise.resolve(this.pushed);
    const known = this.byUri.get(uri);
    if (known) return known;
    const asked = this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'galley' }).then(settingsOf);
    this.byUri.set(uri, asked);
    return asked.catch(() => {
      if (this.byUri.get(uri) === asked) this.byUri.delete(uri);
      return settingsOf(null);
    });
  }

  /** What holds for a workspace folder, or (null) outside all of them; never rejects. */
  async areaOf(folder: string | null): Promise<Area> {
    if (!this.client.configuration) return areaFrom(null, null, this.sent);
    const scope = folder === null ? {} : { scopeUri: folder };
    const items = ['files', 'search', 'galley'].map((section) => ({ ...scope, section }));
    const [files, search, own] = await this.connection.workspace.getConfiguration(items).catch(() => []);
    return areaFrom(files, search, own);
  }

  /** Never rejects. */
  async issuePath(): Promise<IssuePath> {
    const own: unknown = this.client.configuration
      ? await this.connection.workspace.getConfiguration('galley').catch(() => null)
      : this.sent;
    const source = (own as { issue?: { path?: unknown } } | null)?.issue?.path;
    if (typeof source !== 'string') return { source: '', pattern: null, valid: true };
    const pattern = pathPattern(source);
    return { source, pattern, valid: source === '' || pattern !== null };
  }

  /** `pushed` is what `didChangeConfiguration` carries: only clients that cannot be asked put anything there. */
  changed(pushed: unknown): void {
    this.generation++;
    this.byUri = new Map();
    this.sent = (pushed as { galley?: unknown } | null)?.galley;
    this.pushed = settingsOf(this.sent);
  }

  closed(uri: string): void {
    this.byUri.delete(uri);
  }
}

function areaFrom(files: unknown, search: unknown, own: unknown): Area {
  const { exclude, encoding } = (own ?? {}) as { exclude?: unknown; encoding?: unknown };
  const editor = (files ?? {}) as { encoding?: unknown };
  return {
    scope: files ? scopeSettings(files, search, exclude) : withExcluded(exclude),
    encoding: encodingSettings(encoding, editor.encoding),
  };
}

/** A client that knows no sections but ours. */
function withExcluded(exclude: unknown): ScopeSettings {
  const own = scopeSettings(null, null, exclude).exclude;
  return { ...NO_SETTINGS, exclude: [...NO_SETTINGS.exclude, ...own] };
}

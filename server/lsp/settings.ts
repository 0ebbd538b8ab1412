import type { Connection } from 'vscode-languageserver';
import type { Settings } from '../rules/rule';
import type { Client } from './client';

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** The rules' settings out of whatever a client sends under `galley`: what is not understood counts as not set. */
export function settingsOf(sent: unknown): Settings {
  const rules = (sent as { rules?: unknown } | null)?.rules;
  const entries = typeof rules === 'object' && rules !== null ? Object.entries(rules) : [];
  return { severities: Object.fromEntries(entries.filter(([, value]) => SEVERITIES.has(value))) };
}

/** The settings of each document, asked of the client once and again after it says that they changed. */
export class SettingsOfDocuments {
  private byUri = new Map<string, Promise<Settings>>();
  private pushed: Settings = settingsOf(null);
  /** Counts the changes: part of what makes a diagnostics result the same one. */
  generation = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
  ) {}

  /** Never rejects: a client that cannot answer gets the defaults, and is asked again next time. */
  of(uri: string): Promise<Settings> {
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

  /** `pushed` is what `didChangeConfiguration` carries: only clients that cannot be asked put anything there. */
  changed(pushed: unknown): void {
    this.generation++;
    this.byUri = new Map();
    this.pushed = settingsOf((pushed as { galley?: unknown } | null)?.galley);
  }

  closed(uri: string): void {
    this.byUri.delete(uri);
  }
}

import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { isNewspaper } from './editors';
import type { Server } from './server';

/** How long typing must rest before overviews are drawn anew. */
const REST_MS = 300;

/** What the server knows of the workspace's issues, and when that may have changed. */
export class Overviews implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Fires when typing rests, problems came or went, or other files were read. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly server: Server) {
    const soon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changes.fire(), REST_MS);
    };
    this.subscriptions = [
      this.changes,
      server.onDidChangeState(soon),
      server.onDidChangeIssue(soon),
      vscode.languages.onDidChangeDiagnostics(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isNewspaper(document)) soon();
      }),
    ];
  }

  async editions(filter?: requests.Filter): Promise<requests.EditionsResult> {
    const params = { filter };
    return (await this.server.ask<requests.EditionsParams, requests.EditionsResult>(requests.editions, params)) ?? [];
  }

  /** One issue, by its key or by a file of it; undefined where it is not known. */
  async edition(params: requests.EditionParams): Promise<requests.EditionResult | undefined> {
    const found = await this.server.ask<requests.EditionParams, requests.EditionResult | null>(
      requests.edition,
      params,
    );
    return found ?? undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

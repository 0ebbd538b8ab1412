import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { issueChanged } from '../server/lsp/requests';

/** The language server as the rest of the client sees it: started by whoever first needs it, and not before. */
export class Server {
  private starting: Promise<BaseLanguageClient> | undefined;
  private readonly states = new vscode.EventEmitter<void>();
  /** Fires when it begins or stops to run. */
  readonly onDidChangeState = this.states.event;
  private readonly issues = new vscode.EventEmitter<void>();
  /** Fires when what is known of several files became another. */
  readonly onDidChangeIssue = this.issues.event;

  /** `create` makes the client; `prepare` is what is to be done with it before it is started. */
  constructor(
    private readonly create: () => Promise<BaseLanguageClient>,
    private readonly prepare: (client: BaseLanguageClient) => void,
  ) {}

  /** Resolves when it runs; rejects where it cannot be started. */
  start(): Promise<BaseLanguageClient> {
    this.starting ??= this.started();
    return this.starting;
  }

  /** Whether anybody needed it yet. */
  get isStarted(): boolean {
    return this.starting !== undefined;
  }

  /**
   * The answer to one of our own requests; undefined where the document was edited meanwhile, is no newspaper's, or the
   * server is stopped: there is then nothing to be done.
   */
  async ask<P extends object, R>(method: string, params: P): Promise<R | undefined> {
    const client = await this.start();
    if (!client.isRunning()) return undefined;
    try {
      return await client.sendRequest<R>(method, params);
    } catch (error) {
      if (error instanceof Error && SILENT.has((error as { code?: unknown }).code)) return undefined;
      throw error;
    }
  }

  private async started(): Promise<BaseLanguageClient> {
    const client = await this.create();
    this.prepare(client);
    client.onDidChangeState(() => this.states.fire());
    client.onNotification(issueChanged, () => this.issues.fire());
    await client.start();
    return client;
  }
}

/** The protocol's codes `ContentModified` and `RequestCancelled`: written out, as its library is loaded with the server only. */
const SILENT: ReadonlySet<unknown> = new Set([-32801, -32800]);

import type { Connection } from 'vscode-languageserver';
import type { Context } from '../rules/rule';
import type { Client } from './client';
import type { OpenDocument } from './document';
import type { Formatted } from './formatting';
import type { Indexing } from './indexing';
import type { NotesOfDocuments } from './notes';
import type { SettingsOfDocuments } from './settings';
import { sheetOf } from './sheets';
import { fileOf } from './uris';
import type { Workspace } from './workspace';

/** Everything an answer may need, from `initialize` to `exit`. */
export interface Session {
  readonly client: Client;
  readonly connection: Connection;
  readonly documents: { get(uri: string): OpenDocument | undefined; all(): OpenDocument[] };
  readonly settings: SettingsOfDocuments;
  readonly notes: NotesOfDocuments;
  readonly workspace: Workspace;
  readonly index: Indexing;
  /** Files, not open, whose problems a check of the workspace sent. */
  readonly checked: Set<string>;
  /** Formattings handed out, by the client's URI, until the next change shows whether they were applied. */
  readonly formatted: Map<string, Formatted>;
  /** Documents (by the client's URI) that the client was told were opened in the wrong encoding. */
  readonly misread: Set<string>;
}

/** What rules and features look at for one document as it stands. */
export const contextOf = (session: Session, document: OpenDocument): Context => ({
  file: fileOf(document.uri),
  sheet: sheetOf(document.text),
  issue: session.workspace.issue,
});

/** The same, after the files beside the document were read: for what looks into other files. */
export async function knowing(session: Session, document: OpenDocument): Promise<Context> {
  await session.workspace.ready(document.uri);
  return contextOf(session, document);
}

import type { Command, ExecuteCommandParams } from 'vscode-languageserver';
import { type Done, LOG_FOLDER, type Logged, logged, logLines, reverted } from '../features/provenance';
import type { Text } from '../text/text';
import { say } from '../text/words';
import { Unkept } from './ledgers';
import type { Session } from './session';
import { fileOf } from './uris';

/** The command that an editor carries out after it applied a fix: only then is there something to write down. */
export const LOG = 'galley.log';

export interface Applied {
  readonly uri: string;
  readonly records: readonly Logged[];
}

/** The command for fixes of a text that are yet to be applied; undefined where nobody wants a log. */
export async function logging(
  session: Session,
  uri: string,
  text: Text,
  done: readonly Done[],
): Promise<Command | undefined> {
  const { log } = await session.settings.of(uri);
  if (!log) return undefined;
  const applied: Applied = { uri, records: logged(text, done, '', '') };
  return { title: '', command: LOG, arguments: [applied] };
}

export const log = (session: Session, { arguments: [applied] = [] }: ExecuteCommandParams): Promise<void> =>
  writeDown(session, applied as Applied);

/** Writes down what was done to a text. Of an open document, only what is found in it: a preview lets people leave things out. */
export async function writeDown(session: Session, { uri, records }: Applied): Promise<void> {
  const { notes, workspace, connection, client } = session;
  const text = session.documents.get(workspace.uriOf(fileOf(uri)))?.text;
  const there = text ? new Set(reverted(text, records).undone) : new Set(records);
  if (there.size === 0) return;
  const home = await notes.ledgers.home(uri);
  const at = new Date().toISOString();
  const lines = records.filter((record) => there.has(record)).map((record) => ({ ...record, at, file: home.path }));
  try {
    await notes.ledgers.append(home, `${LOG_FOLDER}/${at.slice(0, 10)}.jsonl`, logLines(lines));
  } catch (error) {
    if (!(error instanceof Unkept)) throw error;
    connection.window.showWarningMessage(say(client.language, error.why));
  }
}

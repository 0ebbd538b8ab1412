import type { CancellationToken } from 'vscode-languageserver';
import { type Message, message, type Words } from '../text/words';
import { breath } from './breath';
import { diagnostics } from './diagnostics';
import { withProgress } from './progress';
import type { CheckWorkspaceResult } from './requests';
import type { Session } from './session';
import { fileOf } from './uris';

/**
 * Finds the problems of every newspaper file of the index and sends them; what was sent stands until the file changes or is
 * opened (open documents say their problems themselves). Cancelled, it tells how far it came.
 */
export function checkWorkspace(session: Session, _: object, token: CancellationToken): Promise<CheckWorkspaceResult> {
  return withProgress(session, TITLE, (task) => checked(session, task), token);
}

async function checked(
  session: Session,
  task: { readonly cancelled: boolean; report(done: number, total: number, what: Words): void },
): Promise<CheckWorkspaceResult> {
  const { workspace, connection, index } = session;
  await index.idle();
  const files = [...workspace.issue.digests()].map(({ file }) => file).sort();
  let [done, problems, unread] = [0, 0, 0];
  for (const file of files) {
    if (task.cancelled) break;
    const uri = workspace.uriOf(file);
    const sheet = await workspace.sheet(file);
    if (sheet) {
      const items = await diagnostics(session, { uri, languageId: 'newspaper', version: 0, text: sheet.text });
      problems += items.length;
      if (!workspace.isOpen(file)) {
        session.settings.closed(uri);
        session.notes.closed(uri);
        if (items.length > 0 || session.checked.has(file))
          await connection.sendDiagnostics({ uri, diagnostics: items });
        if (items.length > 0) session.checked.add(file);
      }
    } else unread++;
    task.report(++done, files.length, PROGRESS);
    await breath();
  }
  return { files: done, of: files.length, problems, unread };
}

/** Takes back what a check sent of files that are no longer as they were. */
export function uncheck(
  { checked, connection }: Pick<Session, 'checked' | 'connection'>,
  uris: readonly string[],
): void {
  for (const uri of uris) if (checked.delete(fileOf(uri))) void connection.sendDiagnostics({ uri, diagnostics: [] });
}

const TITLE: Message = message({ en: 'Galley: checking the workspace', zh: 'Galley：正在检查整个工作区' });
const PROGRESS: Words = { en: '{0} of {1} files', zh: '{1} 个文件中的第 {0} 个' };

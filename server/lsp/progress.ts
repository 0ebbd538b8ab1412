import { CancellationToken, type Connection, type WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { type Message, message, say, type Words } from '../text/words';
import type { Client } from './client';

/** Work that takes long, as whoever does it sees it. */
export interface Task {
  readonly cancelled: boolean;
  /** `what` says with these two numbers how far it is. */
  report(done: number, total: number, what: Words): void;
}

/** Shorter work is not worth showing. */
const SHOWN_AFTER_MS = 1000;

/** Shows work that lasts, where the client can show it, with a way to cancel it; `token` cancels it too. */
export async function withProgress<R>(
  { connection, client }: { connection: Connection; client: Client },
  title: Message,
  work: (task: Task) => Promise<R>,
  token: CancellationToken = CancellationToken.None,
): Promise<R> {
  let reporter: WorkDoneProgressServerReporter | undefined;
  let latest = { percentage: 0, what: '' };
  let over = false;
  const timer = setTimeout(async () => {
    if (!client.progress) return;
    const created = await connection.window.createWorkDoneProgress().catch(() => undefined);
    if (over || !created) return;
    created.begin(say(client.language, title), latest.percentage, latest.what, true);
    reporter = created;
  }, SHOWN_AFTER_MS);
  try {
    return await work({
      get cancelled() {
        return token.isCancellationRequested || (reporter?.token.isCancellationRequested ?? false);
      },
      report(done, total, what) {
        const percentage = total > 0 ? Math.floor((done / total) * 100) : 0;
        if (percentage === latest.percentage) return;
        latest = { percentage, what: say(client.language, message(what, done, total)) };
        reporter?.report(percentage, latest.what);
      },
    });
  } finally {
    over = true;
    clearTimeout(timer);
    reporter?.done();
  }
}

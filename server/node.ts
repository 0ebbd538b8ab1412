import { version } from '../package.json';
import { disk, diskStore } from './node-disk';
import { serveDigests, threads } from './node-threads';

// The server as a process: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` say how the client speaks with it.

if (serveDigests()) {
  // A thread of the server below.
} else if (process.argv.includes('--version')) {
  process.stdout.write(`${version}\n`);
} else if (process.argv.some((flag) => /^--(stdio|node-ipc|socket|pipe)\b/.test(flag))) {
  void serve();
} else {
  process.stderr.write('galley: say how to speak with the client: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n');
  process.exitCode = 2;
}

/** What only the server itself needs is loaded here: a thread that makes digests has half the code, and is there sooner. */
async function serve(): Promise<void> {
  const { createConnection } = await import('vscode-languageserver/node');
  const { connect, messageStrategy } = await import('./lsp/connect');
  connect(createConnection({ messageStrategy }), {
    disk,
    store: diskStore,
    digests: (files) => threads(__filename, files),
    version,
  });
}

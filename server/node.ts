import { createConnection } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { connect } from './lsp/connect';
import { disk, diskStore } from './node-disk';
import { serveDigests, threads } from './node-threads';

// The server as a process: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` say how the client speaks with it.

if (serveDigests()) {
  // A thread of the server below.
} else if (process.argv.includes('--version')) {
  process.stdout.write(`${version}\n`);
} else if (process.argv.some((flag) => /^--(stdio|node-ipc|socket|pipe)\b/.test(flag))) {
  connect(createConnection(), { disk, store: diskStore, digests: (files) => threads(__filename, files), version });
} else {
  process.stderr.write('galley: say how to speak with the client: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n');
  process.exitCode = 2;
}

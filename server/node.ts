import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../package.json';
import { connect } from './lsp/connect';
import type { Files } from './lsp/files';

// The server as a process: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` say how the client speaks with it.

const disk: Files = {
  async list(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => pathToFileURL(`${fileURLToPath(folder)}/${name}`).href);
  },
  read: (uri) => readFile(fileURLToPath(uri)),
};

if (process.argv.includes('--version')) {
  process.stdout.write(`${version}\n`);
} else if (process.argv.some((flag) => /^--(stdio|node-ipc|socket|pipe)\b/.test(flag))) {
  connect(createConnection(), { disk, version });
} else {
  process.stderr.write('galley: say how to speak with the client: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n');
  process.exitCode = 2;
}

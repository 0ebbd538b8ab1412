import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { page } from '../features/page';

const root = join(__dirname, '../..');
const server = join(root, 'dist/server.js');

/** What a program printed and how it ended. */
async function run(...args: string[]): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (piece) => (err += piece));
  const [code] = await once(child, 'close');
  return { code, err };
}

describe('the bundled server', () => {
  before(async function () {
    this.timeout(120_000);
    if (!existsSync(server)) assert.deepStrictEqual(await run('esbuild.js'), { code: 0, err: '' });
  });

  it('speaks over stdio, and ends with its client', async () => {
    const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
    const uri = 'untitled:page';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'newspaper', version: 1, text: page },
    });
    const symbols = await client.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.strictEqual(symbols.length, 5);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    assert.deepStrictEqual(await ended, [0, null]);
  });

  it('says in one line what it misses when started without a way to speak', async () => {
    const { code, err } = await run(server);
    assert.strictEqual(code, 2);
    assert.match(err, /^galley: .*--stdio.*\n$/);
  });
});

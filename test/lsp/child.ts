import assert from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { generateIssue, type IssueSize } from '../generate';

const project = join(__dirname, '../..');
export const bundle = join(project, 'dist/server.js');

/** Builds the bundles where they are missing; `npm test` has built them before. */
export async function built(): Promise<void> {
  if (existsSync(bundle) && existsSync(join(project, 'dist/server-node.js'))) return;
  const [code] = await once(spawn(process.execPath, ['esbuild.js'], { cwd: project, stdio: 'inherit' }), 'close');
  assert.strictEqual(code, 0);
}

/** The bundled server in a process of its own. */
export interface Child {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** As a client does that closes its window; gives the exit code. */
  end(): Promise<number | null>;
  /** As a system does that runs out of memory. */
  kill(): Promise<void>;
}

/** Starts the server on a folder, its index kept in another, its compiled code in a file if one is named. */
export async function childOn(
  folder: string,
  storage: string,
  wish: Partial<InitializeParams> = {},
  code?: string,
): Promise<Child> {
  const flags = code === undefined ? [] : [`--code=${code}`];
  const child = spawn(process.execPath, [bundle, '--stdio', ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const reader = new StreamMessageReader(child.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
  // A server that is killed leaves what was written to it.
  child.stdin.on('error', () => undefined);
  connection.onError(() => undefined);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'archive' }],
    initializationOptions: { storage: pathToFileURL(storage).href },
    ...wish,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    process: child,
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return (await ended)[0];
    },
    async kill() {
      connection.dispose();
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A new folder, and a function that removes it. */
export async function folder(name: string): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `galley-${name}-`));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The time of a file written just now is not trusted. */
const LONG_AGO = new Date(2001, 0);

/** Writes issues of invented papers: a folder for each day, a file for each page. */
export async function archiveIn(root: string, issues: number, size: IssueSize): Promise<void> {
  for (let seed = 0; seed < issues; seed++) {
    const { folder, paper, pages } = generateIssue(seed, size);
    const path = join(root, paper, folder);
    await mkdir(path, { recursive: true });
    for (const { gold, text } of pages) {
      const file = join(path, gold.file);
      await writeFile(file, text);
      await utimes(file, LONG_AGO, LONG_AGO);
    }
  }
}

/** Every file in a folder, with its bytes in base64. */
export async function contents(root: string): Promise<Map<string, string>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path, 'base64')] as const)));
}

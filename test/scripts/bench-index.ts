import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { IndexState } from '../../server/lsp/requests';
import { generateIssue } from '../generate';
import { project } from './cache';
import { finish, run, Trouble, temporary } from './run';

/** What the index is held to: seconds cold and warm, megabytes, milliseconds of the slowest request of a hundred meanwhile. */
const LIMITS = { cold: 20_000, warm: 1_000, memory: 300, latency: 100 };
const PAGES = 4;

interface Run {
  readonly milliseconds: number;
  readonly files: number;
  readonly read: number;
  /** The most memory that the server ever held, in megabytes. */
  readonly memory: number;
  /** Milliseconds that requests took while it read, rising. */
  readonly latencies: readonly number[];
}

/** Writes page files of invented papers, four to a folder, one folder for each day. */
async function archive(files: number): Promise<string> {
  const root = temporary('archive');
  for (let seed = 0; seed * PAGES < files; seed++) {
    const { folder, paper, pages } = generateIssue(seed, { pages: PAGES, characters: 3600 });
    const path = join(root, paper, folder);
    await mkdir(path, { recursive: true });
    for (const { gold, text } of pages) await writeFile(join(path, gold.file), text);
  }
  return root;
}

/** Starts the bundled server on the archive and asks it, every 50 ms, for the outline of a page that is being edited. */
async function measured(root: string, storage: string, files: number): Promise<Run> {
  const child = spawn(process.execPath, [join(project, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const since = performance.now();
  const folder = { uri: pathToFileURL(root).href, name: 'archive' };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [folder],
    initializationOptions: { storage: pathToFileURL(storage).href },
  });
  await connection.sendNotification('initialized', {});
  const { text } = generateIssue(0, { pages: PAGES, characters: 3600 }).pages[0];
  const latencies: number[] = [];
  const uri = 'untitled:page';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'newspaper', version: 1, text },
  });
  for (let version = 2; ; version++) {
    const state = await asked(connection, uri, version, latencies);
    if (state.settled && state.files >= files) {
      const milliseconds = performance.now() - since;
      const memory = most(child);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      return {
        milliseconds,
        files: state.files - 1,
        read: state.read,
        memory,
        latencies: latencies.sort((a, b) => a - b),
      };
    }
    await rest(50);
  }
}

/** One key typed, and the outline of what is then there. */
async function asked(
  connection: ProtocolConnection,
  uri: string,
  version: number,
  latencies: number[],
): Promise<IndexState> {
  const since = performance.now();
  const at = { line: 0, character: 0 };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: at, end: at }, text: '\n' }],
  });
  await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  latencies.push(performance.now() - since);
  return connection.sendRequest<IndexState>('galley/index', {});
}

/** proc(5): the peak of the resident set; only Linux tells. */
function most({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const program = new Command('bench-index')
  .description('Indexes generated page files with the bundled server: cold, then warm, with requests meanwhile.')
  .option('--files <count>', 'page files', Number, 10_000)
  .parse();

run(async () => {
  const { files } = program.opts<{ files: number }>();
  const built = await finish(process.execPath, ['esbuild.js'], { cwd: project });
  if (built.code !== 0) throw new Trouble(`the server could not be built:\n${built.output}`);
  const root = await archive(files);
  const storage = temporary('storage');
  // Files written just now are read once more: their time could stay the same through a change.
  await rest(2500);
  const runs = [
    { name: 'cold', limit: LIMITS.cold, ...(await measured(root, storage, files)) },
    { name: 'warm', limit: LIMITS.warm, ...(await measured(root, storage, files)) },
  ];
  console.log(`${files} page files, Node ${process.version}\n`);
  console.log('run    seconds   limit   files read  memory (MB)  requests  median ms  99 % ms  most ms');
  let kept = true;
  for (const { name, limit, milliseconds, read, memory, latencies } of runs) {
    const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
    const cells = [
      name.padEnd(5),
      (milliseconds / 1000).toFixed(2).padStart(9),
      (limit / 1000).toFixed(0).padStart(8),
      String(read).padStart(12),
      memory.toFixed(0).padStart(13),
      String(latencies.length).padStart(10),
      at(0.5).toFixed(1).padStart(11),
      at(0.99).toFixed(1).padStart(9),
      at(1).toFixed(1).padStart(9),
    ];
    console.log(cells.join(''));
    kept &&= milliseconds <= limit && memory <= LIMITS.memory && at(0.99) <= LIMITS.latency;
  }
  console.log(kept ? '\nWithin the limits.' : `\nOver a limit: ${JSON.stringify(LIMITS)}`);
  return kept ? 0 : 1;
});

import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Command } from 'commander';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import type { IndexState } from '../../server/lsp/requests';
import { generateIssue } from '../generate';
import { archiveIn, childOn } from '../lsp/child';
import { asShipped } from './asShipped';
import { project } from './cache';
import { finish, run, Trouble, temporary } from './run';

/** What the index is held to: seconds cold and warm, megabytes, milliseconds of the slowest request of a hundred meanwhile. */
const LIMITS = { cold: 20_000, warm: 1_000, memory: 300, latency: 100 };
const SIZE = { pages: 4, characters: 3600 };

interface Run {
  readonly milliseconds: number;
  readonly files: number;
  readonly read: number;
  /** The most memory that the server ever held, in megabytes. */
  readonly memory: number;
  /** Seconds of processor time, of all its threads: what other work on the machine hardly changes. */
  readonly processor: number;
  /** Milliseconds that requests took while it read, rising. */
  readonly latencies: readonly number[];
}

/** Starts the bundled server on the archive and asks it, every 50 ms, for the outline of a page that is being edited. */
async function measured(root: string, storage: string, files: number, code: string): Promise<Run> {
  const since = performance.now();
  const { connection, process: child, end } = await childOn(root, storage, {}, code);
  const { text } = generateIssue(0, SIZE).pages[0];
  const latencies: number[] = [];
  const uri = 'untitled:page';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'newspaper', version: 1, text },
  });
  for (let version = 2; ; version++) {
    const state = await asked(connection, uri, version, latencies);
    if (state.settled && state.files >= files) {
      const milliseconds = performance.now() - since;
      const cost = costOf(child);
      await end();
      latencies.sort((a, b) => a - b);
      return { milliseconds, files: state.files - 1, read: state.read, ...cost, latencies };
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

/** proc(5): the peak of the resident set, and the processor's time in hundredths of a second; only Linux tells. */
function costOf({ pid }: ChildProcess): { memory: number; processor: number } {
  try {
    const memory = Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { memory, processor: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return { memory: 0, processor: 0 };
  }
}

/** Seconds of processor time in which one thread parses so many pages, nothing else being done: what the machine can do today. */
function parsing(files: number): number {
  const { parse, Text } = asShipped();
  const pages = Array.from({ length: 100 }, (_, seed) => generateIssue(seed, SIZE).pages).flat();
  const round = () => {
    const since = process.cpuUsage();
    for (const { text } of pages) parse(Text.of(text));
    return process.cpuUsage(since).user / 1e6;
  };
  round();
  return (Math.min(round(), round()) * files) / pages.length;
}

/** Milliseconds that a bare walk over the archive takes, every file being looked up once: what a warm start cannot beat. */
function walking(folder: string): number {
  const since = performance.now();
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) walking(join(folder, entry.name));
    else statSync(join(folder, entry.name));
  return performance.now() - since;
}

const program = new Command('bench-index')
  .description('Indexes generated page files with the bundled server: cold, then warm, with requests meanwhile.')
  .option('--files <count>', 'page files', Number, 10_000)
  .parse();

run(async () => {
  const { files } = program.opts<{ files: number }>();
  const built = await finish(process.execPath, ['esbuild.js'], { cwd: project });
  if (built.code !== 0) throw new Trouble(`the server could not be built:\n${built.output}`);
  const root = temporary('archive');
  await archiveIn(root, Math.ceil(files / SIZE.pages), SIZE);
  const storage = temporary('storage');
  const code = join(temporary('code'), 'server.code');
  const runs = [
    { name: 'cold', limit: LIMITS.cold, bare: walking(root), ...(await measured(root, storage, files, code)) },
    { name: 'warm', limit: LIMITS.warm, bare: walking(root), ...(await measured(root, storage, files, code)) },
  ];
  console.log(
    `${files} page files, Node ${process.version}; one thread parses them in ${parsing(files).toFixed(1)} s\n`,
  );
  console.log(
    'run    seconds   limit  bare walk  processor s  files read  memory (MB)  requests  median ms  99 % ms  most ms',
  );
  let kept = true;
  for (const { name, limit, bare, milliseconds, processor, read, memory, latencies } of runs) {
    const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
    const cells = [
      name.padEnd(5),
      (milliseconds / 1000).toFixed(2).padStart(9),
      (limit / 1000).toFixed(0).padStart(8),
      (bare / 1000).toFixed(2).padStart(11),
      processor.toFixed(1).padStart(13),
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

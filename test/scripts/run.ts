import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something a person can understand in one line: shown without a stack. */
export class Trouble extends Error {}

/** Runs a script's `main`, ends the process with the code it gives, and shows a `Trouble` as one line. */
export function run(main: () => Promise<number | undefined>): void {
  main().then(
    (code) => process.exit(code ?? 0),
    (error) => {
      console.error(error instanceof Trouble ? `galley: ${error.message}` : error);
      process.exit(1);
    },
  );
}

/** Ends this process when the one that started it has ended, even by `kill -9`: for scripts that scripts start. */
export function followParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), 1000).unref();
}

const endings = new Set<() => void>();

/** Has `end` called once when this process ends, however it ends (save `kill -9`); the result calls it earlier. */
export function atEnd(end: () => void): () => void {
  const once = () => {
    if (endings.delete(once)) end();
  };
  endings.add(once);
  return once;
}

process.on('exit', () => {
  for (const end of [...endings].reverse()) end();
});
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
for (const [signal, code] of Object.entries(signals)) process.on(signal, () => process.exit(code));

/** A new folder outside the project that is removed when this process ends. */
export function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `galley-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A started program with all its children. */
export interface Started {
  /** Called with each piece of output, stdout and stderr alike. */
  onOutput(listen: (text: string) => void): void;
  /** The exit code; 1 where a signal ended it. Fails only where the program could not start. */
  readonly ended: Promise<number>;
  /** Ends it and its children. */
  stop(): void;
}

/** Starts a program in a process group of its own, which ends when this process does. */
export function start(program: string, args: readonly string[], options: Surroundings = {}): Started {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = atEnd(() => {
    try {
      if (process.platform === 'win32') child.kill();
      else if (child.pid) process.kill(-child.pid, options.ending ?? 'SIGKILL');
    } catch {
      // The whole group has ended already.
    }
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new Trouble(`${program} did not start: ${error.message}`)));
    // `close`, not `exit`: by then all output has been read.
    child.once('close', (code) => resolve(code ?? 1));
  });
  ended.then(stop, stop);
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return {
    ended,
    stop,
    onOutput(listen) {
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
    },
  };
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** How it is ended where that must be: a script of ours by SIGTERM, so that it can end what it started itself. */
  readonly ending?: 'SIGTERM' | 'SIGKILL';
}

/** Runs a program to its end; gives its code and output. `echo` also shows the output as it comes. */
export async function finish(
  program: string,
  args: readonly string[],
  { echo = false, ...surroundings }: Surroundings & { readonly echo?: boolean } = {},
): Promise<{ code: number; output: string }> {
  const started = start(program, args, surroundings);
  let output = '';
  started.onOutput((text) => {
    output += text;
    if (echo) process.stdout.write(text);
  });
  return { code: await started.ended, output };
}

/** The path of a script of this folder as arguments for `process.execPath`, run through tsx like this one. */
export function script(name: string): string[] {
  return ['--import', 'tsx', join(__dirname, name)];
}

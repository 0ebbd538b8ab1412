import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Digested, type Digests, digested, type Job } from './lsp/digested';
import type { Files } from './lsp/files';

// Digests are made in threads of their own, so that a large archive keeps nobody waiting and every core is used.

const ROLE = 'galley-digests';
/** A thread that has nothing to do for so long is ended: it takes memory. */
const IDLE_MS = 500;
/** Room for the largest file there may be. A thread that may take more leaves more to be collected later. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

/** A file of this machine is read where its digest is made; of others the bytes are sent. */
interface Order {
  readonly job: Job;
  readonly bytes: Uint8Array | null;
  readonly done: (result: Digested) => void;
  readonly failed: (error: Error) => void;
}

/** Jobs done in threads that run `script`, which must call `serveDigests`; each is started when there is work for it. */
export function threads(script: string, files: Files, most = Math.min(4, availableParallelism())): Digests {
  const waiting: Order[] = [];
  const idle: Worker[] = [];
  let alive = 0;

  function start(): Worker {
    alive++;
    const worker = new Worker(script, { workerData: ROLE, argv: [], execArgv: [], resourceLimits: LIMITS });
    worker.on('exit', () => {
      alive--;
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  }

  function next(worker: Worker): void {
    const order = waiting.shift();
    if (order) {
      give(worker, order);
      return;
    }
    idle.push(worker);
    worker.unref();
    const timer = setTimeout(() => idle.includes(worker) && void worker.terminate(), IDLE_MS);
    timer.unref();
    worker.once('message', () => clearTimeout(timer));
  }

  function give(worker: Worker, { job, bytes, done, failed }: Order): void {
    worker.ref();
    const ended = (error?: Error | number) => {
      worker.removeAllListeners('message').removeAllListeners('error');
      failed(error instanceof Error ? error : new Error('the thread ended'));
      const order = waiting.shift();
      if (order) give(start(), order);
    };
    worker.removeAllListeners('error').once('error', ended);
    worker.once('message', (result: Digested | { error: string }) => {
      worker.removeAllListeners('error').on('error', () => undefined);
      if ('error' in result) failed(new Error(result.error));
      else done(result);
      next(worker);
    });
    worker.postMessage({ job, bytes });
  }

  return async (job) => {
    const bytes = job.file.startsWith('file:') ? null : await files.read(job.file);
    return new Promise((done, failed) => {
      const order = { job, bytes, done, failed };
      const free = idle.pop();
      if (free) give(free, order);
      else if (alive < most) give(start(), order);
      else waiting.push(order);
    });
  };
}

/** Whether this thread is one of those; if so it does jobs from now on. */
export function serveDigests(): boolean {
  if (workerData !== ROLE || !parentPort) return false;
  const port = parentPort;
  port.on('message', ({ job, bytes }: Order) => {
    try {
      const content = bytes ?? readFileSync(fileURLToPath(job.file));
      const result = digested(job, content, createHash('sha256').update(content).digest('hex'));
      port.postMessage(result, result.digest ? [result.digest.buffer as ArrayBuffer] : []);
    } catch (error) {
      port.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  return true;
}

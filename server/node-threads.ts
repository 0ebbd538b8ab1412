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

/** Files of one message: a thread that waits until each answer was heard stands idle for a quarter of its time. */
const AT_ONCE = 16;

/** A file of this machine is read where its digest is made; of others the bytes are sent. */
interface Order {
  readonly job: Job;
  readonly bytes: Uint8Array | null;
  readonly done: (result: Digested) => void;
  readonly failed: (error: Error) => void;
  /** To be done by itself: a thread ended over it and others. */
  alone?: boolean;
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

  /** The orders of the next message: no more than one thread's share of what waits. */
  function taken(): Order[] {
    const first = waiting.findIndex(({ alone }) => alone);
    const share = Math.min(AT_ONCE, Math.ceil(waiting.length / most));
    return waiting.splice(0, first < 0 ? share : Math.max(1, Math.min(share, first)));
  }

  function next(worker: Worker): void {
    const orders = taken();
    if (orders.length > 0) {
      give(worker, orders);
      return;
    }
    idle.push(worker);
    worker.unref();
    const timer = setTimeout(() => idle.includes(worker) && void worker.terminate(), IDLE_MS);
    timer.unref();
    worker.once('message', () => clearTimeout(timer));
  }

  function give(worker: Worker, orders: readonly Order[]): void {
    worker.ref();
    const ended = (error?: Error | number) => {
      worker.removeAllListeners('message').removeAllListeners('error');
      if (orders.length > 1) waiting.unshift(...orders.map((order) => ({ ...order, alone: true })));
      else orders[0].failed(error instanceof Error ? error : new Error('the thread ended'));
      const others = taken();
      if (others.length > 0) give(start(), others);
    };
    worker.removeAllListeners('error').once('error', ended);
    worker.once('message', (results: readonly (Digested | { error: string })[]) => {
      worker.removeAllListeners('error').on('error', () => undefined);
      next(worker);
      results.forEach((result, i) => {
        if ('error' in result) orders[i].failed(new Error(result.error));
        else orders[i].done(result);
      });
    });
    worker.postMessage(orders.map(({ job, bytes }) => ({ job, bytes })));
  }

  return async (job) => {
    const bytes = job.file.startsWith('file:') ? null : await files.read(job.file);
    return new Promise((done, failed) => {
      const order = { job, bytes, done, failed };
      const free = idle.pop();
      if (free) give(free, [order]);
      else if (alive < most) give(start(), [order]);
      else waiting.push(order);
    });
  };
}

/** Whether this thread is one of those; if so it does jobs from now on. */
export function serveDigests(): boolean {
  if (workerData !== ROLE || !parentPort) return false;
  const port = parentPort;
  const answer = ({ job, bytes }: Pick<Order, 'job' | 'bytes'>): Digested | { error: string } => {
    try {
      const content = bytes ?? readFileSync(fileURLToPath(job.file));
      return digested(job, content, createHash('sha256').update(content).digest('hex'));
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  port.on('message', (orders: readonly Pick<Order, 'job' | 'bytes'>[]) => {
    const answers = orders.map(answer);
    const moved = answers.flatMap((each) =>
      'digest' in each && each.digest ? [each.digest.buffer as ArrayBuffer] : [],
    );
    port.postMessage(answers, moved);
  });
  return true;
}

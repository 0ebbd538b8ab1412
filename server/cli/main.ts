import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { version } from '../../package.json';
import type { Io } from './io';
import { run } from './run';

/** The entry of the command line: brings files, streams and the locale, and nothing else. */
const { env, argv, stdin, stdout, stderr } = process;

const io: Io = {
  read: (path) => (path === '-' ? buffer(stdin) : readFile(path)),
  absolute: (path) => resolve(path),
  write: replace,
  async append(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, text);
  },
  now: () => new Date(),
  out: (text) => written(stdout, text),
  err: (text) => written(stderr, text),
  locale: env.LC_ALL || env.LC_MESSAGES || env.LANG,
  version,
};

/** Writes beside the file first, so that a power cut leaves the old bytes or the new ones and never half of them. */
async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await unlink(beside).catch(() => {});
    throw error;
  }
}

/** Resolves once the stream took the text, so that nothing is cut off at the end and memory stays small before it. */
const written = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((done, fail) => stream.write(text, (error) => (error ? fail(error) : done())));

// A failed write is told to the writer; without these the stream would throw a second time.
stdout.on('error', () => {});
stderr.on('error', () => {});

run(argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    // Whoever reads the output may have seen enough (`galley inspect … | head`): that is no error.
    if (error.code === 'EPIPE') return;
    process.exitCode = 70;
    console.error(error);
  },
);

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { atEnd } from './run';

export const project = resolve(__dirname, '../..');
/** Everything that the scripts fetch or build for tests; git ignores it, and it may be deleted at any time. */
export const cache = join(project, '.cache');

/**
 * The folder `.cache/NAME`, filled by `make` where it is not there yet. It is either complete or absent: `make` writes
 * into a folder beside it that takes the name only when done, so an interrupted set-up is simply begun anew.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const partial = await mkdtemp(join(cache, `${PARTIAL}${process.pid}-`));
  try {
    await make(partial);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process may have finished the same folder meanwhile: theirs is as good as ours.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const PARTIAL = 'partial-';

/** Removes what set-ups left that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cache)) {
    const process = /^partial-(\d+)-/.exec(name)?.[1];
    if (process && !isAlive(Number(process))) await rm(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Shows that a step has begun and how long it took, and every ten seconds that it still goes on. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  const seconds = () => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  console.log(`  ${title} …`);
  const still = setInterval(() => console.log(`  ${title} … ${seconds()}`), 10_000);
  const quiet = atEnd(() => clearInterval(still));
  try {
    const result = await work();
    console.log(`  ${title}: ${seconds()}`);
    return result;
  } finally {
    quiet();
  }
}

import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { cache } from './cache';

const outfile = join(cache, 'bench/shipped.js');

/** What is timed, as it is shipped: file by file, as scripts run, every name of an enumeration is looked up, and all takes three times as long. */
export function asShipped(): typeof import('./shipped') {
  buildSync({
    entryPoints: [join(__dirname, 'shipped.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'es2022',
    loader: { '.md': 'text' },
  });
  return require(outfile);
}

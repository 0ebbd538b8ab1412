import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { checksum } from './lsp/checksum';

// Starts `node.ts` with what V8 made of its code in an earlier run, functions that are called late among it, which Node's
// own cache leaves out: to compile them anew is half of loading, and what the first answers wait for. `--code=FILE` says
// where that is kept.

/** By then most functions have been called, and V8 has thrown away none as long unused. */
const KEEP_AFTER_MS = 3000;
/** Two checksums' length. */
const SEAL = 32;

const server = join(__dirname, 'server-node.js');
const source = readFileSync(server);
const file = process.argv.find((flag) => flag.startsWith('--code='))?.slice('--code='.length);
const cachedData = file === undefined ? undefined : recalled(file);
const script = new Script(Module.wrap(source.toString()), { filename: server, cachedData });
script.runInThisContext()(exports, require, module, server, __dirname);
if (file !== undefined && (!cachedData || script.cachedDataRejected)) setTimeout(keep, KEEP_AFTER_MS, file).unref();

/** V8 looks whether code is of its own version, but not whether it is whole and of this very source: that would end us. */
function seal(code: Uint8Array): string {
  return checksum(source) + checksum(code);
}

function recalled(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(SEAL);
    return bytes.toString('latin1', 0, SEAL) === seal(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Where that cannot be, all is compiled anew the next time. */
function keep(file: string): void {
  try {
    const code = script.createCachedData();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(seal(code)), code]));
    renameSync(`${file}.new`, file);
  } catch {}
}

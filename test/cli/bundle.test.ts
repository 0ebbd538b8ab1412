import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { version } from '../../package.json';
import { CUT, PAGE } from './console';

const CLI = join(import.meta.dirname, '../../dist/cli.js');

describe('dist/cli.js', () => {
  let folder: string;
  const env = { ...process.env, LC_ALL: 'C' };
  const galley = (args: string[], input?: string) =>
    spawnSync(process.execPath, [CLI, ...args], { cwd: folder, env, input, encoding: 'utf8', maxBuffer: 1 << 28 });

  before(async function () {
    this.timeout(60_000);
    const { entries } = createRequire(import.meta.url)('../../esbuild.js');
    await build(entries.find(({ entryPoints }: { entryPoints: object }) => 'cli' in entryPoints));
    folder = mkdtempSync(join(tmpdir(), 'galley-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('runs', () => {
    assert.equal(galley(['--version']).stdout, `${version}\n`);
    assert.equal(
      galley(['check', 'missing.txt', '.']).stderr,
      'galley: missing.txt: no such file\ngalley: .: is a folder; name the files in it\n',
    );
    assert.equal(galley(['check', 'missing.txt']).status, 2);
    assert.equal(galley(['check', '-'], CUT).status, 1);
  });

  it('replaces a file as a whole, through a link, and keeps its mode', () => {
    const path = join(folder, 'page.txt');
    const link = join(folder, 'link.txt');
    writeFileSync(path, CUT);
    chmodSync(path, 0o640);
    symlinkSync(path, link);
    assert.equal(galley(['fix', '--rules', 'broken-line', '--tier', 'likely', 'link.txt']).status, 0);
    assert.equal(readFileSync(path, 'utf8'), PAGE);
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).sort(), ['link.txt', 'page.txt']);
  });

  /** Writes so many files that their inspection is more than a pipe holds, and gives their names. */
  const many = (): string[] => {
    const names = Array.from({ length: 200 }, (_, i) => `${i}.txt`);
    for (const name of names) writeFileSync(join(folder, name), PAGE.repeat(10));
    return names;
  };

  it('prints large output whole', () => {
    const names = many();
    const { stdout, status } = galley(['inspect', ...names]);
    assert.equal(status, 0);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row).file),
      names,
    );
  }).timeout(60_000);

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [CLI, 'inspect', ...many()], { cwd: folder, env });
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.once('close', done));
    assert.deepEqual([code, err], [0, '']);
  }).timeout(60_000);
});

import assert from 'node:assert';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { SymbolInformation } from 'vscode-languageserver';
import type { EditionsResult, IndexState } from '../../server/lsp/requests';
import { archiveIn, built, type Child, childOn, contents, folder } from './child';

const state = ({ connection }: Child) => connection.sendRequest<IndexState>('galley/index', {});

/** What a server knows of the whole archive, once it has read it. */
async function known(child: Child): Promise<{ editions: EditionsResult; symbols: SymbolInformation[]; read: number }> {
  let now = await state(child);
  while (!now.settled) {
    await rest(20);
    now = await state(child);
  }
  const editions = await child.connection.sendRequest<EditionsResult>('galley/editions', {});
  const symbols = await child.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '' });
  return { editions, symbols, read: now.read };
}

async function asked(archive: string, storage: string) {
  const child = await childOn(archive, storage);
  const found = await known(child);
  assert.strictEqual(await child.end(), 0);
  return found;
}

describe('the index of a server in a process of its own', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('is right after the server was killed while it read, and no text is touched', async () => {
    await using archive = await folder('archive');
    await using storage = await folder('storage');
    await using other = await folder('storage');
    await archiveIn(archive.path, 60, { pages: 4, characters: 2000 });
    const texts = await contents(archive.path);
    const { read: _, ...right } = await asked(archive.path, other.path);
    assert.strictEqual(right.editions.length, 60);
    for (const share of [0.2, 0.8]) {
      const child = await childOn(archive.path, storage.path);
      while ((await state(child)).read < share * texts.size) await rest(5);
      await child.kill();
    }
    const { read, ...found } = await asked(archive.path, storage.path);
    assert.deepStrictEqual(found, right);
    const again = await asked(archive.path, storage.path);
    assert.deepStrictEqual({ ...again, read: read + again.read }, { ...right, read });
    assert.deepStrictEqual(await contents(archive.path), texts);
  }).timeout(120_000);

  it('is right whatever became of what it stored, and no text is touched', async () => {
    await using archive = await folder('archive');
    await using storage = await folder('storage');
    await archiveIn(archive.path, 10, { pages: 3, characters: 800 });
    const texts = await contents(archive.path);
    const { read: _, ...right } = await asked(archive.path, storage.path);
    const damages: ((path: string, bytes: Buffer) => Promise<void>)[] = [
      (path, bytes) => writeFile(path, bytes.subarray(0, bytes.length / 2)),
      (path, bytes) => writeFile(path, bytes.with(bytes.length / 2, bytes[bytes.length / 2] ^ 1)),
      (path, bytes) => writeFile(path, Buffer.concat([bytes, Buffer.from('\n')])),
      (path) => writeFile(path, ''),
      (path) => rm(path),
      (path, bytes) => writeFile(`${path}.new`, bytes),
      async (path) => {
        await rm(path);
        await mkdir(path);
      },
    ];
    for (const damage of damages) {
      for (const name of await readdir(storage.path)) {
        const path = join(storage.path, name);
        await damage(path, await readFile(path));
      }
      const { read: _, ...found } = await asked(archive.path, storage.path);
      assert.deepStrictEqual(found, right);
    }
    assert.strictEqual((await asked(archive.path, storage.path)).read, 0);
    assert.deepStrictEqual(await contents(archive.path), texts);
  }).timeout(120_000);
});

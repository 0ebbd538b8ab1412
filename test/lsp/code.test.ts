import assert from 'node:assert';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { page } from '../features/page';
import { built, childOn, folder } from './child';

/** How many symbols a server finds that keeps its compiled code in a file; it lives until `enough`. */
async function symbols(file: string, enough: () => Promise<boolean>): Promise<number> {
  await using archive = await folder('archive');
  await using storage = await folder('storage');
  const child = await childOn(archive.path, storage.path, {}, file);
  const uri = 'untitled:page';
  await child.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'newspaper', version: 1, text: page },
  });
  const found = await child.connection.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
  while (!(await enough())) await rest(50);
  assert.strictEqual(await child.end(), 0);
  return found.length;
}

const atOnce = async () => true;
const size = (path: string): Promise<number> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );

describe('the compiled code of a server', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('is kept, and not written again while it serves', async () => {
    await using place = await folder('code');
    const file = join(place.path, 'deeper', 'server.code');
    assert.strictEqual(await symbols(file, async () => (await size(file)) > 0), 5);
    const { mtimeMs } = await stat(file);
    assert.strictEqual(await symbols(file, () => rest(4000, true)), 5);
    assert.strictEqual((await stat(file)).mtimeMs, mtimeMs);
  }).timeout(60_000);

  it('is made anew whatever became of it', async () => {
    await using place = await folder('code');
    const file = join(place.path, 'server.code');
    await symbols(file, async () => (await size(file)) > 0);
    const whole = await readFile(file);
    const damages: (() => Promise<unknown>)[] = [
      () => writeFile(file, whole.subarray(0, whole.length / 2)),
      () => writeFile(file, whole.with(whole.length / 2, whole[whole.length / 2] ^ 1)),
      () => writeFile(file, whole.with(0, whole[0] ^ 1)),
      () => writeFile(file, ''),
      () => mkdir(file),
    ];
    for (const damage of damages) {
      await rm(file, { recursive: true, force: true });
      await damage();
      assert.strictEqual(await symbols(file, atOnce), 5);
    }
    await rm(file, { recursive: true });
    await writeFile(file, whole.subarray(1));
    const sound = async () => (await readFile(file).catch(() => whole)).subarray(0, 16).equals(whole.subarray(0, 16));
    assert.strictEqual(await symbols(file, sound), 5);
  }).timeout(60_000);
});

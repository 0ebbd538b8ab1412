import assert from 'node:assert';
import { Memory } from '../../server/lsp/memory';
import { type Entry, loaded } from '../../server/lsp/storedIndex';
import { storeOf } from './index';

const FILES = 1500;

const entryOf = (i: number, mtime = 1): Entry => ({
  file: `file:///w/${i}.txt`,
  ...{ size: 9, mtime, hash: 'abc', as: 'maybe', digest: null, left: null },
});
const archiveOf = (entries: readonly Entry[], unsaved: readonly Entry[], whole: boolean) => ({
  entries: new Map(entries.map((entry) => [entry.file, entry])),
  unsaved: new Set(unsaved.map(({ file }) => file)),
  whole,
});
const all = Array.from({ length: FILES }, (_, i) => entryOf(i));

describe('the memory of the index', () => {
  const held = async (store: ReturnType<typeof storeOf>) => (await loaded(store, '1', assert.fail)).held;
  async function filled() {
    const store = storeOf();
    await new Memory(store, '1', assert.fail).keep(archiveOf(all, all, true));
    const memory = new Memory(store, '1', assert.fail);
    assert.strictEqual((await memory.earlier())?.size, FILES);
    return { store, memory };
  }

  it('keeps what was not looked up yet when it is written in the middle of a reading', async () => {
    const { store, memory } = await filled();
    await memory.keep(archiveOf(all.slice(0, 100), all.slice(0, 10), false));
    assert.strictEqual(await held(store), FILES + 10);
  });

  it('is written anew once most of it is out of date', async () => {
    const { store, memory } = await filled();
    const some = all.slice(0, 100);
    await memory.keep(archiveOf(some, [], true));
    assert.strictEqual(await held(store), 100);
  });
});

import assert from 'node:assert';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../server/node-disk';
import { folder } from './child';
import { page, settledPeer, state } from './index';

/** The files that the index holds of a folder, as paths in it. */
async function indexed(path: string): Promise<string[]> {
  const root = pathToFileURL(path).href;
  await using peer = await settledPeer(disk, { folders: [root] });
  await state(peer);
  const found = await peer.connection.sendRequest<{ location: { uri: string } }[]>('workspace/symbol', { query: '' });
  const files = found.map(({ location }) => decodeURIComponent(location.uri.slice(root.length + 1)));
  return [...new Set(files)].sort();
}

describe('the disk', () => {
  it('is walked once where links lead round, out or nowhere; a link to a file counts as one', async () => {
    await using outside = await folder('outside');
    await using root = await folder('links');
    const { path } = root;
    await writeFile(join(outside.path, '09.txt'), page('河水漫堤'));
    await mkdir(join(path, 'a/b'), { recursive: true });
    await writeFile(join(path, 'a/b/01.txt'), page('渡船夜航今起试行'));
    await symlink(path, join(path, 'a/b/round'), 'dir');
    await symlink(outside.path, join(path, 'out'), 'dir');
    await symlink(join(path, 'nowhere.txt'), join(path, '03.txt'), 'file');
    await symlink(join(outside.path, '09.txt'), join(path, '02.txt'), 'file');
    assert.deepStrictEqual(await indexed(path), ['02.txt', 'a/b/01.txt']);
  });

  it('is walked past names of every kind, and past the ignore files of inner folders', async () => {
    await using root = await folder('names');
    const { path } = root;
    const names = ['第01版 要闻.txt', 'a%20b.txt', 'c#d?.txt', '[x]/{y}.txt'];
    for (const name of names) {
      await mkdir(join(path, name, '..'), { recursive: true });
      await writeFile(join(path, name), page('渡船夜航今起试行'));
    }
    await mkdir(join(path, 'in/deep'), { recursive: true });
    for (const name of ['in/keep.txt', 'in/old.txt', 'in/deep/old.txt', 'in/deep/new.txt'])
      await writeFile(join(path, name), page('老街书店重开'));
    await writeFile(join(path, '.gitignore'), 'old.txt\n');
    await writeFile(join(path, 'in/deep/.gitignore'), '!old.txt\nnew.txt\n');
    assert.deepStrictEqual(await indexed(path), [...names, 'in/deep/old.txt', 'in/keep.txt'].sort());
  });
});

import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, bundle, folder } from './child';

const front = `第01版：要闻

渡船夜航今起试行

青岩日报讯(全媒体记者/俞小满) 从今天起，城南渡口的渡船开到晚上十点，方便下晚班的市民过河回家，渡口的⽼船工说，（下转第三版）
`;
const back = `第03版：民生

（上接第一版）这条河他走了四十年，夜里开船还是头一回。票价不变，老人和孩子免费，渡口新装了二十盏路灯。
`;

/** What another editor's client got of the server: see `neovim.lua`. */
interface Got {
  readonly diagnostics: readonly string[];
  readonly articles: readonly string[];
  readonly definition: { readonly targetUri?: string; readonly uri?: string };
  readonly hover: string;
}

async function got(root: string): Promise<Got> {
  const script = join(__dirname, 'neovim.lua');
  const child = spawn('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ GALLEY_NODE: process.execPath, GALLEY_SERVER: bundle },
      ...{ GALLEY_ROOT: root, GALLEY_PAGE: join(root, '01.txt') },
      ...{ XDG_STATE_HOME: root, XDG_CACHE_HOME: root, XDG_DATA_HOME: root, LC_ALL: 'C.UTF-8' },
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
  await once(child, 'close');
  const found = JSON.parse(/\{.*\}/s.exec(output)?.[0] ?? '{}');
  return found.articles ? found : assert.fail(found.failure ?? output);
}

describe('another editor’s client', () => {
  it('neovim opens a page, shows its problems and its outline, and jumps to where it goes on', async function () {
    if (spawnSync('nvim', ['--version']).status !== 0) {
      console.log('      (neovim is not installed: left out)');
      return;
    }
    this.timeout(120_000);
    await built();
    await using root = await folder('neovim');
    await writeFile(join(root.path, '01.txt'), front);
    await writeFile(join(root.path, '03.txt'), back);
    const { diagnostics, articles, definition, hover } = await got(root.path);
    assert.deepStrictEqual(diagnostics, ['compat-character']);
    assert.deepStrictEqual(articles, ['渡船夜航今起试行']);
    assert.strictEqual(definition.targetUri ?? definition.uri, pathToFileURL(join(root.path, '03.txt')).href);
    assert.match(hover, /这条河他走了四十年/);
  });
});

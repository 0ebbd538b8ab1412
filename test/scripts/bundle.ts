import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { cache, project } from './cache';

/**
 * Bundles the suite of `test/editor` for an extension host: `editor` for Node's, `web` for the browser's. Gives the path
 * of the module that exports `run`. It lies under `.cache`, outside `dist`, so that it cannot get into the package. With
 * `only`, the suite is but the files that have it in their names.
 */
export async function suite(host: 'editor' | 'web', only = ''): Promise<string> {
  const folders = host === 'web' ? ['editor', 'web'] : ['editor'];
  const tests = await Promise.all(folders.map((folder) => testsIn(join(project, 'test', folder))));
  const outfile = join(cache, 'suites', host, 'index.js');
  await build({
    ...(host === 'web' ? web : node),
    stdin: {
      // The first import sets mocha up, so that the tests find `describe`.
      contents: [
        `export { run } from './${host}/mocha';`,
        ...tests
          .flat()
          .filter((file) => basename(file).includes(only))
          .map((file) => `import ${JSON.stringify(file)};`),
      ].join('\n'),
      resolveDir: join(project, 'test'),
    },
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    outfile,
  });
  return outfile.replace(/\.js$/, '');
}

const node: BuildOptions = { platform: 'node', external: ['vscode', 'mocha'] };
/**
 * Mocha for the browser is one script that puts itself into `module.exports` where it finds such a thing. As it calls
 * itself an ES module, it is bundled without a `module` of its own, and would take that of the whole suite.
 */
const mochaAsScript: Plugin = {
  name: 'mocha as a script',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (exports, module, define) {${await readFile(path, 'utf8')}\n})();`,
    }));
  },
};
const web: BuildOptions = {
  plugins: [mochaAsScript],
  platform: 'browser',
  external: ['vscode'],
  alias: { 'node:assert': 'assert' },
  define: { process: '{"env":{}}', global: 'globalThis' },
};

async function testsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file));
}

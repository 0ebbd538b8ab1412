// Bundles every entry into dist/: the desktop and web extension, the two servers, and the command line.
// `node esbuild.js` builds once; `--watch` keeps building; `--minify` is what the package is made with.
const { context } = require('esbuild');

const flags = new Set(process.argv.slice(2));
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: flags.has('--minify'),
  sourcemap: flags.has('--minify') ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.md': 'text' },
  conditions: ['module'],
  mainFields: ['module', 'main'],
};
const node = { ...shared, platform: 'node' };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

const entries = [
  { ...node, entryPoints: { extension: 'client/extension.ts' }, external: ['vscode'] },
  { ...browser, entryPoints: { browser: 'client/browser.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/node.ts' } },
  { ...browser, entryPoints: { 'server-browser': 'server/browser.ts' }, format: 'iife' },
  { ...node, entryPoints: { cli: 'server/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
].map((entry) => ({ ...entry, outdir: 'dist' }));

async function main() {
  const contexts = await Promise.all(entries.map(context));
  if (flags.has('--watch')) return Promise.all(contexts.map((c) => c.watch()));
  await Promise.all(contexts.map((c) => c.rebuild()));
  await Promise.all(contexts.map((c) => c.dispose()));
}

module.exports = { entries };

if (require.main === module)
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });

// Bundles every entry into dist/: the desktop and web extension, the two servers, the scripts of a panel, and the
// command line.
// `node esbuild.js` builds once; `--watch` keeps building; `--minify` is what the package is made with.
const { writeFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const { context } = require('esbuild');
const { notices } = require('./notices.js');

const flags = new Set(process.argv.slice(2));
const shared = {
  bundle: true,
  metafile: true,
  format: 'cjs',
  target: 'es2022',
  minify: flags.has('--minify'),
  sourcemap: flags.has('--minify') ? false : 'linked',
  legalComments: 'none',
  charset: 'utf8', // escapes would double what the fitted tables take
  logLevel: 'warning',
  loader: { '.md': 'text' },
  conditions: ['module'],
  mainFields: ['module', 'main'],
};
const node = { ...shared, platform: 'node' };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

/** What PDF.js would fetch: its worker, a decoder, and the code tables of Chinese fonts that are older than Unicode's. */
const PDF = 'node_modules/pdfjs-dist';
const tables = ['GB-EUC', 'GBK-EUC', 'UniGB-UCS2']
  .flatMap((table) => [`${table}-H`, `${table}-V`])
  .concat('Adobe-GB1-UCS2');
const pdfParts = {
  'pdf/pdf.worker': `${PDF}/build/pdf.worker.mjs`,
  'pdf/openjpeg': `${PDF}/wasm/openjpeg.wasm`,
  ...Object.fromEntries(tables.map((table) => [`pdf/${table}`, `${PDF}/cmaps/${table}.bcmap`])),
};
/** TIFFs are only read: the half of pako that packs stays out. */
const inflating = {
  name: 'inflating',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^pako$/ }, ({ resolveDir, kind }) => resolve('pako/lib/inflate.js', { resolveDir, kind })),
};
/** PDF.js lists all of itself in a global for pages without modules, and so nothing of it could be left out. */
const unlisted = {
  name: 'unlisted',
  setup: ({ onLoad }) =>
    onLoad({ filter: /pdfjs-dist[\\/]build[\\/]pdf\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/globalThis\.pdfjsLib = \{[^}]*\};/, ''),
    })),
};
const page = {
  ...browser,
  format: 'iife',
  loader: { '.wasm': 'copy', '.bcmap': 'copy' },
  plugins: [inflating, unlisted],
};

/** Leaves what the server alone needs in a file of its own: most plain text is no newspaper. (A web extension is one file.) */
const apart = {
  supported: { 'dynamic-import': false },
  plugins: [
    {
      name: 'apart',
      setup: ({ onResolve }) => onResolve({ filter: /^\.\/languageClient$/ }, ({ path }) => ({ path, external: true })),
    },
  ],
};

const entries = [
  { ...node, entryPoints: { extension: 'client/extension.ts' }, external: ['vscode'], ...apart },
  { ...node, entryPoints: { languageClient: 'client/languageClient.ts' }, external: ['vscode'] },
  { ...browser, entryPoints: { browser: 'client/browser.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/node-start.ts', 'server-node': 'server/node.ts' } },
  { ...browser, entryPoints: { 'server-browser': 'server/browser.ts' }, format: 'iife' },
  { ...page, entryPoints: { scan: 'client/webview/scan.ts', tiff: 'client/webview/tiff.ts' } },
  { ...page, entryPoints: { pdf: 'client/webview/pdf.ts', ...pdfParts }, sourcemap: false },
  { ...node, entryPoints: { cli: 'server/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
].map((entry) => ({ ...entry, outdir: 'dist' }));

async function main() {
  const contexts = await Promise.all(entries.map(context));
  if (flags.has('--watch')) return Promise.all(contexts.map((c) => c.watch()));
  const built = await Promise.all(contexts.map((c) => c.rebuild()));
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', `${notices(built.map(({ metafile }) => metafile))}\n`);
  await Promise.all(contexts.map((c) => c.dispose()));
}

module.exports = { entries };

if (require.main === module)
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });

import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium as playwright } from 'playwright-core';
import * as tar from 'tar';
import { cached, step } from './cache';
import { type Pin, unpack } from './npm';
import { finish, Trouble } from './run';

/** A browser program, and what must stand in its environment. */
interface Chromium {
  readonly program: string;
  readonly env: Record<string, string>;
}

/** Starts a browser without a window: one that is installed, else the one that npm has. */
export async function launch(): Promise<Browser> {
  const { program, env } = await chromium();
  return playwright.launch({
    executablePath: program,
    env: { ...process.env, ...env, ...(await fonts()) },
    timeout: 120_000,
    args: [
      // Root, as in most containers, may not use the sandbox; only pages of our own are shown.
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    ],
  });
}

async function chromium(): Promise<Chromium> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (await runs({ program: chosen, env: {} })) return { program: chosen, env: {} };
    throw new Trouble(`CHROME_PATH names ${chosen}, which does not run`);
  }
  for (const program of installed()) {
    const found = { program, env: {} };
    if (await runs(found)) return found;
  }
  const packaged = await fromNpm();
  if (packaged) return packaged;
  throw new Trouble(
    'no browser: neither an installed Chromium, Chrome or Edge runs nor the one of npm (@sparticuz/chromium, Linux on x64 only); install one, or name it in CHROME_PATH',
  );
}

function installed(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const windows = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...roots.flatMap((root) => (root ? windows.map((path) => join(root, path)) : [])),
  ].filter(existsSync);
}

/** Whether it is more than a file: some systems have a stand-in there that only tells how to install it. */
async function runs({ program, env }: Chromium): Promise<boolean> {
  // Windows' browsers open a window when asked for their version.
  if (process.platform === 'win32') return existsSync(program);
  return finish(program, ['--version'], { env }).then(
    ({ code, output }) => code === 0 && /\d+\.\d+/.test(output),
    () => false,
  );
}

async function fromNpm(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const root = join(require.resolve('@sparticuz/chromium'), '../../..');
  const { version } = require(join(root, 'package.json')) as { version: string };
  const folder = await cached(`chromium-${version}`, async (folder) => {
    const from = (name: string) => createReadStream(join(root, 'bin', name)).pipe(createBrotliDecompress());
    await step('unpacking Chromium, once', async () => {
      const program = join(folder, 'chromium');
      await pipeline(from('chromium.br'), createWriteStream(program));
      await chmod(program, 0o755);
      await pipeline(from('al2023.tar.br'), tar.extract({ cwd: folder }));
    });
  });
  const program = join(folder, 'chromium');
  // The machine's own libraries are the better match; the package brings those that a bare machine lacks.
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'lib')].filter(Boolean).join(delimiter);
  const alone: Chromium = { program, env: {} };
  const aided: Chromium = { program, env: { LD_LIBRARY_PATH: libraries } };
  return (await runs(alone)) ? alone : (await runs(aided)) ? aided : undefined;
}

const notoSans: Pin = {
  name: '@embedpdf/fonts-sc',
  version: '1.0.0',
  sha512: 'ETXl7XCwaQLSSvMO3EUDwMNqtL64kX2LlFxarTRi/NsIGGOIxUurGfKtrkmtnKHrWy1jAJSt6oxK2uJhvdvQIw==',
};

/**
 * What makes the browser use our font alone: a bare machine has none with Chinese characters, and pictures then look the
 * same wherever they are taken. Other systems than Linux have Chinese fonts and do not ask fontconfig.
 */
async function fonts(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const folder = await cached('fonts', async (folder) => {
    const wanted = (path: string) => /-(Regular|Bold)\.otf$/.test(path);
    await step('fetching a Chinese font, once', () => unpack(notoSans, folder, { from: 'fonts', wanted }));
    await writeFile(
      join(folder, 'fonts.conf'),
      '<?xml version="1.0"?><fontconfig><dir prefix="relative">.</dir><cachedir prefix="xdg">cache</cachedir></fontconfig>\n',
    );
  });
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf'), XDG_CACHE_HOME: folder };
}

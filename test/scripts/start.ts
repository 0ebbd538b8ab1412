import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { cache, step } from './cache';
import { packaged } from './package';
import { finish, run, Trouble, temporary } from './run';
import { address, type Data, install, remote, serve, settle, vscode } from './vscode';
import { copyOfSample } from './workspace';

interface Options {
  readonly port?: number;
  readonly folder?: string;
  readonly open: boolean;
}

const command = new Command('npm start --')
  .description('Opens the real VS Code with Galley in it, on a sample issue or on a folder of yours.')
  // Without the `--` npm takes an option for its own and hands it on like this.
  .addOption(
    new Option('-p, --port <number>', 'listen on this port of 127.0.0.1 (default: a free one)')
      .env('npm_config_port')
      .argParser(port),
  )
  .addOption(
    new Option('-f, --folder <path>', 'open this folder itself (default: a copy of the sample issue)').env(
      'npm_config_folder',
    ),
  )
  .option('--no-open', 'print the address only, open no browser')
  .helpOption('-h, --help', 'show this')

  .configureHelp({ helpWidth: 100, optionDescription: (option) => option.description })
  .showHelpAfterError('(npm start -- --help lists the options)')
  .allowExcessArguments(false);

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return number;
}

run(async () => {
  const options = command.parse().opts<Options>();
  // npm starts this in the project, wherever the person is.
  const folder = options.folder ? resolve(process.env.INIT_CWD ?? '.', options.folder) : await copyOfSample();
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Trouble(`${options.folder} is not a folder`);
  await vscode();
  const vsix = await step('building and packaging Galley', () => packaged(join(cache, 'galley.vsix')));
  const data: Data = { user: temporary('user'), extensions: temporary('extensions') };
  // The first thing to be seen is the paper.
  await settle(data, { 'workbench.startupEditor': 'none' });
  await step('installing it into VS Code', () => install(vsix, data));
  const running = await serve(data, options.port);
  const page = (await readdir(folder)).sort().find((name) => /\.(txt|news)$/.test(name));
  const window = address(running, folder, page ? [['openFile', remote(running, join(folder, page))]] : []);
  console.log(`\n  VS Code with Galley: ${window}`);
  console.log(`  ${options.folder ? folder : 'The sample issue, in a copy: change it as you like.'}`);
  console.log('  Ctrl-C ends it.\n');
  if (options.open) await show(window);
  const code = await running.process.ended;
  throw new Trouble(`VS Code ended by itself (code ${code})`);
});

/** Opens the browser where there is one; where there is none, the printed address is enough. */
async function show(address: string): Promise<void> {
  const openers: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address.replaceAll('&', '^&')],
  };
  const [program, ...args] = openers[process.platform] ?? ['xdg-open', address];
  // `xdg-open` may stay until the browser ends: it is not waited for.
  finish(program, args).catch(() => {});
}

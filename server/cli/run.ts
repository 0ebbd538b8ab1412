import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { canonical } from '../text/encoding';
import { type Language, languageOf, say } from '../text/words';
import { inspect } from './inspect';
import type { Io } from './io';
import { session } from './session';

/** Runs one command line (without the program's own name); gives the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = new Command('galley').exitOverride();
  program
    .command('inspect')
    .addArgument(new Argument('<file...>'))
    .addOption(new Option('--format <format>').choices(['ndjson', 'json']).default('ndjson'))
    .action(async (files: string[], options) => {
      code = await inspect(session(io, 'en', undefined), files, options.format);
    });
  await program.parseAsync([...argv], { from: 'user' });
  return code;
}

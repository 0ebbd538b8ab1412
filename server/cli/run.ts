import { CommanderError } from 'commander';
import type { ExportFormat } from '../features/exported';
import type { Severity } from '../rules/rule';
import { type Language, languageOf } from '../text/words';
import { check } from './check';
import { exportArticles } from './export';
import { type FixOptions, fix } from './fix';
import { inspect } from './inspect';
import type { Io } from './io';
import type { Mode } from './put';
import type { Format } from './report';
import { revert } from './revert';
import { type Session, session } from './session';
import { type Options, usage, usageError } from './usage';

/**
 * Runs one command line (without the program's own name) and gives its exit code: 0 done, 1 `check` found problems, 2 the
 * arguments are wrong or a file could not be dealt with. Rejects only where the output cannot be written.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const language = languageAsked(argv) ?? languageOf(io.locale?.replace(/_.*/, ''));
  const open = ({ encoding, notes }: Options): Session => session(io, language, encoding, notes);
  let code = 0;
  let shown = '';
  const program = usage(language, io.version, {
    async inspect(files, options) {
      code = await inspect(open(options), files, options.format as 'json' | 'ndjson');
    },
    async check(files, options) {
      const { format, rules, maxRate } = options;
      // Who asks for a rate wants no single problem to decide.
      const failOn = (options.failOn ?? (maxRate === undefined ? 'warning' : undefined)) as Severity | undefined;
      code = await check(open(options), files, { format: format as Format, rules, failOn, maxRate });
    },
    async fix(files, options) {
      const { rules, tier } = options;
      const mode = modeOf(options);
      const log = options.log === true;
      code = await fix(open(options), files, { rules, tier: tier as FixOptions['tier'], mode, log });
    },
    async revert(logs, options) {
      code = await revert(open(options), logs, { rules: options.rules, mode: modeOf(options) });
    },
    async export(files, options) {
      code = await exportArticles(open(options), files, options.format as ExportFormat);
    },
  });
  const show = (text: string): void => {
    shown += text;
  };
  for (const command of [program, ...program.commands]) command.configureOutput({ writeOut: show, writeErr: show });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) await io.out(shown);
    else await io.err(shown || `${usageError(language, error)}\n`);
    return error.exitCode === 0 ? 0 : 2;
  }
}

const modeOf = ({ diff, dryRun }: Options): Mode => (diff ? 'diff' : dryRun ? 'dry' : 'write');

/** `--lang` counts before anything is parsed: the errors of parsing are told in it. */
function languageAsked(argv: readonly string[]): Language | undefined {
  const at = argv.lastIndexOf('--lang');
  const value = at >= 0 ? argv[at + 1] : argv.findLast((arg) => arg.startsWith('--lang='))?.slice(7);
  return value === 'zh' || value === 'en' ? value : undefined;
}

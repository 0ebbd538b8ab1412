import type { Severity } from '../rules/rule';
import { problems } from '../rules/rules';
import { problemOf } from './inspection';
import { type Format, report } from './report';
import type { Session } from './session';
import { settingsOf } from './sources';

export interface CheckOptions {
  readonly format: Format;
  /** Codes of the rules that are asked; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** The least severity that makes the exit code 1. */
  readonly failOn: Severity;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * `galley check`: the problems of the files. Exit code 0 where there is none as severe as `failOn`, 1 where there is one,
 * 2 where a file could not be read, whatever the others have.
 */
export async function check(session: Session, paths: readonly string[], options: CheckOptions): Promise<number> {
  const { io, language } = session;
  const { issue, files, failed } = await session.open(paths);
  const failing = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1));
  const { file, end } = report(options.format, language, io.version);
  let worst = false;
  for await (const source of files()) {
    const found = problems({ file: source.key, sheet: source.sheet, issue }, settingsOf(source)).filter(
      ({ code }) => options.rules?.includes(code) ?? true,
    );
    worst ||= found.some(({ severity }) => failing.has(severity));
    await io.out(
      file(
        source.path,
        found.map((problem) => problemOf(source.sheet.text, problem, language)),
      ),
    );
  }
  await io.out(end());
  return failed > 0 ? 2 : worst ? 1 : 0;
}

import { basename } from 'node:path';
import { pageSpan } from '../features/overview';
import type { Edition } from '../issue/edition';
import { Errors } from '../rules/error-rate';
import type { Severity } from '../rules/rule';
import { problems } from '../rules/rules';
import { message, say } from '../text/words';
import { problemOf } from './inspection';
import { type Format, report } from './report';
import type { Session } from './session';
import { settingsOf } from './sources';
import * as words from './words';

export interface CheckOptions {
  readonly format: Format;
  /** Codes of the rules that are asked; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** The least severity that makes the exit code 1; undefined where none does. */
  readonly failOn: Severity | undefined;
  /** The highest error rate that an issue may have; undefined where it is not asked for. */
  readonly maxRate: number | undefined;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * `galley check`: the problems of the files. Exit code 0 where there is none as severe as `failOn` and no issue with a
 * higher error rate than `maxRate`, 1 where there is one, 2 where a file could not be read, whatever the others have.
 */
export async function check(session: Session, paths: readonly string[], options: CheckOptions): Promise<number> {
  const { io, language } = session;
  const { issue, files, failed } = await session.open(paths);
  const failing = new Set(options.failOn ? SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1) : []);
  const { file, end } = report(options.format, language, io.version);
  const errors = new Map<Edition, Errors>();
  let worst = false;
  for await (const source of files()) {
    const { key, sheet, path } = source;
    const found = problems({ file: key, sheet, issue }, settingsOf(source)).filter(
      ({ code }) => options.rules?.includes(code) ?? true,
    );
    worst ||= found.some(({ severity }) => failing.has(severity));
    if (options.maxRate !== undefined)
      for (let page = -1; page < sheet.pages.length; page++) {
        const edition = issue.edition(key, page);
        if (!edition?.leaves.some((leaf) => leaf.file === key && leaf.page === page)) continue;
        errors.set(edition, (errors.get(edition) ?? new Errors()).add(sheet, found, pageSpan(sheet, page)));
      }
    const shown = found.map((problem) => problemOf(sheet.text, problem, language));
    await io.out(file(path, shown));
  }
  await io.out(end());
  const over = options.maxRate !== undefined && (await ratesOver(session, errors, options.maxRate, options.format));
  return failed > 0 ? 2 : worst || over ? 1 : 0;
}

/** Prints the error rate of each issue, where problems are printed for people; else only those over the limit, as complaints. */
async function ratesOver(
  session: Session,
  counted: ReadonlyMap<Edition, Errors>,
  maxRate: number,
  format: Format,
): Promise<boolean> {
  let over = false;
  for (const [{ paper, date, leaves }, { rate: of }] of counted) {
    const name = [paper, date].filter(Boolean).join(' ') || basename(leaves[0].file);
    const passes = of.rate <= maxRate;
    over ||= !passes;
    const what = message(passes ? words.RATE : words.RATE_OVER, of.rate.toFixed(1), of.errors, of.characters, maxRate);
    if (format === 'text') await session.print(message(words.NAMED, name, say('en', what), say('zh', what)));
    else if (!passes) await session.complain(name, what);
  }
  return over;
}

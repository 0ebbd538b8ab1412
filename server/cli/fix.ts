import { createTwoFilesPatch } from 'diff';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { parse } from '../parse/parse';
import { fixAll, mended } from '../rules/apply';
import type { Context, Problem } from '../rules/rule';
import { problems } from '../rules/rules';
import { type Message, message } from '../text/words';
import { encode, roundTrips } from './encode';
import type { Session } from './session';
import { type Source, settingsOf } from './sources';
import * as words from './words';

export interface FixOptions {
  /** Codes of the rules whose fixes are wanted; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** `likely`: also the fixes that are likely to be right. */
  readonly tier: 'certain' | 'likely';
  /** `dry`: say what would be done; `diff`: print it as a patch. Neither writes. */
  readonly mode: 'write' | 'dry' | 'diff';
}

/**
 * `galley fix`: applies the fixes that are certain (or likely, where asked), in place. Exit code 0 when that is done, whatever problems remain; 2
 * where a file could not be read, or was left as it is because writing it could harm it.
 */
export async function fix(session: Session, paths: readonly string[], options: FixOptions): Promise<number> {
  const { issue, files, failed } = await session.open([...new Set(paths)]);
  let code = failed > 0 ? 2 : 0;
  for await (const source of files()) {
    const { text, applied, left, refused } = repaired(source, issue, options);
    if (applied > 0) {
      const hindrance = await put(session, source, text, options.mode);
      if (hindrance) {
        await session.complain(source.path, hindrance);
        code = 2;
        continue;
      }
    }
    if (refused > 0) {
      await session.complain(source.path, message(words.FIX_REFUSED, refused));
      code = 2;
    }
    if (options.mode === 'diff') continue;
    const line = applied === 0 ? words.NOT_FIXED : options.mode === 'dry' ? words.WOULD_FIX : words.FIXED;
    await session.print(message(line, source.path, applied, left));
  }
  return code;
}

interface Repaired {
  readonly text: string;
  readonly applied: number;
  /** Problems of the wanted rules that remain. */
  readonly left: number;
  /** Fixes that would have done more than they declare. */
  readonly refused: number;
}

/** A fix may bring another to light; a text that needs more rounds than this is not getting better. */
const ROUNDS = 20;

/** Fixes until nothing is left to fix, so that a second run changes nothing. */
function repaired(source: Source, issue: Issue, { rules, tier }: FixOptions): Repaired {
  const { key, sheet, notes } = source;
  const settings = settingsOf(source);
  const tiers = tier === 'likely' ? (['certain', 'likely'] as const) : (['certain'] as const);
  const wanted = (problem: Problem): boolean => rules === undefined || rules.includes(problem.code);
  let context: Context = { file: key, sheet, issue };
  let applied = 0;
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = tiers.flatMap((each) => fixAll(context, settings, each, wanted));
    const result = mended(context.sheet.text, fixes);
    refused = result.refused.length;
    if (result.applied.length === 0) break;
    applied += result.applied.length;
    const next = parse(result.text, notes);
    context = { file: key, sheet: next, issue: context.issue.with(digest(key, next)) };
  }
  const left = problems(context, settings).filter(wanted).length;
  return { text: context.sheet.text.toString(), applied, left, refused };
}

/** Writes the text, or shows it; gives the reason where that must not or cannot be done. */
async function put(
  { io }: Session,
  { path, bytes, decoded }: Source,
  text: string,
  mode: FixOptions['mode'],
): Promise<Message | null> {
  if (path === '-' && mode === 'write') return message(words.NO_PLACE);
  if (!roundTrips(bytes, decoded)) return message(words.NO_ROUND_TRIP, decoded.encoding);
  const after = encode(text, decoded.encoding, decoded.mark);
  if (after === null) return message(words.NOT_ENCODABLE, decoded.encoding);
  if (mode === 'diff') return patch(io.out, path, decoded.text, text);
  if (mode === 'dry') return null;
  try {
    const now = await io.read(path);
    if (Buffer.compare(now, bytes) !== 0) return message(words.CHANGED);
    await io.write(path, after);
    return null;
  } catch (error) {
    return message(words.UNWRITABLE, (error as Error).message);
  }
}

/** Two texts that differ everywhere take too long to compare. */
const PATIENCE = 10_000;

async function patch(out: Session['io']['out'], path: string, before: string, after: string): Promise<Message | null> {
  const options = { context: 1, timeout: PATIENCE };
  const found = createTwoFilesPatch(path, path, before, after, undefined, undefined, options);
  if (found === undefined) return message(words.TOO_DIFFERENT);
  await out(found);
  return null;
}

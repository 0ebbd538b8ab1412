import type { Done } from '../features/provenance';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { parse } from '../parse/parse';
import { mended, proposals } from '../rules/apply';
import type { Context, Problem } from '../rules/rule';
import { problems } from '../rules/rules';
import type { Text } from '../text/text';
import { message } from '../text/words';
import { append } from './log';
import { type Mode, put } from './put';
import type { Session } from './session';
import { type Source, settingsOf } from './sources';
import * as words from './words';

export interface FixOptions {
  /** Codes of the rules whose fixes are wanted; undefined for all. */
  readonly rules: readonly string[] | undefined;
  /** `likely`: also the fixes that are likely to be right. */
  readonly tier: 'certain' | 'likely';
  readonly mode: Mode;
  /** Write down beside the texts what was done. */
  readonly log: boolean;
}

/**
 * `galley fix`: applies the fixes that are certain (or likely, where asked), in place. Exit code 0 when that is done, whatever problems remain; 2
 * where a file could not be read, or was left as it is because writing it could harm it.
 */
export async function fix(session: Session, paths: readonly string[], options: FixOptions): Promise<number> {
  const { issue, files, failed } = await session.open([...new Set(paths)]);
  let code = failed > 0 ? 2 : 0;
  for await (const source of files()) {
    const { text, applied, left, refused, strokes } = repaired(source, issue, options);
    if (applied > 0) {
      const hindrance = await put(session, source, text, options.mode);
      if (hindrance) {
        await session.complain(source.path, hindrance);
        code = 2;
        continue;
      }
      if (options.log && options.mode === 'write') {
        const trouble = await append(session, source.key, strokes);
        if (trouble) {
          await session.complain(trouble.path, trouble.why);
          code = 2;
        }
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
  /** What was done, round by round, by rule. */
  readonly strokes: readonly { readonly text: Text; readonly done: readonly Done[] }[];
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
  const strokes: Repaired['strokes'][number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const offers = tiers.flatMap((each) => proposals(context, settings, each, wanted));
    const codes = new Map(offers.map(({ fix, problem }) => [fix, problem.code]));
    const { text } = context.sheet;
    const result = mended(text, [...codes.keys()]);
    refused = result.refused.length;
    if (result.applied.length === 0) break;
    applied += result.applied.length;
    strokes.push({ text, done: result.applied.map((one) => ({ rule: codes.get(one) ?? '', edits: one.edits })) });
    const next = parse(result.text, notes);
    context = { file: key, sheet: next, issue: context.issue.with(digest(key, next)) };
  }
  const left = problems(context, settings).filter(wanted).length;
  return { text: context.sheet.text.toString(), applied, left, refused, strokes };
}

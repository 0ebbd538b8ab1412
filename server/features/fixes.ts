import { fixAll, mended, type Proposal, proposals } from '../rules/apply';
import type { Context, Fix, Problem, Settings } from '../rules/rule';
import { fixes, problems, ruleOf } from '../rules/rules';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { type Message, message, type Words } from '../text/words';
import type { Done } from './provenance';

/** Something to choose where a problem is: one fix, or all certain fixes of its kind. */
export interface QuickFix {
  readonly title: Message;
  /** In offsets of the context's text; they do not overlap. */
  readonly edits: readonly Edit[];
  /** What it mends. */
  readonly problems: readonly Problem[];
  readonly preferred: boolean;
  /** The same edits, fix by fix. */
  readonly done: readonly Done[];
}

/**
 * The fixes of the problems that a range touches, and for each of their kinds one that mends every certain one in the file.
 * Worked out from the context's text; a fix that would do what it does not declare is not offered.
 */
export function quickFixes(context: Context, settings: Settings, range: Span): QuickFix[] {
  const all = problems(context, settings);
  const here = all.filter(({ span }) => span.from <= range.to && range.from <= span.to);
  const single = here.flatMap((problem) => offered(context, problem));
  const codes = [...new Set(here.map(({ code }) => code))];
  return [...single, ...codes.flatMap((code) => allOfKind(context, settings, code, all))];
}

/** Fixes that can be applied together, and how many cannot, as they touch what others change. */
export interface Together {
  readonly done: readonly Done[];
  readonly leftOut: number;
}

/** Every certain fix of a file, or of the problems that `of` picks. */
export const certainFixes = (context: Context, settings: Settings, of?: (problem: Problem) => boolean): Together =>
  together(context, proposals(context, settings, 'certain', of));

/** For each problem of a kind its first fix, certain or likely, in a whole file or where the problem begins in `within`. */
export function fixesOfKind(context: Context, settings: Settings, code: string, within?: Span): Together {
  const of = (problem: Problem): boolean =>
    problem.code === code && (!within || (problem.span.from >= within.from && problem.span.from < within.to));
  const certain = proposals(context, settings, 'certain', of);
  const mendable = new Set(certain.map(({ problem }) => problem.span.from));
  const likely = proposals(context, settings, 'likely', of).filter(({ problem }) => !mendable.has(problem.span.from));
  return together(context, [...certain, ...likely]);
}

function together({ sheet }: Context, offers: readonly Proposal[]): Together {
  const codes = new Map(offers.map(({ fix, problem }) => [fix, problem.code]));
  const { applied, refused } = mended(sheet.text, [...codes.keys()]);
  const done = applied.map((fix) => ({ rule: codes.get(fix) ?? '', edits: fix.edits }));
  return { done, leftOut: refused.length };
}

function offered(context: Context, problem: Problem): QuickFix[] {
  return fixes(context, problem).flatMap((fix, i) => {
    const edits = editsOf(context, [fix]);
    if (edits.length === 0) return [];
    const done = [{ rule: problem.code, edits }];
    return [{ title: fix.title, edits, problems: [problem], preferred: i === 0 && fix.tier !== 'possible', done }];
  });
}

function allOfKind(context: Context, settings: Settings, code: string, all: readonly Problem[]): QuickFix[] {
  const rule = ruleOf(code);
  const applied = mended(
    context.sheet.text,
    fixAll(context, settings, 'certain', (problem) => problem.code === code),
  ).applied;
  if (!rule || applied.length < 2) return [];
  const title = message(FIX_ALL_OF_KIND, applied.length, rule.title.en, rule.title.zh);
  const edits = applied.flatMap((fix) => fix.edits);
  const done = applied.map((fix) => ({ rule: code, edits: fix.edits }));
  return [{ title, edits, problems: all.filter((problem) => problem.code === code), preferred: false, done }];
}

const editsOf = ({ sheet }: Context, wanted: readonly Fix[]): Edit[] =>
  mended(sheet.text, wanted).applied.flatMap((fix) => fix.edits);

const FIX_ALL_OF_KIND: Words = {
  en: 'Fix all {0} certain cases in this file: {1}',
  zh: '修复本文件中全部 {0} 处确定的问题：{2}',
};

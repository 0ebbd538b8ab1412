import { fixAll, mended } from '../rules/apply';
import type { Context, Fix, Problem, Settings } from '../rules/rule';
import { fixes, problems, ruleOf } from '../rules/rules';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { type Message, message, type Words } from '../text/words';

/** Something to choose where a problem is: one fix, or all certain fixes of its kind. */
export interface QuickFix {
  readonly title: Message;
  /** In offsets of the context's text; they do not overlap. */
  readonly edits: readonly Edit[];
  /** What it mends. */
  readonly problems: readonly Problem[];
  readonly preferred: boolean;
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

/** The edits of every certain fix of a file. */
export const fixAllEdits = (context: Context, settings: Settings): Edit[] =>
  editsOf(context, fixAll(context, settings));

function offered(context: Context, problem: Problem): QuickFix[] {
  return fixes(context, problem).flatMap((fix, i) => {
    const edits = editsOf(context, [fix]);
    if (edits.length === 0) return [];
    return [{ title: fix.title, edits, problems: [problem], preferred: i === 0 && fix.tier !== 'possible' }];
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
  return [{ title, edits, problems: all.filter((problem) => problem.code === code), preferred: false }];
}

const editsOf = ({ sheet }: Context, wanted: readonly Fix[]): Edit[] =>
  mended(sheet.text, wanted).applied.flatMap((fix) => fix.edits);

const FIX_ALL_OF_KIND: Words = {
  en: 'Fix all {0} certain cases in this file: {1}',
  zh: '修复本文件中全部 {0} 处确定的问题：{2}',
};

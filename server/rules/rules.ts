import type { Sheet } from '../parse/sheet';
import { brokenLine } from './broken-line';
import { compatCharacter } from './compat-character';
import { cutOff } from './cut-off';
import { dateConflict } from './date-conflict';
import { isOff, undismissed } from './dismissal';
import { duplicateText } from './duplicate-text';
import { lostDigit } from './lost-digit';
import { missingCredit } from './missing-credit';
import { nameVariant } from './name-variant';
import { orphanFragment } from './orphan-fragment';
import type { Context, Fix, Problem, Rule, Settings } from './rule';
import { spacedText } from './spaced-text';
import { undecodableCharacter } from './undecodable-character';
import { unpairedMark } from './unpaired-mark';
import { unresolvedContinuation } from './unresolved-continuation';

/** Every rule, in the order in which problems at one place are shown. */
export const rules: readonly Rule[] = [
  brokenLine,
  orphanFragment,
  compatCharacter,
  undecodableCharacter,
  spacedText,
  unpairedMark,
  duplicateText,
  cutOff,
  missingCredit,
  dateConflict,
  lostDigit,
  nameVariant,
  unresolvedContinuation,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code, or undefined where there is none (an old dismissal may name one). */
export const ruleOf = (code: string): Rule | undefined => byCode.get(code);

/** What was last found in a sheet, and under which circumstances: one look at a text asks for its problems many times. */
const known = new WeakMap<
  Sheet,
  Pick<Context, 'file' | 'issue'> & { settings?: Settings; found: readonly Problem[] }
>();

/** All problems of one file, in the order of the text; rules that `settings` turn off are not asked. */
export function problems(context: Context, settings?: Settings): readonly Problem[] {
  for (const steps = problemsByRule(context, settings); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, a rule each: of a long text all at once would keep others waiting. */
export function* problemsByRule(context: Context, settings?: Settings): Generator<undefined, readonly Problem[]> {
  const { file, sheet, issue } = context;
  const last = known.get(sheet);
  if (last?.file === file && last.issue === issue && last.settings === settings) return last.found;
  const all: Problem[] = [];
  for (const rule of rules) {
    const severity = settings?.severities[rule.code] ?? rule.severity;
    if (severity === 'off' || isOff(rule.code, settings?.dismissals)) continue;
    for (const finding of rule.find(context)) all.push({ ...finding, code: rule.code, severity });
    yield;
  }
  all.sort((a, b) => a.span.from - b.span.from);
  const found = undismissed(sheet.text, all, settings?.dismissals);
  known.set(sheet, { file, issue, settings, found });
  return found;
}

/** The fixes of one problem that `problems` gave for this same context, the preferred one first. */
export const fixes = (context: Context, problem: Problem): Fix[] => ruleOf(problem.code)?.fix?.(context, problem) ?? [];

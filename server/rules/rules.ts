import type { Context, Problem, Rule } from './rule';

/** Every rule, in the order in which problems at one place are shown. */
export const rules: readonly Rule[] = [];

/** All problems of one file, in the order of the text. */
export function problems(context: Context): Problem[] {
  return rules.flatMap((rule) => [...rule.find(context)]).sort((a, b) => a.span.from - b.span.from);
}

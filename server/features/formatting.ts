import { fixAll, mended } from '../rules/apply';
import type { Dismissal } from '../rules/dismissal';
import type { Context } from '../rules/rule';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/**
 * The edits of "Format": broken lines that certainly are broken are joined, nothing else is touched. With `within`, only
 * joins that lie wholly inside it. What was dismissed as no problem stays. Asked for by a person, so it works whatever the rule's severity is set to.
 */
export function reflow(context: Context, within?: Span, dismissals: readonly Dismissal[] = []): Edit[] {
  // That the rule is off in a folder says nothing of what a person asks for here.
  const places = dismissals.filter(({ scope }) => scope === 'place');
  const certain = fixAll(
    context,
    { severities: {}, dismissals: places },
    'certain',
    ({ code }) => code === 'broken-line',
  );
  const edits = mended(context.sheet.text, certain).applied.flatMap((fix) => fix.edits);
  return within ? edits.filter(({ from, to }) => from >= within.from && to <= within.to) : edits;
}

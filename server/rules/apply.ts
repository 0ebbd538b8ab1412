import { applyEdits } from '../text/edit';
import type { Text } from '../text/text';
import { conserves } from './conserves';
import type { Context, Fix, Problem, Settings, Tier } from './rule';
import { fixes, problems } from './rules';

/** A text after some fixes: those that were applied, and those that could not be. */
export interface Mended {
  readonly text: Text;
  readonly applied: readonly Fix[];
  /** Left out because they overlap an earlier fix, or because they would have done what they do not declare. */
  readonly refused: readonly Fix[];
}

/**
 * The text after the fixes, all given in its own offsets. Each is checked alone; one that breaks its word, or that touches
 * what an earlier one changes, is left out. The edits of two fixes may interleave (a reflow, and a character within it).
 */
export function mended(text: Text, wanted: readonly Fix[]): Mended {
  const left = new Set(wanted.filter((fix) => !checked(text, fix)));
  const edits = wanted.flatMap((fix) => (left.has(fix) ? [] : fix.edits.map((edit) => ({ edit, fix }))));
  edits.sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to);
  let before: (typeof edits)[number] | undefined;
  for (const here of edits) {
    if (left.has(here.fix)) continue;
    if (before && before.edit.to > here.edit.from && !left.has(before.fix)) left.add(here.fix);
    else before = here;
  }
  const applied = wanted.filter((fix) => !left.has(fix));
  return {
    text: applyEdits(
      text,
      applied.flatMap((fix) => fix.edits),
    ),
    applied,
    refused: [...left],
  };
}

/** A problem and a way to mend it. */
export interface Proposal {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** For each problem its first fix of `tier`, over all problems of a file (or those that `of` picks). */
export function proposals(
  context: Context,
  settings?: Settings,
  tier: Tier = 'certain',
  of: (problem: Problem) => boolean = () => true,
): Proposal[] {
  return problems(context, settings)
    .filter(of)
    .flatMap((problem) => {
      const fix = fixes(context, problem).find((each) => each.tier === tier);
      return fix ? [{ problem, fix }] : [];
    });
}

/** What a fix-all applies. */
export const fixAll = (...wanted: Parameters<typeof proposals>): Fix[] => proposals(...wanted).map(({ fix }) => fix);

function checked(text: Text, fix: Fix): boolean {
  if (fix.edits.length === 0) return false;
  try {
    return conserves(text, applyEdits(text, fix.edits), fix);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

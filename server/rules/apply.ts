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

/** The text after the fixes, all given in its own offsets. Each is checked alone; one that breaks its word is left out. */
export function mended(text: Text, wanted: readonly Fix[]): Mended {
  const applied: Fix[] = [];
  const refused: Fix[] = [];
  let end = -1;
  for (const fix of [...wanted].sort((a, b) => start(a) - start(b))) {
    const fits = start(fix) >= end && checked(text, fix);
    (fits ? applied : refused).push(fix);
    if (fits) end = Math.max(...fix.edits.map((edit) => edit.to));
  }
  return {
    text: applyEdits(
      text,
      applied.flatMap((fix) => fix.edits),
    ),
    applied,
    refused,
  };
}

/** The preferred fixes of `tier` for all problems of a file (or those that `of` picks): what a fix-all applies. */
export function fixAll(
  context: Context,
  settings?: Settings,
  tier: Tier = 'certain',
  of: (problem: Problem) => boolean = () => true,
): Fix[] {
  return problems(context, settings)
    .filter(of)
    .flatMap((problem) => fixes(context, problem).slice(0, 1))
    .filter((fix) => fix.tier === tier);
}

const start = (fix: Fix): number => Math.min(...fix.edits.map((edit) => edit.from));

function checked(text: Text, fix: Fix): boolean {
  if (fix.edits.length === 0) return false;
  try {
    return conserves(text, applyEdits(text, fix.edits), fix);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

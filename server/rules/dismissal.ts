import { type Anchor, anchorOf, found, type Place, printed, squeezed } from '../parse/anchor';
import { countWhile } from '../text/search';
import type { Text } from '../text/text';
import type { Problem } from './rule';

/**
 * What a person said is no problem: one place, a word wherever this rule finds it, or all that the rule finds. Which files
 * it counts for is not said here: who reads the ledger takes what counts for the file at hand.
 */
export type Dismissal = Here | Word | Off;

/** The problem on one line. Of several with the same words there it is number `nth`, from 0. */
interface Here {
  readonly scope: 'place';
  readonly rule: string;
  readonly anchor: Anchor;
  readonly words: string;
  readonly nth: number;
}

interface Word {
  readonly scope: 'word';
  readonly rule: string;
  readonly word: string;
}

interface Off {
  readonly scope: 'off';
  readonly rule: string;
}

/** So much of a problem's text names it. */
const WORDS = 40;
/** What is longer is a passage, and not a word that could come again. */
const LONGEST_WORD = 16;

/** Whether all problems of a rule are dismissed. */
export const isOff = (rule: string, dismissals: readonly Dismissal[] = []): boolean =>
  dismissals.some((dismissal) => dismissal.scope === 'off' && dismissal.rule === rule);

/** The problems (all of one text, in order) that nobody dismissed. */
export function undismissed(text: Text, problems: Problem[], dismissals: readonly Dismissal[] = []): Problem[] {
  const rules = new Set(dismissals.map(({ rule }) => rule));
  if (!problems.some(({ code }) => rules.has(code))) return problems;
  const gone = new Set<Problem>();
  for (const dismissal of dismissals)
    if (dismissal.scope === 'word')
      for (const problem of problems)
        if (problem.code === dismissal.rule && wordOf(text, problem) === dismissal.word) gone.add(problem);
  const placed = dismissals.filter((dismissal) => dismissal.scope === 'place');
  if (placed.length > 0) {
    const lines = printed(text);
    const places = found(
      lines,
      placed.map(({ anchor }) => anchor),
    );
    placed.forEach((dismissal, k) => {
      const same = problems.filter((problem) => isAt(text, lines, problem, dismissal, places[k]));
      if (same.length > dismissal.nth) gone.add(same[dismissal.nth]);
    });
  }
  return problems.filter((problem) => !gone.has(problem));
}

/** "Not a problem here", for one of `problems` (all of the text, also those dismissed). Null in a text without a line. */
export function dismissalOf(text: Text, problems: readonly Problem[], problem: Problem): Dismissal | null {
  const lines = printed(text);
  const index = lineOf(text, lines, problem);
  if (index < 0) return null;
  const here = { rule: problem.code, words: wordsOf(text, problem) };
  const same = problems.filter((other) => isAt(text, lines, other, here, index));
  return { scope: 'place', ...here, anchor: anchorOf(lines, index), nth: same.indexOf(problem) };
}

/** The word that a problem is about, for "never this word"; null where it is about more, or less, than a word. */
export function wordOf(text: Text, { span }: Problem): string | null {
  if (span.to - span.from > 2 * LONGEST_WORD) return null;
  const words = text.slice(span.from, span.to);
  // What a line end cuts is no word that could come again.
  if (/[\r\n]/.test(words)) return null;
  const word = squeezed(words);
  return word.length > 0 && word.length <= LONGEST_WORD ? word : null;
}

function isAt(
  text: Text,
  lines: readonly Place[],
  problem: Problem,
  { rule, words }: Pick<Here, 'rule' | 'words'>,
  index: number | null,
): boolean {
  return problem.code === rule && wordsOf(text, problem) === words && lineOf(text, lines, problem) === index;
}

const wordsOf = (text: Text, { span }: Problem): string =>
  squeezed(text.slice(span.from, Math.min(span.to, span.from + 4 * WORDS))).slice(0, WORDS);

/** The index in `lines` of the line that a problem begins on; the one above where that is blank. */
function lineOf(text: Text, lines: readonly Place[], { span }: Problem): number {
  const line = text.lineAt(span.from);
  return Math.max(countWhile(lines.length, (i) => lines[i].at <= line) - 1, Math.min(0, lines.length - 1));
}

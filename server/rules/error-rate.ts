import type { Sheet } from '../parse/sheet';
import type { Span } from '../text/span';
import type { Problem } from './rule';

/**
 * The error rate (差错率) of a text: weighed errors for each 10,000 characters, as the press standard counts them (报纸编校
 * 质量; newspapers pass at 3 and below). One character counts 1, two to five 2, more 4; in a head twice as much; the same
 * error at most three times.
 */
export interface ErrorRate {
  readonly errors: number;
  /** Characters that are not white space. */
  readonly characters: number;
  /** Weighed errors for each 10,000 characters; 0 where there are none. */
  readonly rate: number;
}

/** At this rate and below a newspaper passes. */
export const PASS = 3;

/** The error rate of what lies within `span`: an article, a page, or (by default) the whole file. */
export function errorRate(
  sheet: Sheet,
  problems: readonly Problem[],
  span: Span = { from: 0, to: sheet.text.length },
): ErrorRate {
  const characters = sheet.text.slice(span.from, span.to).replace(/\s/gu, '').length;
  const heads = sheet.articles.flatMap((article) => article.head.map((line) => line.span));
  const seen = new Map<string, number>();
  let errors = 0;
  let head = 0;
  for (const problem of [...problems].sort((a, b) => a.span.from - b.span.from)) {
    const { from } = problem.span;
    if (from < span.from || from >= span.to || !COUNTED.has(problem.code)) continue;
    const same = `${problem.code} ${sheet.text.slice(from, Math.min(problem.span.to, from + 100))}`;
    const times = (seen.get(same) ?? 0) + 1;
    seen.set(same, times);
    if (times > SAME) continue;
    while (head < heads.length && heads[head].to <= from) head++;
    const inHead = head < heads.length && heads[head].from <= from;
    errors += weight(wrongCharacters(sheet, problem)) * (inHead ? 2 : 1);
  }
  return { errors, characters, rate: characters === 0 ? 0 : (errors / characters) * 10_000 };
}

/** The sum of several files' rates: of an issue. */
export function together(rates: readonly ErrorRate[]): ErrorRate {
  const errors = rates.reduce((sum, rate) => sum + rate.errors, 0);
  const characters = rates.reduce((sum, rate) => sum + rate.characters, 0);
  return { errors, characters, rate: characters === 0 ? 0 : (errors / characters) * 10_000 };
}

const SAME = 3;

/**
 * What a reader of the printed page would call an error. A broken line, a compatibility character, a blank or an unread jump
 * is the archive's and not the paper's.
 */
const COUNTED: ReadonlySet<string> = new Set([
  'orphan-fragment',
  'cut-off',
  'duplicate-text',
  'unpaired-mark',
  'undecodable-character',
  'missing-credit',
  'date-conflict',
  'lost-digit',
  'name-variant',
]);

const weight = (characters: number): number => (characters <= 1 ? 1 : characters <= 5 ? 2 : 4);

/** How many characters are wrong: those underlined, but where whole words are only pointed at, a word's worth. */
function wrongCharacters({ text }: Sheet, { code, span }: Problem): number {
  if (code === 'duplicate-text')
    return text.slice(span.from, Math.min(span.to, span.from + 20)).replace(/\s/gu, '').length;
  return code === 'date-conflict' || code === 'missing-credit' || code === 'name-variant' ? 2 : 1;
}

import type { Sheet } from '../parse/sheet';
import { countWhile } from '../text/search';
import type { Span } from '../text/span';
import type { Problem } from './rule';

/** The error rate (差错率): weighed errors for each 10,000 characters. */
export interface ErrorRate {
  readonly errors: number;
  /** Characters that are not white space. */
  readonly characters: number;
  /** 0 where there are no characters. */
  readonly rate: number;
}

/** At this rate and below a newspaper passes. */
export const PASS = 3;

/** The same error counts so often and no more. */
const MOST = 3;

/**
 * Weighs the errors of an article, a page or an issue, part by part, as the press standard does (报纸编校质量): a wrong
 * character counts 1, two to five 2, more 4; in a head twice as much; the same error at most three times in all. Hints are
 * left out, as in the list of problems.
 */
export class Errors {
  private readonly times = new Map<string, number>();
  private errors = 0;
  private characters = 0;

  /** Counts what lies within `span` of a text, by default all of it; `problems` are all those of the text. */
  add(sheet: Sheet, problems: readonly Problem[], span: Span = { from: 0, to: sheet.text.length }): this {
    const { text } = sheet;
    this.characters += dense(text.slice(span.from, span.to));
    // Those of the part alone are put in order: a text of many pages is counted part by part.
    const own = problems.filter(({ span: { from } }) => from >= span.from && from < span.to);
    for (const problem of own.sort((a, b) => a.span.from - b.span.from)) {
      const { from } = problem.span;
      const count = COUNTED[problem.code];
      if (!count || problem.severity === 'hint') continue;
      const doubled = isInHead(sheet, from) ? 2 : 1;
      for (const wrong of problem.wrong ?? [problem.span]) {
        const words = text.slice(wrong.from, Math.min(wrong.to, wrong.from + 100));
        const times = this.times.get(`${problem.code} ${words}`) ?? 0;
        this.times.set(`${problem.code} ${words}`, times + 1);
        if (times < MOST) this.errors += weight(count === 'all' ? dense(words) : count) * doubled;
      }
    }
    return this;
  }

  get rate(): ErrorRate {
    const { errors, characters } = this;
    return { errors, characters, rate: characters === 0 ? 0 : (errors * 10_000) / characters };
  }
}

/** The error rate of one part of a text. */
export const errorRate = (...part: Parameters<Errors['add']>): ErrorRate => new Errors().add(...part).rate;

/** Whether an offset lies in one of the lines of a head. */
function isInHead({ articles }: Sheet, at: number): boolean {
  const begun = countWhile(articles.length, (i) => (articles[i].head[0] ?? articles[i]).span.from <= at);
  return articles[begun - 1]?.head.some(({ span }) => span.from <= at && at < span.to) ?? false;
}

const weight = (characters: number): number => (characters <= 1 ? 1 : characters <= 5 ? 2 : 4);

const dense = (words: string): number => words.replace(/\s/gu, '').length;

/** Where a passage is lost, nobody knows how long it was; it was more than a word. */
const PASSAGE = 6;
/** A person's name has two or three characters. */
const NAME = 2;

/**
 * What a reader of the page would call an error, and how many characters are wrong: those underlined, or a number where
 * the underline only points at it (a figure or date counts as one, however long). A broken line, a compatibility character,
 * a blank or an unread jump is the archive's and not the paper's.
 */
const COUNTED: Readonly<Record<string, number | 'all'>> = {
  'orphan-fragment': PASSAGE,
  'cut-off': PASSAGE,
  'duplicate-text': 'all',
  'unpaired-mark': 1,
  'undecodable-character': 'all',
  'missing-credit': NAME,
  'date-conflict': 1,
  'lost-digit': 1,
  'name-variant': 1,
};

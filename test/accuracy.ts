import { basename } from 'node:path';
import type { inspection } from '../server/cli/inspection';
import type { Gold } from './gold';

/** What `galley inspect` says of a file. */
export type Found = ReturnType<typeof inspection>;

/** One file with what is true of it and what was found. */
export interface Case {
  readonly gold: Gold;
  readonly found: Found;
  /** The file's physical lines. */
  readonly lines: readonly string[];
  readonly characters: number;
}

/** What a measure compares: the things that are there, and the things that were said; each a line number and then what. */
interface Claims {
  readonly want: readonly (string | number)[];
  readonly have: readonly (string | number)[];
}

/** Every measure by its row's name; one that does not apply to a file gives null. */
export const measures: Readonly<Record<string, (given: Case) => Claims | null>> = {
  'article starts': ({ gold, found }) => ({
    want: gold.articles.map(({ line }) => line),
    have: found.articles.map(({ line }) => line).filter((line) => !eitherWay(gold, line)),
  }),
  'headline lines': ({ gold, found }) => {
    const block = (article: { headlineLines: readonly number[] }): string =>
      article.headlineLines.filter((line) => !gold.looseHeadLines?.includes(line)).join('+');
    return {
      want: gold.articles.filter(({ headlineLines }) => headlineLines.length > 0).map(block),
      have: found.articles
        .filter(({ line }) => !eitherWay(gold, line))
        .map(block)
        .filter((lines) => lines !== ''),
    };
  },
  'byline people': ({ gold, found, lines }) => {
    const placed = new Set(gold.articles.flatMap(({ bylines }) => bylines.map(({ line }) => line)));
    return {
      want: gold.articles.flatMap(({ bylines }) =>
        bylines.flatMap(({ line, people }) => people.map((name) => `${line} ${name}`)),
      ),
      have: found.articles
        .flatMap(({ bylines }) => bylines)
        // The labels know only the bylines that could be placed: elsewhere a line that speaks of one is not judged.
        .filter(({ line }) => placed.has(line) || !CREDITS.test(lines.slice(line - 1, line + 2).join('')))
        .flatMap(({ line, people }) => people.map(({ name }) => `${line} ${name}`)),
    };
  },
  'section markers': ({ gold, found }) => ({
    want: gold.articles.flatMap(({ sections }) => sections.map(({ line, label }) => `${line} ${label}`)),
    have: found.articles.flatMap(({ sections }) => sections.map(({ line, label }) => `${line} ${label}`)),
  }),
  subheads: ({ gold, found }) => ({
    want: gold.articles.flatMap(({ subheads }) => subheads).filter((line) => !eitherWay(gold, line)),
    have: found.articles
      .flatMap(({ subheads }) => subheads.map(({ line }) => line))
      .filter((line) => !gold.looseLines?.includes(line) && !eitherWay(gold, line)),
  }),
  continuations: ({ gold, found }) => {
    const claim = ({ line, direction, page, mark }: { line: number; direction: string; page: string; mark: string }) =>
      `${line} ${direction} ${bare(page)}${mark ?? ''}`;
    return {
      want: gold.articles.flatMap(({ continuations }) => continuations.map(claim)),
      have: found.articles.flatMap(({ continuations }) => continuations.map(claim)),
    };
  },
  'continuation links': ({ gold, found }) => ({
    want: gold.articles.flatMap(({ continuations }) =>
      continuations.flatMap(({ line, target, targetFile }) =>
        target ? [`${line} -> ${targetFile ?? basename(found.file)}:${target}`] : [],
      ),
    ),
    have: found.articles.flatMap(({ continuations }) =>
      continuations.flatMap(({ line, target }) =>
        target ? [`${line} -> ${basename(target.file)}:${target.line}`] : [],
      ),
    ),
  }),
  'page headers': ({ gold, found }) => ({
    want: gold.pages.map(({ line, page }) => `${line} ${bare(page)}`),
    have: found.pages.map(({ line, label }) => `${line} ${bare(label)}`),
  }),
  'broken lines': (given) => (wrapped(given) ? null : joins(given)),
  'broken lines (hard-wrapped files)': (given) => (wrapped(given) ? joins(given) : null),
  'orphan-fragment': (given) => (wrapped(given) ? null : places(given, 'orphan-fragment')),
  'duplicate-text': (given) => (wrapped(given) ? null : places(given, 'duplicate-text')),
  'unpaired-mark': (given) => (wrapped(given) ? null : places(given, 'unpaired-mark')),
  'character damage': (given) => {
    if (wrapped(given)) return null;
    const claims = (problems: readonly { line: number; code: string }[]) =>
      problems.filter(({ code }) => CHARACTERS.includes(code)).map(({ line, code }) => `${line} ${code}`);
    return { want: claims(given.gold.problems), have: claims(given.found.problems) };
  },
};

const CHARACTERS = ['compat-character', 'spaced-text', 'undecodable-character'];
const CREDITS = /[讯訊电電摄]|记者|記者|作者|编辑|报道|采[访写]|整理|撰文|文[/／]/;

/** A line where two readings are right. */
const eitherWay = (gold: Gold, line: number): boolean => gold.ambiguousStarts?.includes(line) ?? false;

/** A4 and 04 are the same page: a paper's folio and its references seldom agree in such things. */
const bare = (page: string | number): string => String(page).replace(/^[A-Za-z]*0*/, '');

const wrapped = ({ gold }: Case): boolean => gold.style === 'wrap';

const joins = ({ gold, found }: Case): Claims => ({
  want: gold.breaks,
  have: found.problems
    .filter(({ code }) => code === 'broken-line')
    .flatMap((problem) => problem.joins ?? [problem.line]),
});

const places = (given: Case, wanted: string): Claims => ({
  want: given.gold.problems.filter(({ code }) => code === wanted).map(({ line }) => line),
  have: given.found.problems
    .filter((problem) => problem.code === wanted && !allowed(given, problem))
    .map(({ line }) => line),
});

type Said = Found['problems'][number];

const allowed = ({ gold }: Case, { line, code }: Said): boolean =>
  gold.allowed?.some((clause) => clause.line === line && clause.codes.includes(code)) ?? false;

export interface Score {
  readonly hit: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Precision, recall and their harmonic mean; 1 where there was nothing to say and nothing was said. */
export function figures({ hit, wrong, missed }: Score) {
  const precision = hit + wrong === 0 ? 1 : hit / (hit + wrong);
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** One file by one measure: how much is right, and what is not. */
export interface Judgement extends Score {
  readonly measure: string;
  readonly file: string;
  readonly style: string;
  /** `missed 12 …`, `wrong 15 …`. */
  readonly faults: readonly string[];
}

export function* judged(given: Case): Generator<Judgement> {
  for (const [measure, claims] of Object.entries(measures)) {
    const compared = claims(given);
    if (!compared) continue;
    const want = new Set(compared.want);
    const have = new Set(compared.have);
    const missed = [...want].filter((claim) => !have.has(claim));
    const wrong = [...have].filter((claim) => !want.has(claim));
    yield {
      measure,
      file: given.found.file,
      style: given.gold.style,
      hit: want.size - missed.length,
      wrong: wrong.length,
      missed: missed.length,
      faults: [...missed.map((claim) => `missed ${claim}`), ...wrong.map((claim) => `wrong ${claim}`)],
    };
  }
}

/** Several judgements as one. */
export const total = (scores: readonly Score[]): Score => ({
  hit: scores.reduce((sum, { hit }) => sum + hit, 0),
  wrong: scores.reduce((sum, { wrong }) => sum + wrong, 0),
  missed: scores.reduce((sum, { missed }) => sum + missed, 0),
});

/** What is reported of files in which nothing is damaged, a hint counted as a quarter. */
export function falseAlarms(cases: readonly Case[]): { alarms: number; characters: number } {
  const clean = cases.filter((given) => !given.gold.damaged && !wrapped(given));
  const weigh = (given: Case): number =>
    given.found.problems
      .filter((problem) => !allowed(given, problem))
      .reduce((sum, { severity }) => sum + (severity === 'hint' ? 0.25 : 1), 0);
  return {
    alarms: clean.reduce((sum, given) => sum + weigh(given), 0),
    characters: clean.reduce((sum, { characters }) => sum + characters, 0),
  };
}

/** What is reported of files whose every problem is known, and is not one of these. */
export const unexpected = (cases: readonly Case[]): string[] =>
  cases
    .filter(({ gold }) => gold.complete)
    .flatMap((given) =>
      given.found.problems
        .filter((problem) => !allowed(given, problem) && !known(given, problem))
        .map(({ line, code }) => `${given.found.file}:${line} ${code}`),
    );

const known = ({ gold }: Case, { line, code, joins: said }: Said): boolean =>
  gold.problems.some((problem) => problem.line === line && problem.code === code) ||
  (code === 'broken-line' && (said ?? [line]).every((join) => gold.breaks.includes(join)));

/** Of the article starts at least as sure as each threshold: how many there are, and how many of them are right. */
export const calibration = (cases: readonly Case[], thresholds: readonly number[]) =>
  thresholds.map((threshold) => {
    const starts = cases.flatMap(({ gold, found }) =>
      found.articles
        .filter(({ line, confidence }) => confidence >= threshold && !eitherWay(gold, line))
        .map(({ line }) => gold.articles.some((article) => article.line === line)),
    );
    return { threshold, starts: starts.length, right: starts.filter(Boolean).length };
  });

/** Of the line ends said to be none, by how sure the rule is of them: how many there are, and how many of them are right. */
export const joinCalibration = (cases: readonly Case[]) =>
  (['high', 'medium', 'low'] as const).map((confidence) => {
    const said = cases.flatMap(({ gold, found }) =>
      found.problems
        .filter((problem) => problem.code === 'broken-line' && problem.confidence === confidence)
        .flatMap((problem) => (problem.joins ?? [problem.line]).map((line) => gold.breaks.includes(line))),
    );
    return { confidence, joins: said.length, right: said.filter(Boolean).length };
  });

import { resolve } from '../issue/continuations';
import type { Issue } from '../issue/issue';
import type { Article, Byline, Continuation, Sheet } from '../parse/sheet';
import type { Problem } from '../rules/rule';
import type { Text } from '../text/text';
import { type Language, say } from '../text/words';
import type { Source } from './sources';

export const SCHEMA = 'galley.inspect/1';

/**
 * What `galley inspect` prints of one file: the public format that the README documents. Lines are 1-based physical lines,
 * columns 1-based UTF-16 units. Only ever add to it. `pathOf` gives a file of the issue as the caller named it.
 */
export function inspection(source: Source, issue: Issue, problems: readonly Problem[], view: View) {
  const { path, key, decoded, sheet } = source;
  return {
    schema: SCHEMA,
    file: path,
    encoding: decoded.encoding,
    lines: physicalLines(sheet.text),
    profile: sheet.profile,
    pages: sheet.pages.map(({ line, label, name, date }) => ({ line: line + 1, label, name, date })),
    articles: articlesOf(sheet, (index) => target(issue, key, index, view)),
    problems: problems.map((problem) => problemOf(sheet.text, problem, view.language)),
    ...(decoded.undecodable.length > 0 && {
      undecodable: decoded.undecodable.map(({ byte, line }) => ({ byte, line: line + 1 })),
    }),
  };
}

export interface View {
  readonly language: Language;
  /** The path, as it was given, of a file that the issue knows by its key. */
  pathOf(key: string): string;
}

/** A text's lines as other tools count them: a line end at the very end begins no further line, an empty file has none. */
export const physicalLines = (text: Text): number =>
  text.lineStart(text.lineCount - 1) === text.length ? text.lineCount - 1 : text.lineCount;

/** A problem with the place where a person looks for it. */
export function problemOf(text: Text, problem: Problem, language: Language) {
  const { code, severity, span, joins, confidence, message } = problem;
  const line = text.lineAt(span.from);
  return {
    code,
    severity,
    line: line + 1,
    endLine: text.lineAt(Math.max(span.from, span.to - 1)) + 1,
    column: span.from - text.lineStart(line) + 1,
    ...(joins && { joins: joins.map((join) => join + 1) }),
    confidence,
    message: say(language, message),
  };
}

type Target = { file: string; line: number; score: number } | null;

function articlesOf({ articles, continuations }: Sheet, targetOf: (index: number) => Target) {
  const indices = new Map(continuations.map((continuation, index) => [continuation, index]));
  const found = (continuation: Continuation): Target => {
    const index = indices.get(continuation);
    return index === undefined ? null : targetOf(index);
  };
  return articles.map((article) => articleOf(article, found));
}

function articleOf(article: Article, targetOf: (continuation: Continuation) => Target) {
  const { id, lines, headline, kicker, deck, column, head, confidence, characters } = article;
  return {
    id,
    line: lines.first + 1,
    endLine: lines.last + 1,
    headline,
    kicker,
    deck,
    column,
    headlineLines: [...new Set(head.map((line) => line.line + 1))],
    bylines: article.bylines.map(bylineOf),
    sections: article.sections.map(({ line, label }) => ({ line: line + 1, label })),
    subheads: article.subheads.map(({ line, label }) => ({ line: line + 1, text: label })),
    captions: article.captions.map(({ line, credit }) => ({ line: line + 1, credit })),
    continuations: article.continuations.map((continuation) => {
      const { line, direction, page, mark } = continuation;
      return { line: line + 1, direction, page, mark, target: targetOf(continuation) };
    }),
    characters,
    confidence: round(confidence),
  };
}

const bylineOf = ({ line, outlet, place, date, people }: Byline) => ({
  line: line + 1,
  outlet,
  place,
  date,
  people: people.map(({ name, role }) => ({ name, role })),
});

function target(issue: Issue, key: string, index: number, { pathOf }: View): Target {
  const other = resolve(issue, key, index).target;
  if (other === null || other.index === null) return null;
  const reference = issue.get(other.file)?.continuations[other.index];
  if (!reference) return null;
  // A reference over several lines stands on its last one if it leads on, on its first if it leads back.
  const { line } = reference.direction === 'to' ? reference.place.end : reference.place.start;
  return { file: pathOf(other.file), line: line + 1, score: round(other.score) };
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

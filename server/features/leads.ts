import type { Issue } from '../issue/issue';
import type { Context, Problem, Related, Settings } from '../rules/rule';
import { problems } from '../rules/rules';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import { type Message, message, type Words } from '../text/words';
import type { Location } from './location';

/** A place where what a problem lacks may be, to be gone to: no text is changed. */
export interface Lead {
  readonly title: Message;
  readonly problem: Problem;
  readonly to: Location;
}

export type NameOf = (file: string) => string;

/** Of one problem no more are offered: who has to choose among many looks himself. */
const MOST = 3;
/** UTF-16 units of what stands there, to tell places apart by. */
const SHOWN = 14;

/** Where the problems that a range touches lead, for each the likeliest place first. `nameOf` says what a person calls a file. */
export function leads(context: Context, settings: Settings, range: Span, nameOf: NameOf): Lead[] {
  return problems(context, settings)
    .filter(({ span }) => span.from <= range.to && range.from <= span.to)
    .flatMap((problem) => {
      const words = TITLES[problem.code];
      const places = words ? (problem.related ?? []).slice(0, MOST) : [];
      return places.map((related) => lead(context, problem, related, words, nameOf));
    });
}

function lead(
  { file: own, sheet, issue }: Context,
  problem: Problem,
  { file = own, place }: Related,
  words: Words,
  nameOf: NameOf,
): Lead {
  const there = file === own ? printedAt(sheet.text, place.start) : headlineAt(issue, file, place.start.line);
  const title = message(words, `${nameOf(file)}:${place.start.line + 1} ${there}`.trim());
  return { title, problem, to: { file, range: place, selection: place } };
}

function printedAt(text: Text, { line, character }: Related['place']['start']): string {
  const rest = text.line(line).slice(character).trim();
  return rest.length > SHOWN ? `${rest.slice(0, SHOWN)}…` : rest;
}

/** The other file's text is not at hand, its headlines are. */
function headlineAt(issue: Issue, file: string, line: number): string {
  const article = issue.get(file)?.articles.find((one) => one.line <= line && line <= one.endLine);
  return article?.headline ?? '';
}

/** The kinds of problems that lead somewhere, and what they look for there. */
const TITLES: Readonly<Record<string, Words>> = {
  'orphan-fragment': { en: 'Go to where its beginning may be: {0}', zh: '转到可能是段首文字之处：{0}' },
  'cut-off': { en: 'Go to where it may go on: {0}', zh: '转到可能是后文之处：{0}' },
  'duplicate-text': { en: 'Go to the same words: {0}', zh: '转到相同文字：{0}' },
  'unresolved-continuation': { en: 'Go to what may be the other end: {0}', zh: '转到可能的另一端：{0}' },
};

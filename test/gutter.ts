/**
 * Fixtures are written once, in a gutter form, and their raw text and their gold labels both follow from it (`fixtures` in
 * fixture.ts):
 *
 *     @ style: seed
 *     headline | 河水漫堤 城西停课
 *     body; byline 青岩日报: 安然、贺勇 | 青岩日报讯(记者/安然 通讯员/贺 勇) 昨日……
 *     rest; !unpaired-mark | 用;第6层……
 *
 * Left of the first `|` stand marks, parted by `;`. Right of it stands the row's text, to the letter. A row becomes one line of
 * the raw text, or several where the style wraps. `@` lines set the paper's habits, `#` lines are notes. The marks:
 *
 * - what the row is: `folio LABEL`, `kicker` `headline` `deck` `column` (the headline block), `body`, `subhead`, `caption`,
 *   `attribution`, `list`, `end` (an end note), `byline …` or `section …` alone, `table` `advertisement` `notice` (nobody is
 *   judged on where these start), `rest` (the paragraph before goes on: its line end is a broken line)
 * - `article`: an article starts here without a headline; a headline line after anything else starts one by itself
 * - `byline OUTLET: NAME、NAME`; `signed …` is the same at the paragraph's end; `section LABEL`
 * - `to PAGE MARK #key`, `from PAGE MARK #key`: a continuation; the same key names its other end; no key, no other end
 * - `!code=words`: a problem, on the line where `words` stand (the row's first line without them); `?code`: may be said
 * - `loose`, `loose-head`, `either`: nobody is judged for a subhead, for a line more in the headline block, for a start
 * - `blanks N`: blank lines before the row, whatever the style says; `width N`: wrapped at N Han characters
 */
export interface Row {
  readonly kind: Kind;
  readonly text: string;
  /** Every mark, as its name and what follows the name. */
  readonly marks: readonly (readonly [name: string, said: string])[];
  readonly problems: readonly { readonly code: string; readonly words: string }[];
  readonly allowed: readonly string[];
}

const HEAD = ['kicker', 'headline', 'deck', 'column'] as const;
const APART = ['table', 'advertisement', 'notice'] as const;
const OTHER = [
  'folio',
  'body',
  'subhead',
  'caption',
  'attribution',
  'list',
  'end',
  'rest',
  'byline',
  'section',
] as const;
const MORE = ['article', 'signed', 'to', 'from', 'loose', 'loose-head', 'either', 'blanks', 'width'];

export type Kind = (typeof HEAD | typeof APART | typeof OTHER)[number];
export const isHead = (kind: Kind | null): boolean => (HEAD as readonly unknown[]).includes(kind);
/** Advertisements, notices, tables: blocks of their own kind, outside every article. */
export const isApart = (kind: Kind | null): boolean => (APART as readonly unknown[]).includes(kind);

const KINDS = new Set<string>([...HEAD, ...APART, ...OTHER]);
const NAMES = new Set<string>([...KINDS, ...MORE]);

/** The rows of a source. Throws where a row has no gutter, no kind or a mark nobody knows. */
export function* rows(source: string): Generator<Row> {
  for (const line of source.split('\n')) {
    if (line.trim() === '' || /^[@#]/.test(line)) continue;
    const bar = line.indexOf('|');
    if (bar < 0) throw new Error(`no gutter in ${line}`);
    const all = line
      .slice(0, bar)
      .split(';')
      .map((m) => m.trim());
    const marks = all.filter((m) => !/^[!?]/.test(m)).map((m) => pair(m, ' '));
    for (const [name] of marks) if (!NAMES.has(name)) throw new Error(`no mark ${name} in ${line}`);
    const kinds = marks.map(([name]) => name).filter((name) => KINDS.has(name));
    const kind = kinds.find((k) => k !== 'byline' && k !== 'section') ?? kinds[0];
    if (!kind) throw new Error(`no kind in ${line}`);
    yield {
      kind: kind as Kind,
      text: line.slice(bar + 1).replace(/^ /, ''),
      marks,
      problems: all
        .filter((m) => m.startsWith('!'))
        .map((m) => pair(m.slice(1), '='))
        .map(([code, words]) => ({ code, words })),
      allowed: all.filter((m) => m.startsWith('?')).map((m) => m.slice(1)),
    };
  }
}

/** What follows a mark's name, or undefined where the row has no such mark. */
export const said = (row: Row, name: string): string | undefined => row.marks.find(([n]) => n === name)?.[1];
export const has = (row: Row, name: string): boolean => said(row, name) !== undefined;

/** The `@ name: value` lines of a source. */
export const habits = (source: string): ReadonlyMap<string, string> =>
  new Map([...source.matchAll(/^@ (\w+): (\S+)$/gm)].map((m) => [m[1], m[2]]));

function pair(text: string, at: string): [string, string] {
  const i = text.indexOf(at);
  return i < 0 ? [text, ''] : [text.slice(0, i), text.slice(i + 1).trim()];
}

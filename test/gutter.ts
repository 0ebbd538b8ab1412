import { wrap } from './wrap';

/**
 * Fixtures are written once, in a gutter form, and their raw text and their gold labels both follow from it:
 *
 *     @ style: seed
 *     headline | 河水漫堤 城西停课
 *     body; byline 青岩日报: 安然、贺勇 | 青岩日报讯(记者/安然 通讯员/贺 勇) 昨日……
 *     rest; !unpaired-mark | 用;第6层……
 *
 * Left of the first `|` stand marks, parted by `;`: what the row is, then what else is true of it. Right of it stands the
 * row's text, to the letter. `@` lines set the paper's habit, `#` lines are notes. A row becomes one line of the raw text
 * (several where the style wraps). The marks:
 *
 * - kinds: `folio LABEL`, `kicker` `headline` `deck` `column` (the headline block), `body`, `byline …`, `section …`, `subhead`, `caption`,
 *   `attribution`, `list`, `end` (an end note), `table` `advertisement` `notice` (nobody is judged on where these start),
 *   `rest` (the paragraph before goes on: its line end is a broken line)
 * - `article`: an article starts here without a headline; a headline line after anything else starts one by itself
 * - `byline OUTLET: NAME、NAME`; `signed …` is the same at the paragraph's end; `section LABEL`
 * - `to PAGE MARK #key`, `from PAGE MARK #key`: a continuation; the same key names its other end; no key, no other end
 * - `!code=words`: a problem, on the line where `words` stand (the row's first line without them); `?code`: may be said
 * - `loose`, `loose-head`, `either`: nobody is judged for a subhead, for a line more in the headline block, for a start
 * - `blanks N`: blank lines before the row, whatever the style says; `indent N`: ideographic blanks before it
 */
export interface Fixture {
  readonly text: string;
  readonly gold: Gold;
}

/** The shape of a NAME.gold.json; lines are 1-based physical lines. `targetFile` names another page of the same issue. */
export interface Gold {
  articles: GoldArticle[];
  breaks: number[];
  pages: { line: number; page: string }[];
  problems: { line: number; code: string }[];
  allowed: { line: number; codes: string[] }[];
  looseLines: number[];
  looseHeadLines: number[];
  ambiguousStarts: number[];
  style: string;
  damaged: boolean;
  halfwidth: boolean;
  pattern: string[];
  lines: number;
  file: string;
  /** Every problem of the file is known. */
  complete: boolean;
}

export interface GoldArticle {
  line: number;
  endLine: number;
  headlineLines: number[];
  bylines: { line: number; outlet: string | null; people: string[] }[];
  sections: { line: number; label: string }[];
  subheads: number[];
  captions: number[];
  continuations: GoldContinuation[];
}

export interface GoldContinuation {
  line: number;
  direction: 'to' | 'from';
  page: string;
  mark: string;
  target?: number;
  targetFile?: string;
}

/** Builds the pages of one issue, given as [file name, source]; continuations are resolved among them by their keys. */
export function fixtures(sources: readonly (readonly [file: string, source: string])[]): Fixture[] {
  const ends = new Map<string, End[]>();
  const pages = sources.map(([file, source]) => build(file, source, ends));
  for (const [key, both] of ends) resolve(key, both);
  return pages;
}

/** One end of a continuation that has a key. */
interface End {
  readonly file: string;
  readonly continuation: GoldContinuation;
}

function resolve(key: string, ends: readonly End[]): void {
  if (ends.length !== 2) throw new Error(`#${key} stands ${ends.length} times`);
  const [a, b] = ends;
  if (a.continuation.direction === b.continuation.direction) throw new Error(`#${key} has no two directions`);
  for (const [here, there] of [ends, [b, a]]) {
    here.continuation.target = there.continuation.line;
    if (there.file !== here.file) here.continuation.targetFile = there.file;
  }
}

interface Style {
  /** Ideographic blanks that open a paragraph. */
  readonly indent: number;
  readonly betweenRows: number;
  readonly betweenArticles: number;
}

const STYLES: Record<string, Style> = {
  seed: { indent: 0, betweenRows: 1, betweenArticles: 1 },
  epaper: { indent: 2, betweenRows: 0, betweenArticles: 1 },
  dense: { indent: 2, betweenRows: 0, betweenArticles: 0 },
  flat: { indent: 0, betweenRows: 0, betweenArticles: 0 },
  wrap: { indent: 2, betweenRows: 0, betweenArticles: 1 },
};

const HEAD = new Set(['kicker', 'headline', 'deck', 'column']);
const APART = new Set(['table', 'advertisement', 'notice']);
const FLUSH = new Set([...HEAD, ...APART, 'folio', 'rest', 'caption']);
const KINDS = new Set([...FLUSH, 'body', 'byline', 'section', 'subhead', 'attribution', 'list', 'end']);

function build(file: string, source: string, ends: Map<string, End[]>): Fixture {
  const habit = { style: 'seed', width: 0, halfwidth: false, eol: '\n', ...habits(source) };
  const style = STYLES[habit.style];
  if (!style) throw new Error(`${file}: no style ${habit.style}`);
  const lines: string[] = [];
  const gold = blankGold(file, habit);
  let article: GoldArticle | null = null;
  let before = '';

  for (const row of rows(file, source)) {
    const kind = row.kind;
    const head = HEAD.has(kind);
    const starts = (head && !HEAD.has(before)) || row.has('article');
    const apart = starts || kind === 'folio' || (APART.has(kind) && before !== kind);
    const blanks = row.number('blanks') ?? (kind === 'rest' ? 0 : apart ? style.betweenArticles : style.betweenRows);
    if (lines.length > 0) for (let i = 0; i < blanks; i++) lines.push('');
    const broken = lines.findLastIndex((l) => l !== '') + 1;
    const indent = '　'.repeat(row.number('indent') ?? (FLUSH.has(kind) ? 0 : style.indent));
    const width = row.number('width') ?? habit.width;
    const own = width > 0 && !APART.has(kind) ? wrap(row.text, width, indent) : [indent + row.text];
    const first = lines.length + 1;
    const last = lines.length + own.length;
    lines.push(...own);
    const lineOf = (words: string): number =>
      first +
      Math.max(
        0,
        own.findIndex((l) => l.includes(words)),
      );

    if (kind === 'rest') gold.breaks.push(broken);
    for (let line = first; line < last; line++) gold.breaks.push(line);
    if (starts) {
      article = {
        line: first,
        endLine: last,
        headlineLines: [],
        bylines: [],
        sections: [],
        subheads: [],
        captions: [],
        continuations: [],
      };
      gold.articles.push(article);
    }
    if (kind === 'folio' || APART.has(kind)) article = null;
    if (kind === 'folio') gold.pages.push({ line: first, page: row.argument('folio') });
    if (APART.has(kind) || row.has('either')) gold.ambiguousStarts.push(...range(first, last));
    if (APART.has(kind) || row.has('loose') || kind === 'list' || kind === 'attribution')
      gold.looseLines.push(...range(first, last));
    if (row.has('loose-head')) gold.looseHeadLines.push(...range(first, last));
    for (const { code, words } of row.problems) {
      if (words && !row.text.includes(words)) throw new Error(`${file}: ${code} has lost its ${words}`);
      gold.problems.push({ line: words ? lineOf(words) : first, code });
    }
    if (row.allowed.length > 0) gold.allowed.push({ line: first, codes: row.allowed });
    before = kind;
    if (!article) continue;

    article.endLine = last;
    if (head) article.headlineLines.push(...range(first, last));
    if (kind === 'subhead') article.subheads.push(first);
    if (kind === 'caption') article.captions.push(first);
    for (const mark of row.marks) {
      const [name, ...rest] = mark.split(' ');
      const said = rest.join(' ');
      if (name === 'section') article.sections.push({ line: first, label: said });
      if (name === 'byline' || name === 'signed')
        article.bylines.push({ line: name === 'byline' ? first : last, ...byline(file, said, row.text) });
      if (name === 'to' || name === 'from') {
        const [, page, sign, key] = said.match(/^([A-Z]?\d+)? ?([①-⑳])? ?(?:#(\S+))?$/) ?? [];
        const continuation: GoldContinuation = {
          line: name === 'to' ? last : first,
          direction: name,
          page: page ?? '',
          mark: sign ?? '',
        };
        article.continuations.push(continuation);
        if (key) ends.set(key, [...(ends.get(key) ?? []), { file, continuation }]);
      }
    }
  }
  gold.damaged = gold.problems.length > 0 || (habit.width === 0 && gold.breaks.length > 0);
  gold.lines = lines.length;
  return { text: lines.map((l) => l + habit.eol).join(''), gold };
}

const blankGold = (file: string, habit: { style: string; halfwidth: boolean }): Gold => ({
  articles: [],
  breaks: [],
  pages: [],
  problems: [],
  allowed: [],
  looseLines: [],
  looseHeadLines: [],
  ambiguousStarts: [],
  style: habit.style,
  damaged: false,
  halfwidth: habit.halfwidth,
  pattern: [],
  lines: 0,
  file,
  complete: true,
});

/** The `@ name: value` lines. */
function habits(source: string): { style?: string; width?: number; halfwidth?: boolean; eol?: string } {
  const said = new Map([...source.matchAll(/^@ (\w+): (\S+)$/gm)].map((m) => [m[1], m[2]]));
  return {
    style: said.get('style') ?? 'seed',
    width: Number(said.get('width') ?? 0),
    halfwidth: said.get('marks') === 'half',
    eol: said.get('lines') === 'crlf' ? '\r\n' : '\n',
  };
}

interface Row {
  readonly kind: string;
  readonly text: string;
  readonly marks: readonly string[];
  readonly problems: readonly { code: string; words: string }[];
  readonly allowed: string[];
  has(name: string): boolean;
  argument(name: string): string;
  number(name: string): number | null;
}

function* rows(file: string, source: string): Generator<Row> {
  for (const line of source.split('\n')) {
    if (line.trim() === '' || /^[@#]/.test(line)) continue;
    const bar = line.indexOf('|');
    if (bar < 0) throw new Error(`${file}: no gutter in ${line}`);
    const marks = line
      .slice(0, bar)
      .split(';')
      .map((m) => m.trim());
    const argument = (name: string): string =>
      marks
        .find((m) => m.split(' ')[0] === name)
        ?.slice(name.length)
        .trim() ?? '';
    const has = (name: string): boolean => marks.some((m) => m.split(' ')[0] === name);
    const kind = marks[0].split(' ')[0];
    if (!KINDS.has(kind)) throw new Error(`${file}: no kind ${kind}`);
    yield {
      kind,
      marks,
      has,
      argument,
      text: line.slice(bar + 1).replace(/^ /, ''),
      problems: marks
        .filter((m) => m.startsWith('!'))
        .map((m) => ({ code: m.slice(1).split('=')[0], words: m.split('=')[1] ?? '' })),
      allowed: marks.filter((m) => m.startsWith('?')).map((m) => m.slice(1)),
      number: (name) => (has(name) ? Number(argument(name)) : null),
    };
  }
}

/** Reads `OUTLET: NAME、NAME` and makes sure that each name stands in the text, padded or not. */
function byline(file: string, said: string, text: string): { outlet: string | null; people: string[] } {
  const [outlet, names = ''] = said.split(/:\s*/);
  const people = names.split('、').filter(Boolean);
  const bare = text.replace(/[\s\u3000]/g, '');
  for (const name of [outlet, ...people])
    if (!bare.includes(name.replace(/\s/g, ''))) throw new Error(`${file}: ${name} is not in ${text}`);
  return { outlet: outlet || null, people };
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

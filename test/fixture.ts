import { blankGold, type Gold, type GoldArticle, type GoldContinuation, goldArticle } from './gold';
import { habits, has, isApart, isHead, type Kind, type Row, rows, said } from './gutter';
import { wrap } from './wrap';

/** A raw text and what is true of it. */
export interface Fixture {
  readonly text: string;
  readonly gold: Gold;
}

/** A page before it is set: its rows, and the habits that `@` lines name. */
export interface Copy {
  readonly file: string;
  readonly habits: ReadonlyMap<string, string>;
  readonly rows: Iterable<Row>;
}

/** Builds the pages of one issue from their gutter sources, each with its file's name. */
export const fixtures = (sources: readonly (readonly [file: string, source: string])[]): Fixture[] =>
  set(sources.map(([file, source]) => ({ file, habits: habits(source), rows: rows(source) })));

/** Sets the pages of one issue; continuations are resolved among them by their keys. */
export function set(copies: readonly Copy[]): Fixture[] {
  const ends = new Map<string, End[]>();
  const pages = copies.map((copy) => page(copy, ends));
  for (const [key, both] of ends) link(key, both);
  return pages;
}

/** One end of a continuation that has a key. */
interface End {
  readonly file: string;
  readonly continuation: GoldContinuation;
}

function link(key: string, ends: readonly End[]): void {
  const directions = ends.map((end) => end.continuation.direction).sort();
  if (directions.join() !== 'from,to') throw new Error(`#${key} stands ${ends.length} times`);
  for (const [here, there] of [ends, [...ends].reverse()]) {
    here.continuation.target = there.continuation.line;
    if (there.file !== here.file) here.continuation.targetFile = there.file;
  }
}

/** How a paper sets its text: ideographic blanks before a paragraph, blank lines between rows and between articles. */
const STYLES: Record<string, { indent: string; rows: number; articles: number }> = {
  seed: { indent: '', rows: 1, articles: 1 },
  epaper: { indent: '　　', rows: 0, articles: 1 },
  dense: { indent: '　　', rows: 0, articles: 0 },
  flat: { indent: '', rows: 0, articles: 0 },
  wrap: { indent: '　　', rows: 0, articles: 1 },
};

function page({ file, habits: habit, rows }: Copy, ends: Map<string, End[]>): Fixture {
  const name = habit.get('style') ?? '';
  const style = STYLES[name];
  if (!style) throw new Error(`${file} has no style`);
  // A page wrapped at one width is a hard-wrapped one, whatever its indents.
  const gold = { ...blankGold(file, habit.has('width') ? 'wrap' : name), halfwidth: habit.get('marks') === 'half' };
  const lines: string[] = [];
  let article: GoldArticle | null = null;
  let before: Kind | null = null;

  for (const row of rows) {
    const starts = has(row, 'article') || (isHead(row.kind) && !isHead(before));
    const apart = starts || row.kind === 'folio' || (isApart(row.kind) && before !== row.kind);
    const usual = row.kind === 'rest' ? 0 : apart ? style.articles : style.rows;
    if (row.kind === 'rest') gold.breaks.push(lines.length);
    if (lines.length > 0) lines.push(...Array(Number(said(row, 'blanks') ?? usual)).fill(''));

    const width = Number(said(row, 'width') ?? habit.get('width') ?? Number.POSITIVE_INFINITY);
    const indent = flush(row.kind) ? '' : style.indent;
    const own = isApart(row.kind) ? [row.text] : wrap(row.text, width, indent);
    const placed: Placed = { file, row, own, first: lines.length + 1, last: lines.length + own.length };
    lines.push(...own);

    if (row.kind === 'folio' || isApart(row.kind)) article = null;
    if (starts) {
      article = goldArticle(placed.first);
      gold.articles.push(article);
    }
    judge(gold, placed);
    if (article) describe(article, placed, ends);
    before = row.kind;
  }
  gold.damaged = gold.problems.length > 0;
  gold.lines = lines.length;
  const lineEnd = habit.get('lines') === 'crlf' ? '\r\n' : '\n';
  return { text: lines.map((line) => line + lineEnd).join(''), gold };
}

/** Rows that no paper indents. */
const flush = (kind: Kind): boolean => isHead(kind) || isApart(kind) || ['folio', 'rest', 'caption'].includes(kind);

/** A row with the lines it became. */
interface Placed {
  readonly file: string;
  readonly row: Row;
  readonly own: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** What a row says of the text as such: pages, problems, broken lines, and where nobody is judged. */
function judge(gold: Gold, { file, row, own, first }: Placed): void {
  const all = own.map((_, i) => first + i);
  gold.breaks.push(...all.slice(0, -1));
  if (said(row, 'folio')) gold.pages.push({ line: first, page: said(row, 'folio') ?? '' });
  if (isApart(row.kind) || has(row, 'either')) gold.ambiguousStarts.push(...all);
  if (isApart(row.kind) || has(row, 'loose') || ['list', 'attribution', 'end'].includes(row.kind))
    gold.looseLines.push(...all);
  if (has(row, 'loose-head')) gold.looseHeadLines.push(...all);
  for (const { code, words } of row.problems) {
    const at = own.findIndex((line) => line.includes(words));
    if (at < 0) throw new Error(`${file}: ${code} has lost its ${words}`);
    gold.problems.push({ line: first + at, code });
  }
  if (row.allowed.length > 0) gold.allowed.push({ line: first, codes: row.allowed });
}

/** What a row adds to the article that it stands in. */
function describe(article: GoldArticle, { file, row, own, first, last }: Placed, ends: Map<string, End[]>): void {
  article.endLine = last;
  if (isHead(row.kind)) article.headlineLines.push(...own.map((_, i) => first + i));
  if (row.kind === 'subhead') article.subheads.push(first);
  if (row.kind === 'caption') article.captions.push(first);
  for (const [name, words] of row.marks) {
    if (name === 'section') article.sections.push({ line: first, label: words });
    if (name === 'byline') article.bylines.push({ line: first, ...byline(file, words, row.text) });
    if (name === 'signed') article.bylines.push({ line: last, ...byline(file, words, row.text) });
    if (name !== 'to' && name !== 'from') continue;
    const reference = words.match(/^([A-Z]?\d+)? ?([①-⑳])? ?(?:#(\S+))?$/);
    if (!reference) throw new Error(`${file}: no reference in ${words}`);
    const [, label = '', mark = '', key] = reference;
    const continuation: GoldContinuation = { line: name === 'to' ? last : first, direction: name, page: label, mark };
    article.continuations.push(continuation);
    if (key) ends.set(key, [...(ends.get(key) ?? []), { file, continuation }]);
  }
}

/** Reads `OUTLET: NAME、NAME`, either side of which may be empty; each must stand in the text, padded or not. */
function byline(file: string, words: string, text: string): { outlet: string | null; people: string[] } {
  const [outlet, names = ''] = words.split(/:\s*/);
  const people = names.split('、').filter(Boolean);
  const bare = (s: string): string => s.replace(/\s/g, '');
  for (const name of [outlet, ...people])
    if (!bare(text).includes(bare(name))) throw new Error(`${file}: ${name} is not in ${text}`);
  return { outlet: outlet || null, people };
}

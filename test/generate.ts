import { type Fixture, set } from './fixture';
import type { Row } from './gutter';
import { type House, plain } from './house';
import { chance, pick, seeded, whole } from './random';
import { article, type Press, row, staff, story } from './story';
import { PAGE_NAMES, PAPERS } from './vocabulary';

/** One invented issue: raw pages with what is true of them, and the folder that it would lie in. */
export interface GeneratedIssue {
  /** ISO calendar date, the folder's name; each page's file name is `gold.file`. */
  readonly folder: string;
  readonly paper: string;
  readonly pages: readonly Fixture[];
}

export interface IssueSize {
  readonly pages?: number;
  /** About how many characters a page has at least. */
  readonly characters?: number;
  /** How its text is set, where not as its paper does: `seed`, `epaper`, `dense`, `flat`, `wrap`. */
  readonly style?: string;
  /** How it prints page headers, bylines and references, where not as its paper does. */
  readonly house?: House;
}

/** How a paper sets its text and its references; one paper keeps to its way. */
const HOUSES = PAPERS.map((paper, i) => ({
  paper,
  habits: new Map<string, string>(
    [
      [['style', 'seed']],
      [['style', 'epaper']],
      [['style', 'dense']],
      [
        ['style', 'wrap'],
        ['width', '28'],
      ],
    ][i] as [string, string][],
  ),
  house: plain(
    (
      [
        ['', ''],
        ['（', '）'],
        ['〔', '〕'],
        ['(', ')'],
      ] as const
    )[i],
  ),
}));

/** Every paper's run of issues in the order of seeds. */
const RUN = 400;

/**
 * An issue of an invented paper, the same one for the same seed; seeds that follow each other are one paper's days. Every
 * continuation has its other end on another page of the issue, cut at the end of a paragraph or in mid-sentence. Undamaged.
 */
export function generateIssue(
  seed: number,
  { pages = 4, characters = 4000, style, house }: IssueSize = {},
): GeneratedIssue {
  const random = seeded(Math.imul(seed + 1, 0x9e3779b1));
  const date = new Date(Date.UTC(2001, 0, 1 + seed));
  const own = HOUSES[Math.floor(seed / RUN) % HOUSES.length];
  const printed = house ?? own.house;
  const reporters = staff(seeded(Math.floor(seed / 30)));
  const habits = style ? new Map([...own.habits, ['style', style]]) : own.habits;
  const press: Press = { random, paper: own.paper, house: printed, date, reporters };
  const jumps = pages > 1 ? Array.from({ length: pages }, (_, i) => jump(press, i, pages)) : [];
  const copies = Array.from({ length: pages }, (_, page) => ({
    file: `${two(page + 1)}.txt`,
    habits,
    rows: rowsOf(page),
  }));
  return { folder: date.toISOString().slice(0, 10), paper: own.paper, pages: set(copies) };

  function rowsOf(page: number): Row[] {
    const rows = [folio(press, page)];
    for (const j of jumps) if (j.from === page) rows.push(...cut(j, printed));
    while (characterCount(rows) < characters) rows.push(...article(press));
    for (const j of jumps) if (j.to === page) rows.push(...resumed(j, printed));
    return rows;
  }
}

/** A story that begins on one page (0-based) and goes on on another. */
interface Jump {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
  readonly head: readonly Row[];
  readonly tail: readonly Row[];
}

function jump({ random, ...press }: Press, from: number, pages: number): Jump {
  const to = (from + whole(random, 1, pages - 1)) % pages;
  const mark = String.fromCharCode('①'.charCodeAt(0) + (from % 20));
  const rows = story({ random, ...press }, whole(random, 5, 7));
  const half = rows.length - whole(random, 2, 3);
  const [head, tail] = [rows.slice(0, half), rows.slice(half)];
  if (chance(random, 0.5)) return { from, to, mark, head, tail };
  const last = rows[half - 1].text;
  const at = last.lastIndexOf('，') + 1 || last.length >> 1;
  const words = (part: string): Row => row('body', part);
  return {
    from,
    to,
    mark,
    head: [...head.slice(0, -1), words(last.slice(0, at))],
    tail: [words(last.slice(at)), ...tail],
  };
}

function cut({ head, from, to, mark }: Jump, house: House): Row[] {
  const last = head[head.length - 1];
  const marks: Row['marks'] = [...last.marks, ['to', `${two(to + 1)} ${mark} #${from}`]];
  return [...head.slice(0, -1), { ...last, text: last.text + house.cut(to + 1, mark), marks }];
}

function resumed({ tail: [first, ...rest], from, mark }: Jump, house: House): Row[] {
  const marks: Row['marks'] = [...first.marks, ['article', ''], ['from', `${two(from + 1)} ${mark} #${from}`]];
  return [{ ...first, text: house.resumed(from + 1, mark) + first.text, marks }, ...rest];
}

function folio({ random, house, date }: Press, page: number): Row {
  return row('folio', house.folio(page + 1, pick(random, PAGE_NAMES), date), ['folio', two(page + 1)]);
}

const two = (n: number): string => String(n).padStart(2, '0');
const characterCount = (rows: readonly Row[]): number => rows.reduce((sum, { text }) => sum + text.length, 0);

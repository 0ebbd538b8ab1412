import { type Message, message, type Words } from '../text/words';
import type { Place } from './anchor';
import type { Folio } from './forms/folio';
import { NUMERAL, pageLabel } from './forms/numerals';
import { State } from './state';

// `.galley/paper.json`: what a person declares of a paper's habits, where its forms are not like anybody else's.

/** Where the declaration lies, relative to the folder whose texts it speaks of. */
export const PAPER = '.galley/paper.json';

export interface Paper {
  /** Names that open datelines and bylines. */
  readonly outlets: readonly string[];
  /** Names of standing columns that are set on a line of their own, at a headline. */
  readonly columns: readonly string[];
  /** Forms of whole lines: `{page}`, `{date}` and `{any}` stand for what changes; blanks count as any blanks, or none. */
  readonly folios: readonly string[];
  readonly bylines: readonly string[];
}

const LISTS = ['outlets', 'columns', 'folios', 'bylines'] as const;

/** Reads a declaration; what is wrong with it is a message, and then nothing of it counts. */
export function paperOf(content: string): { paper: Paper | null; fault: Message | null } {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    return { paper: null, fault: message(NO_JSON, (error as Error).message) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { paper: null, fault: message(NO_OBJECT) };
  const given = value as Record<string, unknown>;
  for (const key of Object.keys(given))
    if (key !== '$schema' && !LISTS.some((list) => list === key))
      return { paper: null, fault: message(UNKNOWN, key, LISTS.join(', ')) };
  for (const list of LISTS) {
    const words = given[list] ?? [];
    if (!Array.isArray(words) || !words.every((word) => typeof word === 'string' && word.trim() !== ''))
      return { paper: null, fault: message(NO_LIST, list) };
  }
  for (const form of (given.folios as string[] | undefined) ?? [])
    if (!form.includes('{page}')) return { paper: null, fault: message(NO_PAGE, form) };
  const of = (list: (typeof LISTS)[number]): string[] => (given[list] as string[] | undefined) ?? [];
  return {
    paper: { outlets: of('outlets'), columns: of('columns'), folios: of('folios'), bylines: of('bylines') },
    fault: null,
  };
}

/** What is declared of a line: the states left to it (bits of `State`), and what it says if it is a folio. */
export interface Declared {
  readonly states: number;
  readonly folio: Folio | null;
}

/** What a declaration says of the lines of a text, by their numbers; a line of which it says nothing is not there. */
export function declarations(lines: readonly Place[], paper: Paper | undefined): ReadonlyMap<number, Declared> {
  const declared = new Map<number, Declared>();
  if (!paper) return declared;
  const folios = paper.folios.map(formOf);
  const bylines = paper.bylines.map(formOf);
  const columns = new Set(paper.columns.map((column) => column.replace(/\s+/g, '')));
  const outlets =
    paper.outlets.length > 0 ? new RegExp(`^[（(［[【]?(?:${paper.outlets.map(escaped).join('|')})`) : null;
  for (const { at, text } of lines) {
    // A form is a line's: what is longer is a paragraph, which only an outlet can open.
    const line = text.slice(0, LONGEST).trim();
    const say = (states: number, folio: Folio | null = null) => declared.set(at, { states, folio });
    const page = text.length > LONGEST ? undefined : folios.map((form) => form.exec(line)).find((match) => match);
    if (page) say(1 << State.Folio, folioIn(page));
    else if (text.length <= LONGEST && bylines.some((form) => form.test(line))) say(1 << State.Byline);
    else if (columns.has(line.replace(/[\s【】[\]《》〈〉]+/g, ''))) say((1 << State.Head) | (1 << State.HeadMore));
    else if (outlets && OPENS.test(line.replace(outlets, '\u0001'))) say((1 << State.Body) | (1 << State.Byline));
  }
  return declared;
}

const LONGEST = 120;
/** What makes of an outlet's name a dateline or byline, and not the first word of a sentence. */
const OPENS = /^\u0001\s*(?:[讯訊电電]|消息|[（(]|(?:全媒体)?[记記]者|通[讯訊][员員])/;

/** The form as a pattern of a whole line. */
function formOf(form: string): RegExp {
  const parts = form.trim().split(/(\{page\}|\{date\}|\{any\}|\s+)/);
  const pattern = parts.map(
    (part) => SLOTS[part] ?? (part.trim() === '' ? (part === '' ? '' : '\\s*') : escaped(part)),
  );
  return new RegExp(`^${pattern.join('')}$`);
}

const SLOTS: Readonly<Record<string, string>> = {
  '{page}': `(?:第\\s*)?(?<letters>[A-Za-z]{0,2})(?<number>${NUMERAL})\\s*[版頁页]?`,
  '{date}':
    '(?<date>[0-9〇零一二三四五六七八九十]{2,4}\\s*[年.\\-/]\\s*[0-9一二三四五六七八九十]{1,3}\\s*[月.\\-/]\\s*[0-9一二三四五六七八九十]{1,3}\\s*日?)',
  '{any}': '.{0,40}?',
};

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function folioIn({ groups = {} }: RegExpExecArray): Folio {
  const digits = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(groups.date ?? '');
  const date = digits ? `${digits[1]}-${digits[2].padStart(2, '0')}-${digits[3].padStart(2, '0')}` : null;
  const label = pageLabel(groups.letters ?? '', groups.number ?? '');
  return { label, name: null, date, weekday: null, paper: null, strong: true };
}

const NO_JSON: Words = { en: 'not JSON: {0}', zh: '不是 JSON：{0}' };
const NO_OBJECT: Words = { en: 'an object is expected: { "outlets": [ … ] }', zh: '应为对象：{ "outlets": [ … ] }' };
const UNKNOWN: Words = { en: 'there is no "{0}"; there are {1}', zh: '没有 “{0}”；可用 {1}' };
const NO_LIST: Words = { en: '"{0}" must be a list of words', zh: '“{0}” 应为词语的列表' };
const NO_PAGE: Words = { en: 'the folio form "{0}" lacks {page}', zh: '报眉形式“{0}”缺少 {page}' };

import { LRUCache } from 'lru-cache';
import { pageLabel } from './label';

/** What a file's path says of it. Nothing here reads a disk: a path is a string, with `/` or `\` between its folders. */
export interface Place {
  /** The path without its date, page and name: files that differ in it are of different papers. */
  readonly stem: string;
  /** ISO 8601 calendar date, or null. */
  readonly date: string | null;
  /** As `pageLabel` gives it, or empty. */
  readonly page: string;
  /** The paper as the path abbreviates it (`zzrb`), or null. */
  readonly paper: string | null;
}

/**
 * Reads a path (or URI) by rules of thumb: `2023-04-26/02.txt`, `zzrb_20230426_A02.txt`, `20230426/第02版.txt`,
 * `html/2023-04/26/node_3.txt`. The date nearest the file's name counts; the page is looked for in the name, then in the
 * folders. `pattern` replaces the rules: its named groups are year, month, day or date, page, paper; where it does not
 * match, the path says nothing but its folder.
 */
export function placeOf(path: string, pattern: RegExp | null = null): Place {
  const plain = decoded(path).replaceAll('\\', '/');
  return pattern ? byPattern(plain, pattern) : byRules(plain);
}

/** `Place.stem` alone: asked of every file of an archive, most of which lie in a folder with others. */
export function stemOf(path: string, pattern: RegExp | null = null): string {
  const slash = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  if (pattern || folder === '' || ESCAPED.test(name) || isMalformed(name)) return placeOf(path, pattern).stem;
  // Of a file's name it counts only whether there is a date in it.
  const key = YEAR.test(name) && dates(decoded(name)).length > 0 ? `${folder}${DATED}` : folder;
  const known = stems.get(key);
  if (known !== undefined) return known;
  const plain = decoded(folder);
  const malformed = plain === folder && folder.includes('%');
  if (malformed || RUNS_ON.test(plain) || ESCAPED.test(folder)) return placeOf(path).stem;
  const { marked, date } = datesRead(plain);
  const { stem } = foldersRead(marked, date !== null || key !== folder);
  stems.set(key, stem);
  return stem;
}

/** Of as many folders as an archive has: its files are asked for in no order. */
const stems = new LRUCache<string, string>({ max: 10_000 });

const YEAR = /\d{4}/;
/** A folder at whose end a date may begin that the file's name completes. */
const RUNS_ON = /(?:\d年[^/]*|(?<!\d)(?:1[6-9]|20)\d\d(?:[-_./]?\d{1,2})?)\/$/;
/** Slashes that are not written as such. */
const ESCAPED = /\\|%5c|%2f/i;

/** The pattern of `galley.issue.path`, or null where it is empty or no regular expression. */
export function pathPattern(source: string): RegExp | null {
  if (!source) return null;
  try {
    return new RegExp(source, 'du');
  } catch {
    return null;
  }
}

function byPattern(path: string, pattern: RegExp): Place {
  const found = pattern.exec(path);
  const { year, month, day, date, page, paper } = found?.groups ?? {};
  const taken = Object.values(found?.indices?.groups ?? {}).filter((range) => range !== undefined);
  const printed = date ?? (year && `${year}-${month}-${day}`);
  return {
    stem: foldersOf(outside(path, taken)).join('/'),
    date: printed ? (dates(printed)[0] ?? null) : null,
    page: pageLabel(page ?? ''),
    paper: paper || null,
  };
}

/** The characters outside all ranges, which may lie in one another. */
function outside(path: string, ranges: readonly (readonly [number, number])[]): string {
  let rest = '';
  let end = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    rest += path.slice(end, Math.max(end, from));
    end = Math.max(end, to);
  }
  return rest + path.slice(end);
}

function byRules(path: string): Place {
  const { marked, date } = datesRead(path);
  const slash = marked.lastIndexOf('/') + 1;
  const name = marked.slice(slash).replace(/\.[A-Za-z]\w{0,4}$/, '');
  const { stem, page } = foldersRead(marked.slice(0, slash), date !== null);
  return {
    stem,
    date,
    page: pageIn(name) || page,
    paper: name.includes(DATED) ? (ABBREVIATED.exec(name)?.[1] ?? null) : null,
  };
}

/** A path with its dates marked, and the last of them. */
function datesRead(path: string): { readonly marked: string; readonly date: string | null } {
  let date = null as string | null;
  const marked = path.replace(DATE, (printed) => {
    const read = isoDate(printed);
    date = read ?? date;
    return read ? DATED : printed;
  });
  return { marked, date };
}

type Folders = Pick<Place, 'stem' | 'page'>;

/** An archive has ten thousand paths, but few that differ in more than a date: what was read of those lately. */
const lately = new LRUCache<string, Folders>({ max: 1000 });

/** What the folders of a path say that has `DATED` for its dates; `dated`: whether there are any. */
function foldersRead(path: string, dated: boolean): Folders {
  const key = `${dated} ${path}`;
  const known = lately.get(key);
  if (known) return known;
  const folders = foldersOf(path);
  // A bare number is a page only among dates: the folder `3` of somebody's project is not.
  const isPage = (folder: string): boolean => pageIn(folder) !== '' && (dated || folder.includes('版'));
  const read = {
    stem: folders.filter((folder) => !isPage(folder)).join('/'),
    page: pageIn(folders.findLast(isPage) ?? ''),
  };
  lately.set(key, read);
  return read;
}

/** Stands in a path for a date that was read from it. */
const DATED = '\u0000';

/** A paper's abbreviation before the date in a file's name. */
const ABBREVIATED = new RegExp(`^([A-Za-z]{2,}|\\p{Script=Han}{2,})[^/]*${DATED}`, 'u');

/** 20230426, 2023-04-26, 2023/4/26, 2023-04/26, 202304/26, 2023年4月26日. */
const DATE = /(?<!\d)(1[6-9]|20)\d\d(?:\d{4}|[-_./年]\d{1,2}[-_./月]\d{1,2}日?|\d\d[-_./]\d\d)(?!\d)/g;

const dates = (path: string): string[] => (path.match(DATE) ?? []).map(isoDate).filter((date) => date !== null);

function isoDate(printed: string): string | null {
  const [, year, month, day] = /^(\d{4})\D?(\d\d|\d(?=\D))\D?(\d{1,2})\D?$/.exec(printed) ?? [];
  if (!year) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** The page that a file's or folder's name gives: 第02版, A02, page-3, node_3; a whole part of the name, never a piece of a word. */
function pageIn(name: string): string {
  const named = /(?:第\s*)?([A-Za-z]?[0-9０-９]{1,3}|[〇零一二三四五六七八九十]{1,4})\s*版/.exec(name)?.[1];
  if (named) return pageLabel(named);
  for (const part of name.split(/[\s\u0000_\-.()（）]+/)) {
    const [, label] = /^(?:page|node|ban|p|v)?0*([A-Z]?\d{1,3})$/i.exec(part) ?? [];
    if (label) return pageLabel(label);
  }
  return '';
}

const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((folder) => folder.replaceAll(DATED, '').replace(/^[-_. ]+|[-_. ]+$/g, ''))
    .filter(Boolean);

/** A stray % leaves the whole path undecoded, whatever its other parts are. */
const isMalformed = (part: string): boolean => part.includes('%') && decoded(part) === part;

/** A URI's escapes as the characters that they stand for. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { Char, isBlank, kindOf } from '../chars';
import { isName } from './names';
import { type Credits, credits, type Named } from './people';

/** A byline or dateline found in a line; offsets are relative to the line. */
export interface Signature {
  /** Where in the line it stands: opening it, filling it, or closing it. */
  readonly place: 'start' | 'whole' | 'end';
  readonly from: number;
  readonly to: number;
  readonly outlet: string | null;
  /** The dateline's place (北京), or null. */
  readonly city: string | null;
  /** The dateline's date as printed, or null. */
  readonly date: string | null;
  readonly people: readonly Named[];
  /** Only the place can tell that this is a byline: a line with nothing but names. */
  readonly weak?: boolean;
  /** Weak, and its words may as well be half a headline. */
  readonly loose?: boolean;
}

// What the forms of bylines and datelines are written in: sources of regular expressions.
export const HAN = '\\u4e00-\\u9fff';
export const OPEN = '[（(〔［【\\[]';
export const CLOSE = '[）)〕］】\\]]';
export const BLANKS = '[\\s\\u3000\\u00a0]*';
export const ORNAMENT = '[□■◆◇●○▲△★☆▼◎※►▶•▓☐▌\\s\\u3000\\u00a0]*';
/** A bracket without a sentence in it; its inside is captured. */
export const BRACKET = `${OPEN}([^（）()〔〕［］【】\\[\\]。！？]{1,90})${CLOSE}`;

/** A form that opens a line is looked for in so many of its first characters. */
export const REACH = 140;

/** What a form says; what it leaves out is not printed. */
interface Said {
  readonly to: number;
  readonly from?: number;
  readonly outlet?: string | null;
  readonly city?: string | null;
  readonly date?: string | null;
  readonly people?: readonly Named[];
}

/** Whether a line's first character that is not blank belongs to a word: no ornament and no bracket opens it. */
export function opensInWords(line: string): boolean {
  let first = 0;
  while (isBlank(line.charCodeAt(first))) first++;
  const kind = kindOf(line.charCodeAt(first));
  return kind === Char.Han || kind === Char.Latin || kind === Char.Digit;
}

/** A signature in a line: from its first character on that is not blank, and to no blank behind its last. */
export function signature(place: Signature['place'], line: string, said: Said): Signature {
  let first = 0;
  while (isBlank(line.charCodeAt(first))) first++;
  return {
    place,
    from: said.from ?? first,
    to: Math.min(said.to, line.trimEnd().length),
    outlet: said.outlet || null,
    city: said.city || null,
    date: said.date ?? null,
    people: said.people ?? [],
  };
}

/** The outlet that words begin with, by its last character, or null. */
export const outletIn = (text: string): string | null => outletForm.exec(text)?.[1] ?? null;
const outletForm = /^[\s\u3000□■◆]*(本[报報社台刊]|(?:(?!记者|記者|通讯员|通訊員)[\u4e00-\u9fff]){2,8}?[报報社台])/;

/** Words that are credits, and whose people are all names to any reader: to be asked where nothing else tells a byline. */
export const allNamed = ({ people }: Pick<Credits, 'people'>): boolean =>
  people.length > 0 && people.every(({ name }) => isName(name) || name.includes('·'));

/** The credits in words that stand at `at` in a line, offsets relative to the line; null where they name nobody. */
export function creditsAt(words: string, at: number): Credits | null {
  // The bar 丨 is a character like any other to whoever counts Han.
  const said = credits(withoutOutlet(words.includes('丨') ? words.replaceAll('丨', '｜') : words));
  if (!said || said.people.length === 0) return null;
  return { ...said, people: said.people.map((p) => ({ ...p, from: p.from + at, to: p.to + at })) };
}

const bearer = /记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生/;
/** Words of an outlet, set off by blanks, dots, slashes and dashes from the next. */
const outletWord = /[\u4e00-\u9fffA-Za-z]+|“[^“”]{2,8}”/g;
const craftWord = /^(?:文|图|圖|文图|图文|采写|撰文|摄影)$/;

/**
 * The words without the outlet before the first role (渡口晨报·晨视频 记者甲, 晨星社“渡口视点”记者甲): blanks take its place, so that
 * offsets stay. 本报 is the role's own.
 */
function withoutOutlet(words: string): string {
  const role = bearer.exec(words)?.index ?? 0;
  if (role === 0) return words;
  const before = words.slice(0, role);
  const outlet = Math.max(
    before.search(/[\u4e00-\u9fff]*$/),
    /^(?!本).*(?:(?<!本)[报報社台网網端]|新闻|视频)/.exec(before)?.[0].length ?? 0,
  );
  if (outlet === 0) return words;
  const cleared = before
    .slice(0, outlet)
    .replace(outletWord, (word) => (craftWord.test(word) || isName(word) ? word : ' '.repeat(word.length)))
    .replace(/[·—-]/g, ' ');
  return cleared + words.slice(outlet);
}

import { isBlank, isHan } from '../chars';
import { isName, namesGenre, surnameLength } from './names';

/** A person named in a byline or credit; offsets are relative to the string searched. */
export interface Named {
  readonly name: string;
  readonly role: string | null;
  readonly from: number;
  readonly to: number;
}

/** What the words of a byline say: who made the piece, and where (`记者黎晓北京报道`). */
export interface Credits {
  readonly people: readonly Named[];
  readonly place: string | null;
}

// What a role is made of: any short word before 记者 and its like (全媒体, 见习, 本报驻沪 …), so that a paper's own titles
// are known without a list of them.
const BEARERS =
  '记者团|记者站|记者|記者|通讯员|通訊員|通联员|撰稿人?|实习生|實習生|报道员|報道員|摄影师|攝影師|编辑|編輯|评论员|評論員|作者|主持人|主笔|特派员|特派員|观察员|报道组|责编|責編|美编|审核|校对|校對';
/** What somebody did, before a name (撰文：黎晓) or behind it (黎晓 整理). */
const CRAFTS =
  '撰文|编译|編譯|编写|翻译|整理|策划|采写|採寫|采访|採訪|统筹|讲述人?|口述人?|记录|執筆|执笔人?|视觉|文字|供稿|供图|图片|图文|文图|摄影|攝影|制图|绘图|漫画|综合|专访|專訪|[报報][道导導](?=\\s*[：:／/、])';
const WORK = `(?:${CRAFTS}|[文图圖摄攝译譯](?![\\u4e00-\\u9fff]))`;
const bearer = new RegExp(`[\\u4e00-\\u9fff]{0,8}?(?:${BEARERS})(?:[、/／](?:${BEARERS}))*`, 'y');
const craft = new RegExp(
  `(?:本[报報版刊组期]|参与|參與|特约|联合|采访)?(?:文并摄|${WORK}(?:\\s*[、/／&+并及兼]?\\s*${WORK})*)`,
  'y',
);
const bearerHere = new RegExp(BEARERS, 'y');
const trade = new RegExp(`${BEARERS}|${CRAFTS}|文并摄|[摄攝]`);

/** The verb that ends a byline, with the place before it where one is named: 摄影报道, 北京报道, 綜合報導. */
const REPORT = '(?:[摄攝]影|[综綜]合)?(?:[报報][道导導]|[专專]?[电電]|[专專][访訪]|[采採][访訪]|特稿)';
const reported = new RegExp(`^(.*?)(${REPORT})$`);
/** Whether a text may end in that verb: of most words one look ends the question. */
const mayReport = (text: string): boolean => '道导導电電访訪稿'.includes(text[text.length - 1]);

/** True where the text speaks of someone's trade in making the paper. */
export const namesRole = (text: string): boolean => trade.test(text);

/** A slash, colon or bar: what stands before it belongs to what stands behind it. */
const BINDING = new Set('/／∕╱:：|｜．·•・◎');
const SEPARATORS = new Set('、，,;；■□●&');

/**
 * What a byline's own words say (`记者/甲 通讯员/乙 丙`, `文/甲 图/乙`, `记者甲台北报导`): who, in which role, and where; null
 * where the words are anything but that. A two-character name is often padded inside (`贺　勇`): its parts are put together.
 */
export function credits(text: string): Credits | null {
  const apart = mayReport(text.trimEnd()) ? reportedFrom.exec(text) : null;
  if (apart) return creditsFrom(apart[1], apart[2]);
  const found: Named[] = [];
  let place: string | null = null;
  let current: string | null = null;
  let at = 0;
  let pending = 0; // from here on, `found` waits for a role that may be printed behind the names (`甲/文 乙/摄`)
  while (at < text.length) {
    if (isBlank(text.charCodeAt(at)) || SEPARATORS.has(text[at]) || BINDING.has(text[at])) {
      at++;
      continue;
    }
    const title = titleAt(text, at, current !== null && found.length === pending);
    if (title) {
      const to = at + title.words.length;
      const waits = found.length > pending;
      const bound = BINDING.has(text[skipBlanks(text, to)]);
      const behind = waits && (BINDING.has(text[at - 1]) || (!bound && (title.craft || found[pending].role === null)));
      if (behind) {
        for (let k = pending; k < found.length; k++)
          if (found[k].role === null) found[k] = { ...found[k], role: title.words };
        current = null;
      } else current = title.words;
      pending = found.length;
      at = to;
      continue;
    }
    const word = wordAt(text, at);
    if (!word) return null;
    const { to } = word;
    const where = word.padded || !mayReport(word.text) ? null : reported.exec(word.text);
    if (where && (to === text.length || /^[\s:：）)】〕]*$/.test(text.slice(to)))) {
      // 记者甲／台北报导, 记者甲 长沙报道, 记者甲、乙报道: slash and blank lead to the place, a comma to one more name.
      const apart = /[/／]/.test(text[at - 1]) || (found.length > pending && isBlank(text.charCodeAt(at - 1)));
      const [name, city] = apart
        ? ['', where[1] || null]
        : nameAndPlace(where[1], found.length > pending && text[at - 1] !== '、');
      if (name) found.push({ name, role: current, from: at, to: at + name.length });
      else if (where[1] && !city) return null;
      place = placeWith(found, city, text[at - 1] === '、' || where[1] === '');
      at = to;
      continue;
    }
    const name = word.padded ? word.text : withoutTail(word.text);
    if (!plausible(name)) return null;
    found.push({ name, role: current, from: at, to: word.padded ? to : at + name.length });
    at = to;
  }
  return { people: found, place };
}

/** 记者甲、乙／台北、高雄报导: names before the slash, places behind it; 记者甲／台北、乙／高雄连线报导: both in turn. */
const reportedFrom = new RegExp(`^(.*?[\\u4e00-\\u9fff])\\s*[/／╱](.*?)(?:连线|連線|联合|聯合)?(?:${REPORT})\\s*$`);

function creditsFrom(words: string, behind: string): Credits | null {
  const [place, ...others] = behind.split(/[、／╱/－-]/);
  const said = credits(words);
  if (!said) return null;
  // Of the words behind the first slash every other is a name, where more slashes follow.
  const people = [...said.people];
  if (/[/／╱]/.test(behind)) {
    const role = people.at(-1)?.role ?? null;
    for (const name of others.filter((word) => isName(word))) {
      const from = words.length + behind.indexOf(name) + 1;
      people.push({ name, role, from, to: from + name.length });
    }
  }
  return { people, place: placeWith([], place.trim() || null, false) };
}

/**
 * The place, and what stands before it and was taken for people: 北京、上海报道, 北京 报道. `more`: it may be the last of several.
 * A place for which there is a word (专题, 连线) is none.
 */
function placeWith(found: Named[], last: string | null, more: boolean): string | null {
  let place = last;
  while (more && found.length > 1 && !isName(found[found.length - 1].name)) {
    const { name } = found.pop() as Named;
    place = place ? `${name}、${place}` : name;
  }
  return place && /^(?:专题|專題|[综綜]合(?:外)?|通宵|连夜|連夜|现场|現場|实地|實地|连线|連線|联合|聯合)$/.test(place)
    ? null
    : place;
}

interface Title {
  readonly words: string;
  /** What somebody did (文, 整理), not what somebody is. */
  readonly craft: boolean;
}

/** The role or craft that stands at `at`, or null. `named`: a role was said and its bearer is still to come. */
function titleAt(text: string, at: number, named: boolean): Title | null {
  bearer.lastIndex = at;
  const words = bearer.exec(text)?.[0];
  // 记者黎晓实习生何舟: the words before the second role are the bearer of the first.
  if (words) return named && surnameLength(words) > 0 && !isQualifier(words) ? null : { words, craft: false };
  craft.lastIndex = at;
  const done = craft.exec(text)?.[0];
  // 文　静 is a name: a lone character after it is its second half.
  return done && !(done.length === 1 && padsWith(text, at)) ? { words: done, craft: true } : null;
}

/** 全媒体记者, 高级记者, 金融记者: what begins like a surname and says what kind of reporter it is. */
const isQualifier = (title: string): boolean => /^(?:全媒|融媒|高级|常驻|金融|文字|文化|时政|鲁|辽|杜)/.test(title);

const skipBlanks = (text: string, at: number): number => {
  let next = at;
  while (next < text.length && isBlank(text.charCodeAt(next))) next++;
  return next;
};

/** Whether the single character at `at` is followed, behind blanks, by another single one that is no craft: a padded name. */
function padsWith(text: string, at: number): boolean {
  const next = skipBlanks(text, at + 1);
  return (
    next > at + 1 &&
    isNameCharacter(text, next) &&
    !isNameCharacter(text, next + 1) &&
    !'文图圖摄攝译譯'.includes(text[next])
  );
}

const isNameCharacter = (text: string, at: number): boolean =>
  at < text.length &&
  (isHan(text.charCodeAt(at)) ||
    ((text[at] === '·' || text[at] === '•' || text[at] === '‧') && at > 0 && isHan(text.charCodeAt(at - 1))) ||
    /[A-Za-z.'’-]/.test(text[at]));

/** The name-like word at `at`, its padding taken out; null where none stands there. */
function wordAt(text: string, at: number): { text: string; to: number; padded: boolean } | null {
  let to = at;
  while (isNameCharacter(text, to)) {
    // The name may be glued to the role of the next: 黎晓通讯员何舟.
    bearerHere.lastIndex = to;
    if (to - at >= 2 && to - at <= 4 && bearerHere.test(text)) break;
    to++;
  }
  if (to === at) return null;
  const word = text.slice(at, to);
  if (!holdsHan(word)) return null;
  if (word.length > 3 && '和与及與'.includes(word[0])) return wordAt(text, at + 1);
  if (word.length > 1) return { text: word, to, padded: false };
  const second = skipBlanks(text, to);
  if (second === to) return null;
  let end = second;
  while (isNameCharacter(text, end)) end++;
  const rest = end - second;
  return rest === 1 || (rest === 2 && second - to < 3)
    ? { text: word + text.slice(second, end), to: end, padded: true }
    : null;
}

/**
 * A name and the place glued behind it (黎晓北京, 王小明台北), told apart by length: names have two or three characters and
 * places two or more. `placed`: a name stood before, so that this may be the place alone.
 */
function nameAndPlace(word: string, placed: boolean): [name: string, place: string | null] {
  if (word === '') return ['', null];
  const surname = surnameLength(word);
  if (placed && (!isName(word) || PLACE.test(word))) return ['', word];
  if (word.length <= 3) return surname > 0 || !placed ? [word, null] : ['', word];
  if (surname === 0 && placed) return ['', word];
  const long = word.length === 5 && /[市县縣区區省镇鎮乡鄉村]$/.test(word) ? 2 : 3;
  const length = surname === 2 ? (word.length >= 6 ? 4 : 3) : word.length === 4 ? 2 : long;
  const place = word.slice(length);
  return place.length < 2 ? ['', null] : [word.slice(0, length), place];
}

const PLACE = /[市县縣区區州省镇鎮乡鄉村京港湾灣]$/;

const glued = new RegExp(`^(.{2,4}?)(?:参与|參與)?(?:${CRAFTS}|[文图圖摄攝译譯])+$`);

/** 黎晓摄, 欧阳立秋采访整理: without the craft glued behind. */
function withoutTail(word: string): string {
  const tail = word.length > 3 && glued.exec(word);
  return tail ? tail[1] : word;
}

function holdsHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 0x4e00 && word.charCodeAt(i) <= 0x9fff) return true;
  return false;
}

/** Two to four characters of Chinese, or a foreign or minority name with its dots. */
const plausible = (name: string): boolean => {
  if (unusual.test(name))
    return /[·•‧]/.test(name) ? name.length <= 16 : /^[^的您怎么吗呢这那哪什]+$/.test(name) && isName(name);
  return name.length >= 2 && name.length <= 4 && !namesGenre(name);
};
const unusual = /[·•‧的了您怎么吗呢这那哪什]/;

/** The people of an English byline (`By Anna Reed and Tom Cole`), offsets relative to the string. */
export function englishPeople(text: string, from: number): Named[] {
  const found: Named[] = [];
  for (const match of text.slice(from).matchAll(/(?:[A-Z][\w.'’-]*)(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|bin|al))+/g)) {
    if (/reporter|writer|correspondent|editor|staff|press|times|news/i.test(match[0])) break;
    const name = match[0].replace(/\s+/g, ' ');
    const cased =
      name === name.toUpperCase() ? name.toLowerCase().replace(/(^|[\s-])\w/g, (c) => c.toUpperCase()) : name;
    found.push({ name: cased, role: null, from: from + match.index, to: from + match.index + match[0].length });
  }
  return found;
}

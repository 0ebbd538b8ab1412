import { isBlank, isHan } from '../chars';

/** A person named in a byline or credit; offsets are relative to the string searched. */
export interface Named {
  readonly name: string;
  readonly role: string | null;
  readonly from: number;
  readonly to: number;
}

// What a role is made of: any short word before 记者 and its like (全媒体, 见习, 本报驻沪 …), so that a paper's own titles
// are known without a list of them.
const HEADS =
  '记者团|记者站|记者|記者|通讯员|通訊員|通联员|特约撰稿人?|特約撰稿人?|撰稿人?|撰文|实习生|實習生|摄影师?|攝影|编辑|編輯|编译|編譯|编写|评论员|評論員|作者|主笔|特派员|特派員|观察员|翻译|整理|策划|采写|採寫|采访|採訪|统筹|报道组|讲述人?|口述人?|文字|供稿|供图|图片|图文|文图|文并摄|摄';
const role = new RegExp(`(?:[\\u4e00-\\u9fff]{0,8}?(?:${HEADS}))(?:[、/／](?:${HEADS}))*`, 'y');
const english = /\b(?:staff|senior|chief|special)?\s*(?:reporter|writer|correspondent|photographer|editor)s?\b/iy;

const trade = new RegExp(HEADS);

/** True where the text speaks of someone's trade in making the paper. */
export const namesRole = (text: string): boolean => trade.test(text);

/**
 * The people a byline's own words name (`记者/甲 通讯员/乙 丙`), with the role each stands under; null where the words are
 * not a list of names. A two-character name is often padded inside (`贺　勇`): its parts are put together.
 */
export function people(text: string): Named[] | null {
  const found: Named[] = [];
  let current: string | null = null;
  let at = 0;
  let single: { from: number; to: number } | null = null; // a lone character: the first half of a padded name
  let after: Named[] = []; // names waiting for a role that is printed behind them (`甲/文 乙/摄`)
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || SEPARATORS.has(text[at])) {
      if (!isBlank(code)) {
        if (single) return null;
      }
      at++;
      continue;
    }
    role.lastIndex = at;
    const title = single ? null : role.exec(text);
    if (title) {
      const before = text[at - 1];
      if (after.length > 0 && (before === '/' || before === '／') && title[0].length <= 3) {
        for (const person of after) found[found.indexOf(person)] = { ...person, role: title[0] };
        current = null;
      } else current = title[0];
      after = [];
      at += title[0].length;
      continue;
    }
    const from = at;
    while (
      at < text.length &&
      (isHan(text.charCodeAt(at)) || text[at] === '·' || text[at] === '•' || /[A-Za-z.'’-]/.test(text[at]))
    )
      at++;
    if (at === from) return null;
    let word = text.slice(from, at);
    if (!holdsHan(word)) return null;
    if (word.length > 3 && '和与及與'.includes(word[0])) word = word.slice(1);
    const start = at - word.length;
    if (single) {
      if (word.length !== 1 && !(word.length === 2 && at - single.from <= 4)) return null;
      found.push({ name: text[single.from] + word, role: current, from: single.from, to: at });
      single = null;
      after.push(found[found.length - 1]);
      continue;
    }
    if (word.length === 1) {
      single = { from: start, to: at };
      continue;
    }
    const tail = word.length > 3 && /^(.{2,4}?)(?:[摄攝]|文|图|圖|报道|報道|报导|報導)$/.exec(word);
    const name = tail ? tail[1] : word;
    if (!plausible(name)) return null;
    found.push({ name, role: current, from: start, to: start + name.length });
    after.push(found[found.length - 1]);
  }
  return single ? null : found;
}

function holdsHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 0x4e00 && word.charCodeAt(i) <= 0x9fff) return true;
  return false;
}

const SEPARATORS = new Set(['、', '，', ',', '/', '／', ':', '：', ';', '；', '|', '｜', '■', '□', '&']);

/** Two to four characters of Chinese, or a foreign or minority name with its dots. */
const plausible = (name: string): boolean => {
  if (name.includes('·') || name.includes('•')) return name.length <= 16;
  return name.length >= 2 && name.length <= 4 && !name.includes('的') && !name.includes('了') && !GENRES.has(name);
};

/** What stands where a name might but names a kind of piece: 评论员观察, 记者手记, 记者调查. */
const GENRES = new Set(
  (
    '观察 觀察 评论 評論 手记 手記 札记 调查 調查 来信 來信 专访 專訪 访谈 訪談 随笔 隨筆 连线 連線 日记 日記 视点 視點 快评 点评 ' +
    '热线 文章 综合 綜合 报道 报導 報道 報導'
  ).split(' '),
);

/** The people of an English byline (`By Anna Reed and Tom Cole`), offsets relative to the string. */
export function englishPeople(text: string, from: number): Named[] {
  const found: Named[] = [];
  english.lastIndex = 0;
  for (const match of text.slice(from).matchAll(/(?:[A-Z][\w.'’-]*)(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|bin|al))+/g)) {
    if (/reporter|writer|correspondent|editor|staff|press|times|news/i.test(match[0])) break;
    const name = match[0].replace(/\s+/g, ' ');
    const cased =
      name === name.toUpperCase() ? name.toLowerCase().replace(/(^|[\s-])\w/g, (c) => c.toUpperCase()) : name;
    found.push({ name: cased, role: null, from: from + match.index, to: from + match.index + match[0].length });
  }
  return found;
}

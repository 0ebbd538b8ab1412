import { Trait } from '../traits';
import { NUMERAL, pageLabel } from './numerals';

/** A continuation reference found in a line; offsets are relative to that line. */
export interface Reference {
  readonly from: number;
  readonly to: number;
  readonly direction: 'to' | 'from';
  /** The other end's page, empty where none is named. */
  readonly page: string;
  readonly mark: string;
  readonly title: string | null;
}

const OPEN = '[（(〔［\\[【〈<《「『]';
const CLOSE = '[）)〕］\\]】〉>》」』]';
const MARK = '[①-⑳㈠-㈩⑴-⒇]';
const ARROW = '[◀▶►◄→←↑↓⇒⇐▲▼△▽■□●◆*＊·☞☜»«>＞<＜\\s\\u3000]*';

/**
 * Where: 第二版, 02版, A叠02版, 第一张第二版, 要闻2版, 本报第二版; of several pages (2、3版) the first counts. A letter and a number
 * (A02) need no 版 where 上接 or 下转 stands before them.
 */
const PAGE =
  `(?:本[报報刊])?(?:第?${NUMERAL}[张張])?第?\\s*(?<letter>[A-Za-zＡ-Ｚ]?)[叠疊刊]?\\s*-?(?<page>${NUMERAL}|[頭头])` +
  `(?:\\s*[、,，/／—–-]\\s*[A-Z]?${NUMERAL})*\\s*(?<sign>[版頁页]?)`;
const NAMED_PAGE = `(?:(?:(?!第|${NUMERAL})[\\u4e00-\\u9fff]){2,4}[·•:：]?\\s*)?${PAGE}`;
/** What may follow a page before the bracket closes: its section, a column's name. */
const SECTION = '[^（）()。]{0,8}?';
const TAIL = '(?:\\s*[·•:：]\\s*[\\u4e00-\\u9fff]{2,4})?';

// Words that say so by themselves, and words that say so only inside brackets or behind an arrow: 接 and 转 alone are
// everyday verbs.
const FROM = '(?:文章)?(?:[上紧緊文续續承]文?接|上承|[续續]自)';
const FROM_BRACKETED = `(?:${FROM}|[接续續承]|上文[见見])`;
const TO =
  '(?:[下后後](?:文)?[转轉接][入至]?|[紧緊][转轉]|[余餘全详詳正]?文[转轉][入至]?|[转轉][入至]|未完[，,;；\\s]*下?[转轉]第?|[继繼][续續][转轉])';
const TO_BRACKETED = `(?:${TO}|[转轉接][入至]?|下?[续續][见見]?|[余餘下]文[见見刊])`;
const TITLE = '(?<title>[^（）()〔〕【】。，！？]{2,24}?)';

const from = {
  bracketed: new RegExp(
    `^${ARROW}(?<before>${MARK}?)\\s*${OPEN}${ARROW}(?<ahead>${MARK}?)\\s*(?:${TITLE}\\s*)??${FROM_BRACKETED}\\s*${NAMED_PAGE}${SECTION}(?<inner>${MARK}?)\\s*${ARROW}${CLOSE}\\s*(?<outer>${MARK}?)`,
  ),
  plain: new RegExp(`^${ARROW}(?<inner>${MARK}?)\\s*${FROM}\\s*${PAGE}${TAIL}\\s*(?<outer>${MARK}?)[·»▶►→>]*`),
  /** 接 alone, behind an arrow. */
  pointed: new RegExp(`^\\s*[◀◄←⇐☜«]+\\s*接\\s*${PAGE}\\s*(?<inner>${MARK}?)`),
  /** 自第一版接来, 由一版转入. */
  between: new RegExp(
    `^${ARROW}${OPEN}\\s*[自由从從]\\s*${PAGE}\\s*(?:接来|接來|[转轉][来來入]|接[续續])\\s*(?<inner>${MARK}?)\\s*${CLOSE}`,
  ),
  // A title may be repeated before the reference: 旧城新桥（上接A02版②）…, 《旧城新桥》上接01版.
  titled: new RegExp(
    `^\\s*(?<title>[^（）()〔〕【】。，！？；：]{2,18}?)\\s*${OPEN}\\s*${FROM}\\s*${PAGE}\\s*(?<inner>${MARK}?)\\s*${CLOSE}`,
  ),
  quoted: new RegExp(`^\\s*《(?<title>[^《》]{2,24})》\\s*${FROM}\\s*${PAGE}\\s*(?<inner>${MARK}?)`),
};
const to = {
  bracketed: new RegExp(
    `(?<outer>${MARK}?)\\s*${OPEN}${ARROW}(?<ahead>${MARK}?)\\s*(?:${TITLE}\\s*)??(?<!上)${TO_BRACKETED}\\s*${NAMED_PAGE}${SECTION}(?<inner>${MARK}?)\\s*${ARROW}${CLOSE}\\s*(?<last>${MARK}?)${ARROW}$`,
  ),
  plain: new RegExp(`(?<outer>${MARK}?)\\s*${TO}\\s*${PAGE}${TAIL}\\s*(?<inner>${MARK}?)${ARROW}[。.]?\\s*$`),
  pointed: new RegExp(`[▶►→⇒☞»]+\\s*[转轉]\\s*${PAGE}\\s*(?<inner>${MARK}?)${ARROW}$`),
};
/** 未完待续 is said of a serial, which goes on in another issue. */
const unfinished = new RegExp(`${OPEN}未完${CLOSE}\\s*$`);
const englishTo =
  /[([]?\b(?:(?:please\s+)?(?:continued|cont['’.]?d?|continues|turn|jump)\s+(?:on|to)|(?:please\s+)?see\s+([A-Z][\w'’ -]{1,40}),?)\s+(?:page\s+)?([A-Z]{0,2})-?(\d{1,3})\b[)\].]?\s*$/i;
const englishFrom =
  /^\s*[([]?(?:(?!cont)([A-Z][\w'’ -]{1,40}?),?\s+)?(?:(?:continued|cont['’.]?d?)\s+)?from\s+(?:page\s+)?([A-Z]{0,2})-?(\d{1,3})\b[)\].:]?/i;

/** How much of a line's beginning and of its end is looked at. */
const HEAD = 120;
const END = 60;

/** The 上接 reference with which a line begins, or null. Needs a page: 紧接着 and 线上接诊 are none. */
export function resumption(line: string): Reference | null {
  const head = line.slice(0, HEAD);
  const opening = head.slice(0, END);
  if (/[接转轉续續承]|上文/.test(opening) && /[版頁页]|[A-Za-zＡ-Ｚ]\s*-?[0-9０-９]/.test(opening)) {
    const bracketed = paged(from.bracketed.exec(head), true);
    if (bracketed) return found(bracketed, 0, 'from');
    for (const form of [from.plain, from.pointed, from.between, from.titled, from.quoted]) {
      const match = paged(form.exec(head), form !== from.pointed);
      if (match) return found(match, 0, 'from');
    }
  }
  const english = /from/i.test(opening) ? englishFrom.exec(line) : null;
  // `From 10 to 12 people` is prose: without a letter the word page or continued must be there.
  if (english && (english[2] || /page|cont/i.test(english[0])) && (english[1] || /^\s*[([]?(?:from|cont)/i.test(line)))
    return inEnglish(english, 0, 'from');
  return null;
}

/** A page's number stands last, or a bracket or point behind it. */
function endsInNumber(text: string): boolean {
  const trimmed = text.trimEnd();
  const last = trimmed.length - (')].'.includes(trimmed[trimmed.length - 1]) ? 2 : 1);
  return trimmed[last] >= '0' && trimmed[last] <= '9';
}

/** The 下转 reference with which a line ends, or null. `traits`: those of all the line's characters. */
export function jump(line: string, traits: number = Trait.Any): Reference | null {
  const tail = Math.max(0, line.length - END);
  const end = line.slice(tail);
  const numbered = Boolean(traits & Trait.Digit) && endsInNumber(end);
  const broken = end.includes('未完');
  const named = traits & (Trait.PageSign | Trait.Latin);
  if (!(numbered || broken || named) || (!numbered && !/[转轉接完续續]|文[见見刊]/.test(end))) return null;
  if (named && /[版頁页]|[A-Za-zＡ-Ｚ]\s*-?[0-9０-９]/.test(end)) {
    const bracketed = paged(to.bracketed.exec(end), true);
    if (bracketed) return found(bracketed, tail, 'to');
    const plain = paged(to.plain.exec(end), true) ?? paged(to.pointed.exec(end), false);
    if (plain) return found(plain, tail, 'to');
  }
  const open = broken ? unfinished.exec(end) : null;
  if (open)
    return {
      from: tail + open.index,
      to: tail + open.index + open[0].trimEnd().length,
      direction: 'to',
      page: '',
      mark: '',
      title: null,
    };
  const english = numbered ? englishTo.exec(end) : null;
  if (english && (english[2] || /page|cont|turn|jump/i.test(english[0]))) return inEnglish(english, tail, 'to');
  return null;
}

/** A match that names a page for sure: with 版 behind it or, where the words leave no doubt (`sure`), a letter before its number. */
function paged(match: RegExpExecArray | null, sure: boolean): RegExpExecArray | null {
  if (!match) return null;
  const { sign, letter, page } = match.groups as Groups;
  return sign || (sure && letter && /[0-9０-９]/.test(page)) ? match : null;
}

type Groups = Readonly<Record<string, string>>;

function found(match: RegExpExecArray, at: number, direction: 'to' | 'from'): Reference {
  const { letter, page, before, ahead, inner, outer, last, title } = match.groups as Groups;
  const [whole] = match;
  const lead = whole.length - whole.trimStart().length;
  return {
    from: at + match.index + lead,
    to: at + match.index + whole.trimEnd().length,
    direction,
    page: /[頭头]/.test(page) ? '1' : pageLabel(letter, page),
    mark: [inner, outer, last, ahead, before].find(Boolean) ?? '',
    title: title?.trim() || null,
  };
}

function inEnglish(match: RegExpExecArray, at: number, direction: 'to' | 'from'): Reference {
  const [whole, title, letter, page] = match;
  const from = at + match.index + (whole.length - whole.trimStart().length);
  const to = at + match.index + whole.trimEnd().length;
  return { from, to, direction, page: pageLabel(letter, page), mark: '', title: title?.trim() || null };
}

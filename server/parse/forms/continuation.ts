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

const OPEN = '[（(〔［\\[【〈<]';
const CLOSE = '[）)〕］\\]】〉>]';
const MARK = '[①-⑳㈠-㈩⑴-⒇]';
const PAGE = `第?\\s*([A-Za-zＡ-Ｚ]?)\\s*-?(${NUMERAL}|[頭头])\\s*[版頁页]`;
const ARROW = '[◀▶►◄→←↑↓▲▼△▽☞☜»«>＞]*';

// Words that say so by themselves, and words that say so only inside brackets (接 and 转 alone are everyday verbs).
const FROM = '(?:上接|上文接|文接|[紧緊]接|[续續]接|承接)';
const FROM_BRACKETED = `(?:${FROM}|接|[续續])`;
const TO = '(?:下[转轉接]入?|[紧緊][转轉]|下文[转轉]入?|文[转轉]|[转轉]入|未完[，,;；\\s]*(?:下?[转轉]))';
const TO_BRACKETED = `(?:${TO}|[转轉]接?|下[续續])`;
const TITLE = '([^（）()〔〕【】。，！？]{2,24}?)';

// A title may be repeated before the bracket: 旧城新桥（上接A02版②）…
const titled = new RegExp(
  `^\\s*([^（）()〔〕【】。，！？；：]{2,18}?)\\s*${OPEN}\\s*${FROM}\\s*${PAGE}\\s*(${MARK}?)\\s*${CLOSE}`,
);
const fromForms = [
  new RegExp(
    `^\\s*${ARROW}\\s*${OPEN}\\s*${ARROW}(?:${TITLE}\\s*)??${FROM_BRACKETED}\\s*${PAGE}[^（）()。]{0,8}?(${MARK}?)\\s*${CLOSE}\\s*(${MARK}?)`,
  ),
  new RegExp(`^\\s*${ARROW}\\s*(${MARK}?)\\s*${FROM}\\s*${PAGE}\\s*(${MARK}?)`),
];
const toForms = [
  new RegExp(
    `(${MARK}?)\\s*${OPEN}\\s*(?:${TITLE}\\s*)??${TO_BRACKETED}\\s*${PAGE}[^（）()。]{0,8}?(${MARK}?)\\s*${ARROW}${CLOSE}\\s*(${MARK}?)\\s*${ARROW}\\s*$`,
  ),
  new RegExp(`(${MARK}?)\\s*${TO}\\s*${PAGE}\\s*(${MARK}?)\\s*${ARROW}[。.]?\\s*$`),
];
const unfinished = new RegExp(`${OPEN}未完(?:待[续續])?${CLOSE}\\s*$`);
const englishTo =
  /[([]?\b(?:(?:please\s+)?(?:continued|cont['’.]?d?|continues|turn|jump)\s+(?:on|to)|(?:please\s+)?see\s+([A-Z][\w'’ -]{1,40}),?)\s+(?:page\s+)?([A-Z]{0,2})-?(\d{1,3})\b[)\].]?\s*$/i;
const englishFrom =
  /^\s*[([]?(?:(?!cont)([A-Z][\w'’ -]{1,40}?),?\s+)?(?:(?:continued|cont['’.]?d?)\s+)?from\s+(?:page\s+)?([A-Z]{0,2})-?(\d{1,3})\b[)\].:]?/i;

/** The 上接 reference with which a line begins, or null. Needs a page: 紧接着 and 线上接诊 are none. */
export function resumption(line: string): Reference | null {
  const head = line.slice(0, 120);
  if (!/[接续續]|from/i.test(head.slice(0, 60))) return null;
  const paged = /[版頁页]/.test(head);
  const bracketed = paged ? fromForms[0].exec(line) : null;
  if (bracketed) {
    const [whole, title, letter, numeral, inner, outer] = bracketed;
    return found(whole, 0, 'from', letter, numeral, inner || outer, title);
  }
  const plain = paged ? fromForms[1].exec(line) : null;
  if (plain) {
    const [whole, before, letter, numeral, after] = plain;
    return found(whole, 0, 'from', letter, numeral, before || after);
  }
  const named = paged ? titled.exec(line) : null;
  if (named) return found(named[0], 0, 'from', named[2], named[3], named[4], named[1]);
  const english = /from/i.test(head) ? englishFrom.exec(line) : null;
  // `From 10 to 12 people` is prose: without a letter the word page or continued must be there.
  if (english && (english[2] || /page|cont/i.test(english[0])) && (english[1] || /^\s*[([]?(?:from|cont)/i.test(line)))
    return found(english[0], 0, 'from', english[2], english[3], '', english[1]);
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
  const tail = Math.max(0, line.length - 60);
  const end = line.slice(tail);
  const numbered = Boolean(traits & Trait.Digit) && endsInNumber(end);
  if (!numbered && !/[转轉接完续續]/.test(end)) return null;
  const paged = Boolean(traits & Trait.PageSign) && /[版頁页]/.test(end);
  const bracketed = paged ? toForms[0].exec(end) : null;
  if (bracketed) {
    const [whole, before, title, letter, numeral, inner, after] = bracketed;
    return found(whole, tail + bracketed.index, 'to', letter, numeral, before || inner || after, title);
  }
  const plain = paged ? toForms[1].exec(end) : null;
  if (plain) return found(plain[0], tail + plain.index, 'to', plain[2], plain[3], plain[1] || plain[4]);
  const open = end.includes('完') ? unfinished.exec(end) : null;
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
  if (english && (english[2] || /page|cont|turn|jump/i.test(english[0])))
    return found(english[0], tail + english.index, 'to', english[2], english[3], '', english[1]);
  return null;
}

function found(
  whole: string,
  at: number,
  direction: 'to' | 'from',
  letter: string,
  numeral: string,
  mark = '',
  title?: string,
): Reference {
  const lead = whole.length - whole.trimStart().length;
  const page = /[頭头]/.test(numeral) ? '1' : pageLabel(letter ?? '', numeral);
  const from = at + lead;
  return { from, to: at + whole.trimEnd().length, direction, page, mark: mark ?? '', title: title?.trim() || null };
}

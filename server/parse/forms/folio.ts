import { isHan } from '../chars';
import { CHINESE_NUMERAL, NUMERAL, narrow, numberOf, pageLabel } from './numerals';

/** What a page header (folio) line says. */
export interface Folio {
  readonly label: string;
  readonly name: string | null;
  /** ISO 8601, or null. */
  readonly date: string | null;
  /** 1 (Monday) to 7, or null. */
  readonly weekday: number | null;
  readonly paper: string | null;
  /** True where nothing else but a folio is set so; false where it needs its place, or others of its kind, to be believed. */
  readonly strong: boolean;
  /** Nothing but a paper's, a page's name or a day: a piece of a header that is set over several lines, and none without the others. */
  readonly piece?: boolean;
}

const C = CHINESE_NUMERAL;
const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const DAYS = 'Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?';

/** What pages are called in any paper: a bare number beside such a word is a folio. */
const PAGE_NAMES =
  '要闻|要聞|综合|綜合|国际|國際|国内|國內|社会|社會|文化|体育|體育|经济|經濟|财经|財經|理论|理論|副刊|民生|都市|时政|時政|政治|法治|法制|政法|教育|科技|科教|健康|卫生|医疗|生活|娱乐|娛樂|文娱|评论|評論|言论|观点|视点|专题|特刊|专版|专刊|特别报道|广告|廣告|公告|时事|新闻|新聞|本地|本市|本省|地方|县区|区县|区域|城事|城市|社区|乡村|三农|农业|农村|工业|产业|生态|环保|环境|旅游|旅遊|美食|汽车|房产|楼市|家居|金融|证券|消费|读书|讀書|文艺|文學|文学|艺术|收藏|影视|军事|天下|世界|环球|港澳|台湾|两岸|人物|深度|调查|焦点|聚焦|热点|关注|头条|封面|导读|连载|校园|青年|老年|少儿|服务|资讯|便民|公益|党建|政务|企业|商业|数据|图片|视觉|影像|摄影|周刊|周末|史志|地理|春秋|人文|悦读|品读|纪实|互动|热线|智慧|探索|创新|发展|开放|交通|就业';
const NAMES = `(?:(?:${PAGE_NAMES}|[·、与和版])+)`;
const named = new RegExp(`^(?:${PAGE_NAMES}|[·、与和\\s版]){1,6}$`);

/** The parts of a folio, each taken out of the line where it stands; what is left must be nothing but a short name. */
const parts = {
  date: new RegExp(
    `((?:[0-9]{4}|[〇零○一二三四五六七八九]{4}|(?:中[華华])?民[國国]\\s*(?:[0-9]{1,3}|${C}{1,6})|(?<!\\d)1\\d\\d))\\s*年\\s*([0-9０-９]{1,2}|${C}{1,3})\\s*月\\s*([0-9０-９]{1,2}|${C}{1,3})\\s*[日号號]`,
  ),
  numericDate: /(?<![\d.])(\d{4})\s*[.\-/－·]\s*(\d{1,2})\s*[.\-/－·]\s*(\d{1,2})(?![\d.])/,
  englishDate: new RegExp(
    `(${MONTHS})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})|(\\d{1,2})\\s+(${MONTHS})\\.?,?\\s+(\\d{4})`,
    'i',
  ),
  shortDate: /(\d{1,2})月(\d{1,2})日/,
  weekday: new RegExp(
    `(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])|\\b(${DAYS})\\b\\.?|(?<=[\\s\\u0001])[（(]([一二三四五六日])[）)]`,
    'i',
  ),
  page: new RegExp(
    `(?:版[次面号號]\\s*[：:]\\s*)?第?\\s*([A-Za-zＡ-Ｚ]{0,2})[叠疊]?\\s*-?(${NUMERAL}|[頭头])(?:\\s*[-—–/、]\\s*[A-Z]{0,2}${NUMERAL})?\\s*[版頁页]|\\bpage\\s+([A-Z]{0,2})-?(\\d{1,3})\\b`,
    'i',
  ),
  /** 版次：03 */
  labelled: /^版[次面号號]\s*[：:]\s*第?\s*([A-Z]{0,2})-?(\d{1,3})(?!\d)/i,
  /** 第二張: the page is what follows. */
  sheet: new RegExp(`第?${NUMERAL}[张張](?=\\s*第)`),
  /** Where no page follows it the sheet is what is numbered: 第三張 本埠新聞. */
  lastSheet: new RegExp(`第()(${NUMERAL})[张張](?=$|[\\s\\u0001])`),
  /** A02, A04-05, 03: set apart from other words, or right beside what pages are called. */
  barePage: new RegExp(
    `(?<=^|[\\s\\u0001|｜·•・/／【［[—-]|${NAMES})([A-Z]{1,2})-?(\\d{1,3})(?:\\s*[-–—~～/／、]\\s*[A-Z]?\\d{1,3})?(?=$|[\\s\\u0001|｜·•・/／_】］\\]—-]|${NAMES})|(?<![0-9A-Za-z.:：第])()(0\\d)(?:\\s*[-–—~～/／、]\\s*\\d{1,2})?(?![0-9A-Za-z.:：%年月日])`,
  ),
  /** A number beside what pages are called: 15 要闻, 要闻 15. */
  namedPage: new RegExp(
    `(?<![^\\s\\u0001])()(\\d{1,2})(?=[\\s|｜/·:：_-]*${NAMES}(?:[\\s\\u0001]|$))|(?<=(?:^|[\\s\\u0001])${NAMES}[\\s|｜/·:：_-]*)()(\\d{1,2})(?![^\\s\\u0001])`,
  ),
  /** A number and nothing more at either end of a line that is dated. */
  endPage: /^()(\d{1,3})(?=[\s\u0001])|(?<=[\s\u0001])()(\d{1,3})$/,
  lunar: /(?:农历|農曆|夏历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)[^\s，。0-9]{0,12}/g,
  /** 2024年3月: a monthly's. */
  month: /\d{4}年\d{1,2}月(?!\d)/,
  issue: new RegExp(`[（(]?(?:总|總)?第?\\s*(?:[0-9０-９]+|${C}+)\\s*[期号號][）)]?`, 'g'),
  count: new RegExp(`(?:今日|本期|本报今日|共|全)+\\s*(?:共|出)?\\s*${NUMERAL}\\s*[版张張页]`, 'g'),
  staff:
    /(?:本版|值班|美术|视觉|首席|图片|新闻|新聞)?(?:责任?编辑?|責任?編輯?|编辑|編輯|美编|美編|版式|设计|設計|校对|校對|审读|组版|值班主任|编委|总编|總編|主编|主編|督印人|承印|印刷|零售|定价|定價|社长|社長|出版|发行|發行|电话|電話|热线|熱線|邮箱|投稿|E-?mail|Tel)[^\s：:／/]*[\s：:／/]*[^\s]*/gi,
  mail: /[\w.-]+@[\w.-]+|(?:https?:\/\/|www\.)[\w./-]+|\d{3,4}-\d{7,8}/g,
};
/** The shortest folios, of so many characters, are a number and a name. */
export const SHORT_FOLIO = 12;
/** What every folio but the shortest holds: a page's sign, a year, a day of the week, an English word. */
const CLUE = /[版頁页年期拜周週]|[A-Za-zＡ-Ｚａ-ｚ]{3}|[0-9０-９]{4}/;
const PAGE_SIGN = /[版頁页]|page/i;
const paper =
  /(今日[\u4e00-\u9fff]{1,4}|[^\s\d：:|｜·（）()《》]{1,12}(?:[日晚晨早午]报|[日晚晨早午]報|时报|時報|商报|都市报|快报|周报|新报|新報|公报|公報|申报|申報|导报|導報|青年报|工人报|农民报|[报報])|The [A-Z][\w ]{2,40}|[A-Z][\w ]{2,30} (?:Times|Post|News|Gazette|Herald|Tribune|Journal|Courier|Chronicle|Star|Daily))/;
/** A paper's name alone on its line; 喜报 and 情况通报 are none. */
const title =
  /^(?:今日[\u4e00-\u9fff]{2,4}|[A-Z]{2,}(?: [A-Z]{2,}){0,2} (?:RIBAO|WANBAO|DAILY|NEWS|TIMES|POST|WEEKLY)|[\u4e00-\u9fff]{2,8}(?:[日晚晨早午时時商快周新导導][报報]|[县縣市省州]报|都市报|青年报|工人报|农民报)|The [A-Z][\w ]{2,30}|[A-Z][\w ]{2,30} (?:Times|Post|News|Gazette|Herald|Tribune|Journal|Courier|Chronicle|Star|Daily|Mail))$/;
const dayAlone = new RegExp(`^(?:${parts.date.source}|${parts.numericDate.source})$`);
const paperEnd = /[报報社刊年月日号號]$/;
const separators = /[\u0001\s：:|｜·•・﹒‧\-—－―─/／_,，。.（）()【】［］[\]《》<>◎●■□★☆]+/;

const LONGEST = 90;
/** What no page header has: speech, pauses, a book, a reference to another page. */
const unlike = /[“”！？!?；;…]|。$|，.*，|——|[接转轉见見][于於]?(?:今日)?第?.{1,4}[版頁页]/;
/** A book's title, and no paper's or supplement's: only a line with a day and a page may hold that (《今日沅口》, 《沧浪》第12期). */
const book = /《[^》]*[^报報刊]》/;
/** What most of them have. */
const hint = /[版頁页日号號]|[A-Z]\d|0\d|page/i;

/** A name of two characters set wide: 要　闻. */
const spread = /(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[\s\u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g;

/** 【03版】要闻, （第三版）, 【渡口时报】…第二版: a bracket round the page alone, or round the paper's name. */
const enclosedPart = new RegExp(
  `^[（(〔【［[]\\s*(?:第?\\s*[A-Z]?-?${NUMERAL}\\s*[版頁页]|[A-Z]\\d{1,3}|[\\u4e00-\\u9fff]{2,8}[报報])\\s*[）)〕】］\\]]`,
);

/**
 * The folio a line is, or null. A folio holds a page number with 版 or a full date, besides those only a paper's name, a
 * section's name, an issue number and the like, and never a sentence.
 */
export function folio(line: string): Folio | null {
  const printed = line.trim();
  if (printed.length < 2 || printed.length > LONGEST) return null;
  const hasClue = CLUE.test(printed);
  // Without blanks a line is as long as it is printed.
  if (!hasClue && printed.length > SHORT_FOLIO && !/\s/.test(printed)) return null;
  if (unlike.test(printed)) return null;
  if (book.test(printed) && !(parts.date.test(printed) && PAGE_SIGN.test(printed))) return null;
  const text = narrow(printed).replace(spread, '$1$2');
  const short = text.length <= SHORT_FOLIO;
  const piece = pieceOf(text);
  if (piece) return piece;
  if (
    !(short || hasClue) ||
    !(hint.test(text) || (short && /^\d{1,2}\D|\D\d{1,2}$/.test(text))) ||
    (/^[（(〔【［[]/.test(text) && !enclosedPart.test(text))
  )
    return null;
  let rest = text;
  const take = (form: RegExp): RegExpExecArray | null => {
    const match = form.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)}\u0001${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  const long = take(parts.date) ?? take(parts.numericDate);
  const english = long || !/[A-Za-z]{3}/.test(rest) ? null : take(parts.englishDate);
  const weekday = take(parts.weekday);
  // Most lines with a day or a figure in them are text: without a page's sign, or a date that one could stand beside, they are none.
  if (!(long || english || weekday || short || PAGE_SIGN.test(text))) return null;
  for (const noise of [parts.lunar, parts.count, parts.mail, parts.staff]) rest = rest.replace(noise, '\u0001');
  rest = rest.replace(parts.sheet, '\u0001');
  const dated = long !== null || english !== null || weekday !== null;
  const labelled = take(parts.labelled);
  const whole = rest;
  const signed = labelled ?? take(parts.page) ?? (long ? take(parts.lastSheet) : null);
  if (signed && !labelled && belongsToSentence(whole, signed)) return null;
  // A bare number is a page's only where little else stands on the line, or a date does.
  const bare = signed || !(dated || short) ? null : takeBare(dated);
  rest = rest.replace(parts.issue, '\u0001').replace(parts.month, '\u0001');
  if (!signed && !bare && !long && !english) return null;
  if (!long && !english) take(parts.shortDate);
  const [name, title, ok] = leftovers(rest);
  if (!ok || (!signed && !bare && title === null && !(long && weekday))) return null;
  const date = long ? isoDate(long) : english ? isoEnglish(english) : null;
  const beside = date !== null || weekday !== null || title !== null || (name !== null && named.test(name));
  return {
    label: labelOf(signed ?? bare),
    name,
    date,
    weekday: weekday ? weekdayOf(weekday) : null,
    paper: title,
    strong:
      signed !== null ||
      (bare !== null && beside) ||
      (title !== null && date !== null && (weekday ?? english) !== null),
  };

  function takeBare(atEnds: boolean): RegExpExecArray | null {
    return take(parts.barePage) ?? take(parts.namedPage) ?? (atEnds ? take(parts.endPage) : null);
  }
}

/** A line that can only be a piece of a header: 西岭日报, 1986年4月9日, 要闻. */
function pieceOf(text: string): Folio | null {
  const piece = { label: '', name: null, date: null, weekday: null, paper: null, strong: false, piece: true };
  if (text.length <= 10 && named.test(text)) return { ...piece, name: text };
  if (title.test(text)) return { ...piece, paper: text };
  const day = dayAlone.exec(text);
  return day && { ...piece, date: isoDate(day[1] ? day : (parts.numericDate.exec(text) as RegExpExecArray)) };
}

/** A page's sign set off by nothing (诊疗方案第七版) belongs to a sentence, unless a paper's name or a date stands before it. */
function belongsToSentence(text: string, { index, 0: sign }: RegExpExecArray): boolean {
  const ahead = text.slice(0, index + sign.length - sign.trimStart().length);
  return isHan(ahead.charCodeAt(ahead.length - 1)) && !paperEnd.test(ahead);
}

/** The label of a page: every form of one captures its letter and its number, in one of two places. */
function labelOf(page: RegExpExecArray | null): string {
  if (!page) return '';
  const [, letter, number, otherLetter, otherNumber] = page;
  return /[頭头]/.test(number ?? '') ? '1' : pageLabel(letter ?? otherLetter ?? '', number ?? otherNumber);
}

/** The page's and the paper's name among what the known parts left over, and whether that is all there is. */
function leftovers(rest: string): [name: string | null, paper: string | null, ok: boolean] {
  const words = rest.split(separators).filter((w) => w && !/^[第版页頁共期]$/.test(w));
  const english = words.join(' ');
  if (words.length > 0 && /^[\x20-\x7e]+$/.test(english)) {
    const title = paper.exec(english)?.[0] ?? null;
    return [title ? english.replace(title, '').trim() || null : english, title, english.length <= 50];
  }
  const title = words.find((w) => w.length >= 3 && paper.test(w)) ?? null;
  // Beside Chinese words, Latin ones are the paper's other name, or its address.
  const names = words.filter((w) => w !== title && !/^[A-Za-z]+$/.test(w));
  // A page's name is a word or two (科技 新知): more than that is a sentence that speaks of a page.
  return [
    names.join(' ') || null,
    title,
    names.length <= 3 && names.every((w) => w.length <= 8) && names.join('').length <= 12,
  ];
}

function isoDate([, year, month, day]: RegExpExecArray): string | null {
  // 民國113年, and 113年 in Taiwan's papers: the Republic's first year is 1912.
  const era = /民[國国]\s*(.+)$|^(1\d\d)$/.exec(year);
  return iso(era ? numberOf(era[1] ?? era[2]) + 1911 : numberOf(year), numberOf(month), numberOf(day));
}

function isoEnglish([, month, day, year, otherDay, otherMonth, otherYear]: RegExpExecArray): string | null {
  const at = MONTH_STARTS.indexOf((month ?? otherMonth).slice(0, 3).toLowerCase());
  return iso(Number(year ?? otherYear), at + 1, Number(day ?? otherDay));
}
const MONTH_STARTS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_STARTS = 'mon tue wed thu fri sat sun'.split(' ');

function iso(year: number, month: number, day: number): string | null {
  if (!(year > 1800 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function weekdayOf(match: RegExpExecArray): number {
  const [, chinese, english, enclosed] = match;
  if (english) return DAY_STARTS.indexOf(english.slice(0, 3).toLowerCase()) + 1;
  return chinese === '天' ? 7 : '一二三四五六日'.indexOf(chinese ?? enclosed) + 1;
}

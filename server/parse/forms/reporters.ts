import { isName, TRADE } from './names';
import { type Named, namesRole } from './people';
import {
  allNamed,
  BRACKET,
  creditsAt,
  HAN,
  ORNAMENT,
  opensInWords,
  outletIn,
  REACH,
  type Signature,
  signature,
} from './signature';

const bracketed = new RegExp(`^(${ORNAMENT})${BRACKET}`);
/** 【本报综合报道】, （专题报道）: whose, and nobody's name. */
const nobodys =
  /^(?:本[报報]|[综綜]合|专题){1,2}[报報][导導道]$|^[\u4e00-\u9fff]{2,8}(?:中心|组|組|频道|頻道|新闻|新聞)[／/](?:[\u4e00-\u9fff]{2,6})?(?:[报報][导導道]|外[电電])$/;
const sent = new RegExp(
  `^(${ORNAMENT})((?:本[报報社台刊])?[${HAN}]{0,8}(?:记者|記者)\\s*[${HAN}·、\\s\\u3000\\u00a0]{2,20}?)\\s*(?:发自|發自|自)([${HAN}]{2,8})(?:[报報][导導道])?`,
);
const opener = new RegExp(`^${ORNAMENT}(?=[${HAN}A-Za-z·—-]{0,16}(?:记者|記者|通讯员|通訊員))`);

/** Of a line that hardly goes on behind its names more can be said: it is a byline as a whole. */
const SOME_TEXT = 8;

/** `〔記者甲／台北報導〕…`, `本报记者甲发自上海…`, `(记者 甲)…`, `记者甲报道：…`, `本报记者 甲 …`. */
export function reporterLine(line: string): Signature | null {
  const head = line.slice(0, REACH);
  if (!/记者|記者|通讯员|通訊員|[报報][导導道]/.test(head.slice(0, 60))) return null;
  const match = opensInWords(head) ? null : bracketed.exec(head);
  if (match && match[0].length < line.trimEnd().length) {
    const [{ length: to }, , inside] = match;
    if (nobodys.test(inside))
      return signature('start', line, { to, outlet: /^本/.test(inside) ? inside.slice(0, 2) : null });
    return reporting(line, inside, to - 1 - inside.length, to, null);
  }
  const from = head.includes('自') ? sent.exec(head) : null;
  if (from) {
    const [{ length: to }, before, words, city] = from;
    const people = creditsAt(words, before.length)?.people.map((p) => ({ ...p, role: withoutPaper(p.role) }));
    const place = to < line.trimEnd().length ? 'start' : 'whole';
    if (people) return signature(place, line, { to, outlet: outletIn(words), city, people });
  }
  const open = opener.exec(head);
  const run = open && running(head, open[0].length);
  if (!run || line.slice(run.to).trim().length < SOME_TEXT || bylineLine(line)) return null;
  return signature('start', line, { ...run, outlet: outletIn(head) });
}

const withoutPaper = (role: string | null): string | null => role?.replace(/^本[报報社台刊]/, '') ?? null;

/** The words of a reporter's bracket, which stand at `at` in the line: there must be someone's role in them, and a name. */
export function reporting(line: string, inside: string, at: number, to: number, date: string | null): Signature | null {
  const role = namesRole(inside);
  if (!role && !/[／/].*[报報][导導道]$/.test(inside)) return null;
  const said = creditsAt(inside, at);
  if (!said || !(role || allNamed(said))) return null;
  return signature('start', line, { to, outlet: outletIn(inside), city: said.place, date, people: said.people });
}

/** Whoever writes: what makes a line of names a byline. */
export const AUTHORS =
  /报道员|報道員|记者|記者|通讯员|通訊員|评论员|評論員|撰稿|实习生|實習生|撰文|作者|主持人|采写|採寫|采访|採訪|整理|执笔|口述|讲述|编译|編譯|专访|專訪|综合[/／]|主笔|特派员|特派員|文字|记录|^\s*[报報][道导導]\s*[：:／/、]|[报報][道导導]$|文(?=[\s\u3000/／:：·．&、|｜丨]|$)|图文|文图/;
/** What only those sign who set the page: 责编, 美编, 版式. */
const setters =
  /^(?:责任?|責任?|美|组|值班|本[版期报])?(?:编辑|編輯|编(?!译|写)|編(?!譯|寫)|统筹|策划|校对|图片|制图|设计)/;
const reporters = /报道员|報道員|特派员|特派員|记者|記者|通讯员|通訊員|评论员|作者|实习生|撰/;
/** A picture's maker is a credit; who wrote and took pictures is an author. */
const pictures = /^(?:[摄攝](?!.*文字)|[图圖](?!\s*[/／、]?\s*文)|供)/;
const sentence = /[。，；！？]|“[^“”]{9,}|”(?!(?:全媒体)?(?:记者|記者))/;
/** A page of the web says when it was put there: 2024-03-05 21:40 记者甲／青岩报导. */
const lead =
  /^(?:\s*(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)(?:[\s\u3000]+\d{1,2}:\d{2})?(?=[\s\u3000]))?[□■◆◇●○▲△★☆▼◎※►▶•—―\s\u3000\u00a0]*/;
const trade = new RegExp(`(?<=[\\u4e00-\\u9fff])${TRADE}$`);
const enclosed = /^[（(【〔［[](.*)[）)】〕］\]]$/;

/** A longer line, or more names, is no byline. */
const LONGEST = 70;
const MOST_PEOPLE = 16;

/** Who speaks for a paper, by no name: 本报评论员, 晨星社特约评论员, 本刊编辑部. */
const voice =
  /^[（(]?((?:本[报報刊社台网網])|[\u4e00-\u9fff]{2,8}?[报報刊社台网網])(?:特[约約]|首席)?(?:[评評][论論][员員]|[时時][评評][员員]|[编編][辑輯]部|[评評][论論]部)[）)]?$/;

/** A line that is nothing but a byline, with or without ornament: `□本报记者 甲 乙`, `文/甲 图/乙`, `（记者 甲）`, `本报评论员`. */
export function bylineLine(line: string): Signature | null {
  const text = line.trim();
  const outlet = voice.exec(text)?.[1];
  if (outlet) return signature('whole', line, { to: line.length, outlet });
  if (text.length > LONGEST || sentence.test(text) || !AUTHORS.test(text)) return null;
  const [{ length: from }, date = null] = lead.exec(line) as RegExpExecArray;
  const body = line.slice(from).trimEnd();
  const bracket = enclosed.exec(body);
  // 文/甲（国家二级公共营养师）, 小记者　甲（枫桥小学四年级3班）: who that is.
  // 大公报记者 甲（文）乙（图）: the crafts' brackets are slashes.
  const inner = (bracket ? bracket[1] : body.replace(trade, '')).replace(
    /[（(](文|图|圖|[摄攝]|文[/／][图圖])[）)]/g,
    '/$1 ',
  );
  const reporter = reporters.test(inner);
  if (/[（(【〔［[]/.test(inner) || (setters.test(inner) && !/采写|记者/.test(inner))) return null;
  const said = creditsAt(inner, from + (bracket ? 1 : 0));
  if (!said || said.people.length > MOST_PEOPLE) return null;
  if (said.people.every(({ role }) => role === null) && !/[报報][道导導]$/.test(inner)) return null;
  // Where only a craft is named, its bearers must be names to any reader or set off from it (口述：黎晓　记录：何舟, 文/晚来风), and a dash
  // opens a deck or an attribution.
  const bound = (inner.match(/[：:]|^文[/／]/g)?.length ?? 0) >= said.people.length;
  if (!reporter && (!(bound || allNamed(said)) || pictures.test(inner) || /[—―]/.test(line.slice(0, from))))
    return null;
  return signature('whole', line, {
    from,
    to: line.length,
    outlet: outletIn(inner),
    city: said.place,
    date,
    people: said.people,
  });
}

const ROLE = /[\u4e00-\u9fffA-Za-z·—-]{0,16}?(?:记者|記者|通讯员|通訊員|实习生|實習生)[/／：:]?/y;
const NAME = /[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff][\s\u3000]{1,3}[\u4e00-\u9fff](?![\u4e00-\u9fff])/y;
const GAP = /[\s\u3000\u00a0、]*[:：]?/y;
const blank = /[\s\u3000\u00a0:：]/;
const reported = /^.{2,7}?(?:[综綜]合|[摄攝]影)?[报報][导導道]/;

/** The reporters with whom a text begins: up to `to`; where from. */
interface Run {
  readonly to: number;
  readonly people: readonly Named[];
  readonly city: string | null;
}

/**
 * The reporters with whom a text begins without brackets (`记者黎晓 实习生何舟 …`, `记者黎晓报道：…`): names known as such to any
 * reader, as far as blanks, 、 and further roles go on; then a blank, a colon or 报道. Null where a sentence begins instead.
 */
export function running(head: string, start: number): Run | null {
  let at = start;
  const skip = (form: RegExp): string => {
    form.lastIndex = at;
    const found = form.exec(head)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const runTo = (to: number, words?: string): Run | null => {
    const said = creditsAt((words ?? head.slice(start, to)).replace(/[\s:：]+$/, ''), start);
    // Who 报道 need not all be names to any reader: one is enough beside a role.
    return said && (allNamed(said) || (words && said.people.some(({ name }) => isName(name))))
      ? { to, people: said.people, city: said.place }
      : null;
  };
  let end = -1;
  for (;;) {
    const role = skip(ROLE);
    if (!role && end < 0) return null;
    skip(/[\s\u3000\u00a0]*/y);
    const before = at;
    // 记者甲报道：…, 记者甲北京报道 …; behind a role it may run into the text.
    const told = reported.exec(head.slice(before))?.[0] ?? '';
    if (told && (role || /[\s\u3000\u00a0:：，,]/.test(head[before + told.length] ?? ''))) {
      at = before + told.length;
      const words = head.slice(start, at);
      skip(GAP);
      const run = runTo(at, words);
      if (run) return run;
      at = before;
    }
    const name = skip(NAME).replace(/[\s\u3000]/g, '');
    if (!isName(name) || !(at === head.length || blank.test(head[at]) || head[at] === '、' || roleAt(head, at))) break;
    end = at;
    if (/[:：]$/.test(skip(GAP))) {
      end = at;
      break;
    }
  }
  return end >= 0 && (end === head.length || blank.test(head[end])) ? runTo(end) : null;
}

function roleAt(text: string, at: number): boolean {
  ROLE.lastIndex = at;
  return ROLE.test(text);
}

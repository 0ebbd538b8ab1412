import { isBlank } from '../chars';
import { Trait } from '../traits';
import { bareNames, isName } from './names';
import { type Credits, credits, englishPeople, type Named, namesRole } from './people';

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
}

const HAN = '\\u4e00-\\u9fff';
const OPEN = '[（(〔［【\\[]';
const CLOSE = '[）)〕］】\\]]';
const BLANKS = '[\\s\\u3000\\u00a0]*';
const ORNAMENT = '[□■◆◇●○▲△★☆▼◎※►▶•\\s\\u3000\\u00a0]*';
const BRACKET = `${OPEN}([^（）()〔〕［］【】\\[\\]。！？]{1,90})${CLOSE}`;
const DAY =
  '(?:(?:[0-9０-９]{4}年)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})月)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号號]';

/**
 * How far a form at a line's beginning is looked for, and how much of it may stand before 讯 or 电: an outlet, a place, a day.
 */
const REACH = 140;
const LEAD = 60;

// A report (讯) or a wire (电) has its outlet before it. 资讯, 通讯, 电影 and their like are everyday words and open nothing.
const DISPATCH =
  '(?:[综綜]合|[专專]|快|特|急|合)?(?:(?<![资通音喜问腾简])[讯訊](?!号|息|道|问|問|員|员|訊|录|錄|飞|速|断)|(?<!水|火|供|发|用|停|充|家|光|核|风|发)[电電](?![影视視话話力子台脑腦梯动動池信商网網器源告压流站缆工机报報]))|(?:[综綜]合)?消息';
const dispatched = new RegExp(
  `^(${ORNAMENT}${OPEN}?${BLANKS}(?:据|據)?${BLANKS})([^（）()【】〔〕［］，,。；;：:！!？?…]{0,${LEAD}}?)(${DISPATCH})${BLANKS}(${CLOSE})?`,
);
/** What stands before 讯 and 电: whose, from where, of which day. Either of the last two may come first. */
const origin = new RegExp(`^(.*?)${BLANKS}(?:(${DAY})${BLANKS})?$`, 's');
const outletHead = new RegExp(
  `^(本[报報刊社台网]|[${HAN}A-Za-z·“”-]{1,16}?(?:社|[报報]|[电電][视視]?台|广播|台|网|網|刊|客户端|融媒体?|新闻|线))`,
);
/** An outlet by its last word. */
const outletEnd = /(?:[报報社台网網刊端线]|融媒体?|新闻|发布|客户端)[”]?$/;

const bracketed = new RegExp(`^(${ORNAMENT})${BRACKET}`);
const behind = new RegExp(`^${BLANKS}${BRACKET}`);
const ending = new RegExp(`${BRACKET}[。]?\\s*$`);
const from = new RegExp(
  `^${ORNAMENT}((?:本[报報社台刊])?[${HAN}]{0,8}(?:记者|記者))\\s*([${HAN}·、\\s\\u3000\\u00a0]{2,20}?)\\s*(?:发自|發自|自)([${HAN}]{2,8})(?:[报報][导導道])?`,
);
const opener = new RegExp(`^${ORNAMENT}(?=[${HAN}A-Za-z·—-]{0,16}(?:记者|記者|通讯员|通訊員))`);
const by = /^\s*(?:by|story by|photos? by|text by)\s+(?=[A-Z])/i;

/**
 * The byline or dateline a line opens with (`本报北京6月1日电（记者甲）…`) or consists of (`□本报记者 甲 乙`), or null.
 * Which outlets there are is not asked: the form tells. `opening`: the traits of the line's first characters.
 */
export function byline(line: string, opening: number = Trait.Any): Signature | null {
  if (line.length === 0) return null;
  return (
    (opening & Trait.Wire ? dateline(line) : null) ??
    (opening & Trait.Reporter ? reporterLine(line) : null) ??
    (opening & Trait.Trade ? whole(line) : null) ??
    (opening & Trait.Latin ? english(line) : null) ??
    onlyNames(line)
  );
}

/** `X日报讯（记者 甲）…`, `本报北京6月1日电（记者甲）…`, `【本报讯】…`, `（中央社记者甲台北3日电）…`. */
function dateline(line: string): Signature | null {
  const head = line.slice(0, REACH);
  const match = dispatched.exec(head);
  if (!match) return null;
  const [whole, before, lead, , closed] = match;
  const open = OPENS.test(before);
  if (open && !closed) return null;
  const wire = /[电電]$/.test(match[3]);
  const told = match[3].endsWith('消息');
  const [, words, date = null] = origin.exec(lead) as RegExpExecArray;
  // 本报北京、上海6月1日电: several places stand only behind an outlet and before a day and 电.
  if (lead.includes('、') && !(wire && date && outletHead.test(lead.slice(0, lead.indexOf('、'))))) return null;
  // （中央社记者甲台北3日电）: the reporter stands between outlet and place.
  if (namesRole(lead)) return open ? reporting(line, `${words}电`, before.length, whole.length, date) : null;
  const { outlet, place } = parted(words, wire);
  const names = following(head, whole.length);
  const known = outlet === null ? false : /^[又本]/.test(outlet) || outletEnd.test(outlet);
  const credited = names.people.length > 0;
  // A wire names its day or its reporters, or is nothing but its outlet's; a day right before 电 or 讯 is never prose.
  const believed = told
    ? credited || (/^本/.test(outlet ?? '') && (open || names.apart))
    : wire
      ? outlet !== null && (date !== null || credited || (known && place === null))
      : credited || known || (date !== null && names.apart);
  if (!believed) return null;
  return signature('start', line, names.to, outlet, place, date, names.people);
}

const OPENS = new RegExp(OPEN);

/** The outlet and the place before 讯 or 电: 本报江州, 新华社江州, 路透伦敦, 江海晚报. */
function parted(words: string, wire: boolean): { outlet: string | null; place: string | null } {
  const text = words.replace(/^[据據]/, '').trim();
  if (text === '') return { outlet: null, place: null };
  const head = wire || /^本/.test(text) ? outletHead.exec(text)?.[1] : outletEnd.test(text) ? text : undefined;
  if (!head)
    return wire && text.length >= 4
      ? { outlet: text.slice(0, 2), place: text.slice(2) }
      : { outlet: text, place: null };
  const place = text.slice(head.length).trim();
  return { outlet: head, place: /^(?:综合)?$/.test(place) ? null : place };
}

/** `〔記者甲／台北報導〕…`, `本报记者甲发自上海…`, `(记者 甲)…`, `记者甲报道：…`, `本报记者 甲 …`. */
function reporterLine(line: string): Signature | null {
  const head = line.slice(0, REACH);
  if (!/记者|記者|通讯员|通訊員|[报報][导導道]/.test(head.slice(0, 60))) return null;
  const match = bracketed.exec(head);
  if (match && match[0].length < line.trimEnd().length) {
    const inside = match[2];
    const at = match[0].length - 1 - inside.length;
    if (/^(?:本[报報]|[综綜]合|本报综合|本報綜合)*(?:[综綜]合|专题)?[报報][导導道]$/.test(inside))
      return signature('start', line, match[0].length, /^本/.test(inside) ? inside.slice(0, 2) : null, null, null, []);
    return reporting(line, inside, at, match[0].length, null);
  }
  const sent = head.includes('自') ? from.exec(head) : null;
  if (sent) {
    const named = credits(`${sent[1]} ${sent[2]}`);
    if (named?.people.length) {
      const at = sent[0].indexOf(sent[2], sent[0].indexOf(sent[1]) + sent[1].length) - sent[1].length - 1;
      const role = sent[1].replace(/^本[报報社台刊]/, '');
      const found = shift(named.people, at).map((p) => ({ ...p, role }));
      const place = sent[0].length < line.trimEnd().length ? 'start' : 'whole';
      return signature(place, line, sent[0].length, outletIn(sent[1]), sent[3], null, found);
    }
  }
  const open = opener.exec(head);
  const run = open && running(head, open[0].length);
  if (!run || line.slice(run.to).trim().length < SOME_TEXT || whole(line)) return null;
  return signature('start', line, run.to, outletIn(head), run.place, null, run.people);
}

/** Of a line that hardly goes on behind its names more can be said: it is a byline as a whole. */
const SOME_TEXT = 8;

/** The words of a reporter's bracket, which stand at `at` in the line: there must be someone's role in them, and a name. */
function reporting(line: string, inside: string, at: number, to: number, date: string | null): Signature | null {
  const said = namesRole(inside) ? credits(wordsOf(inside)) : null;
  if (!said?.people.length) return null;
  return signature('start', line, to, outletIn(inside), said.place, date, shift(said.people, at));
}

/** 中央社记者甲, 华西都市报-封面新闻记者甲: the outlet is the role's, and a dash in it is none of the names'. */
const wordsOf = (inside: string): string =>
  inside.replace(/^[A-Za-z·-]*[\u4e00-\u9fff]{1,12}[-—]/, (o) => ' '.repeat(o.length));

const AUTHORS =
  /记者|記者|通讯员|通訊員|评论员|評論員|撰稿|实习生|實習生|撰文|作者|采写|採寫|采访|採訪|整理|执笔|口述|讲述|编译|編譯|专访|專訪|综合[/／]|文(?=[\s\u3000/／：:·．&、|｜]|$)|图文|文图/;
/** What only those sign who set the page: 责编, 美编, 版式. */
const setters =
  /^(?:责任?|責任?|美|组|值班|本[版期报])?(?:编辑|編輯|编(?!译|写)|編(?!譯|寫)|统筹|策划|校对|图片|制图|设计)/;

/** A line that is nothing but a byline, with or without ornament. */
function whole(line: string): Signature | null {
  const text = line.trim();
  if (text.length > 70 || /[。，；！？“”]/.test(text) || !AUTHORS.test(text)) return null;
  const lead = /^[□■◆◇●○▲△★☆▼◎※►▶•—―\s\u3000\u00a0]*/.exec(line)?.[0].length ?? 0;
  const body = line.slice(lead).trimEnd();
  const enclosed = /^[（(【〔［[](.*)[）)】〕］\]]$/.exec(body);
  const inner = enclosed ? enclosed[1] : body;
  const at = lead + (enclosed ? 1 : 0);
  if (/[（(【〔［[]/.test(inner) || (setters.test(inner) && !/采写|记者/.test(inner))) return null;
  const said = credits(wordsOf(inner));
  if (!said || said.people.length === 0 || said.people.length > 16) return null;
  if (said.people.every((p) => p.role === null)) return null;
  const reporter = namesRole(inner) && /记者|記者|通讯员|通訊員|评论员|作者|实习生|撰/.test(inner);
  // Where only a craft is named, its bearers must be names to any reader, and a picture's maker is a credit.
  if (
    !reporter &&
    !(said.people.every((p) => isName(p.name) || p.name.includes('·')) && !/^(?:[摄攝]|图|圖|供)/.test(inner))
  )
    return null;
  if (/[—―]/.test(line.slice(0, lead)) && !reporter) return null;
  return {
    ...signature('whole', line, line.length, outletIn(inner), said.place, null, shift(said.people, at)),
    from: lead,
  };
}

function onlyNames(line: string): Signature | null {
  const names = bareNames(line);
  if (!names) return null;
  return {
    place: 'whole',
    from: names.from,
    to: names.to,
    outlet: null,
    city: null,
    date: null,
    people: names.people,
    weak: !names.sure,
  };
}

function english(line: string): Signature | null {
  const match = by.exec(line);
  if (!match || line.trim().length > 80) return null;
  const named = englishPeople(line, match[0].length);
  return named.length > 0 ? signature('whole', line, line.trimEnd().length, null, null, null, named) : null;
}

const CLOSES = '）)〕】］]';

/**
 * The byline with which a paragraph ends: `（本报记者 甲）`, `（新华社北京6月1日电）`, `（文/甲）`, `（甲 乙）`; without
 * brackets only where the words say so: `…。本报记者 甲`.
 */
export function closing(line: string): Signature | null {
  const trimmed = line.trimEnd();
  if (!CLOSES.includes(trimmed[trimmed.length - 1]) && !CLOSES.includes(trimmed[trimmed.length - 2]))
    return signed(trimmed);
  const start = Math.max(0, line.length - 110);
  const match = ending.exec(line.slice(start));
  if (!match) return null;
  const inside = match[1];
  const at = start + match.index;
  const before = line.slice(0, at).trimEnd();
  const place = before.trim() === '' ? 'whole' : 'end';
  const make = (
    outlet: string | null,
    city: string | null,
    date: string | null,
    named: readonly Named[],
  ): Signature => ({
    place,
    from: at,
    to: line.trimEnd().length,
    outlet,
    city,
    date,
    people: named,
  });
  const wired = dispatched.exec(`${inside}`);
  if (wired && !namesRole(wired[2]) && /[电電讯訊]$/.test(wired[3])) {
    const [, words, date = null] = origin.exec(wired[2]) as RegExpExecArray;
    const { outlet, place: city } = parted(words, true);
    const rest = inside.slice(wired[0].length);
    const said = rest.trim() === '' ? NOBODY : namesRole(rest) ? credits(rest) : null;
    if (said && outlet && (outletEnd.test(outlet) || date))
      return make(outlet, city, date, shift(said.people, at + 1 + wired[0].length));
  }
  if (/^(?:作者|[系为為])/.test(inside) && /[系为為]/.test(inside)) return null;
  const skipped = /^(?:[综綜]合|据|據)\s*/.exec(inside)?.[0].length ?? 0;
  const words = inside.slice(skipped);
  const authored = AUTHORS.test(words);
  // (甲 乙) behind a sentence: who wrote it. Behind a title it may be a column's name.
  const names = !authored && /[。！？…”」]$/.test(before) && stopped.test(before.slice(0, -1)) && words.length <= 14;
  if (!authored && !names && !namesRole(words)) return null;
  const said = credits(wordsOf(words));
  if (!said?.people.length) return null;
  const reporter = /记者|記者|通讯员|通訊員|作者|员|生|者/.test(words);
  if (!reporter && !said.people.every((p) => isName(p.name) || p.name.includes('·'))) return null;
  return make(outletIn(words), said.place, null, shift(said.people, at + 1 + skipped));
}

const stopped = /[。！？；，]/;
const NOBODY: Credits = { people: [], place: null };

/** `…。本报记者 甲`, `…。（完）本报记者甲`: behind a sentence, to the line's end. */
function signed(line: string): Signature | null {
  const at = line.lastIndexOf('记者') < 0 ? line.lastIndexOf('記者') : line.lastIndexOf('记者');
  if (at < 12 || line.length - at > 24) return null;
  const start =
    Math.max(
      line.lastIndexOf('。', at),
      line.lastIndexOf('”', at),
      line.lastIndexOf('！', at),
      line.lastIndexOf('？', at),
    ) + 1;
  if (start === 0 || at - start > 12) return null;
  const words = line.slice(start);
  if (/[，,；;：:“”]/.test(words)) return null;
  const said = credits(words);
  if (!said?.people.length || !said.people.every((p) => isName(p.name)) || /[摄攝图圖]\s*$/.test(words)) return null;
  const first = start + (words.length - words.trimStart().length);
  return {
    place: 'end',
    from: first,
    to: line.length,
    outlet: outletIn(words),
    city: said.place,
    date: null,
    people: shift(said.people, start),
  };
}

interface Following {
  readonly to: number;
  readonly people: readonly Named[];
  /** Something sets the text apart: a bracket, a blank, a colon. */
  readonly apart: boolean;
}

/** The names that follow 讯 or 电, in brackets or bare (记者甲 乙 …, 记者甲报道：…), before the text begins. */
function following(head: string, at: number): Following {
  const rest = head.slice(at);
  const match = behind.exec(rest);
  if (match) {
    const said = credits(wordsOf(match[1]));
    const sure = said && said.people.length > 0 && (namesRole(match[1]) || said.people.every((p) => isName(p.name)));
    if (sure) {
      const inside = at + match[0].length - 1 - match[1].length;
      return { to: at + match[0].length, people: shift(said.people, inside), apart: true };
    }
  }
  const gap = /^[\s\u3000\u00a0:：]*/.exec(rest)?.[0].length ?? 0;
  const run = /^[\u4e00-\u9fff]{0,8}(?:记者|記者|通讯员|通訊員)/.test(rest.slice(gap)) ? running(head, at + gap) : null;
  return run ? { ...run, apart: true } : { to: at, people: [], apart: gap > 0 || match !== null };
}

const ROLE = /[\u4e00-\u9fffA-Za-z·—-]{0,16}?(?:记者|記者|通讯员|通訊員|实习生|實習生)[/／：:]?/y;
const NAME = /[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff][\s\u3000]{1,3}[\u4e00-\u9fff](?![\u4e00-\u9fff])/y;

/**
 * The reporters with whom a text begins without brackets (`记者黎晓 实习生何舟 `, `记者黎晓报道：`): names known as such to any
 * reader, as far as blanks, 、 and further roles go on; then a blank, a colon or 报道. Null where a sentence begins instead.
 */
function running(head: string, start: number): { to: number; people: readonly Named[]; place: string | null } | null {
  let at = start;
  let to = -1;
  const skip = (form: RegExp): string => {
    form.lastIndex = at;
    const found = form.exec(head)?.[0] ?? '';
    at += found.length;
    return found;
  };
  for (;;) {
    const role = skip(ROLE);
    if (!role && to < 0) return null;
    skip(/[\s\u3000\u00a0]*/y);
    const before = at;
    const word = skip(NAME);
    const told = /^(.{2,7}?)(?:[综綜]合|[摄攝]影)?[报報][导導道]$/.exec(word);
    if (told && /[\s\u3000\u00a0:：，,]/.test(head[at] ?? '')) {
      skip(/[\s\u3000\u00a0]*[:：]?/y);
      const said = credits(wordsOf(head.slice(start, at).replace(/[\s:：]+$/, '')));
      return said?.people.length && said.people.every((p) => isName(p.name))
        ? { to: at, people: shift(said.people, start), place: said.place }
        : null;
    }
    const name = word.replace(/[\s\u3000]/g, '');
    const ends = /[\s\u3000\u00a0、:：]/.test(head[at] ?? '');
    if (!isName(name) || !(ends || new RegExp(ROLE.source, 'y').test(head.slice(at, at + 5)))) {
      at = before;
      break;
    }
    to = at;
    const gap = skip(/[\s\u3000\u00a0、]*[:：]?/y);
    if (/[:：]$/.test(gap)) {
      to = at;
      break;
    }
  }
  if (to < 0 || !/[\s\u3000\u00a0:：]/.test(head[to] ?? head[to - 1])) return null;
  const said = credits(wordsOf(head.slice(start, to).replace(/[:：]$/, '')));
  return said?.people.length ? { to, people: shift(said.people, start), place: said.place } : null;
}

const shift = (named: readonly Named[], by: number): Named[] =>
  named.map((p) => ({ ...p, from: p.from + by, to: p.to + by }));

const outletIn = (text: string): string | null =>
  /^[\s\u3000□■◆]*(本[报報社台刊]|(?:(?!记者|記者|通讯员|通訊員)[\u4e00-\u9fff]){2,8}?[报報社台])/.exec(text)?.[1] ??
  null;

function signature(
  place: Signature['place'],
  line: string,
  to: number,
  outlet: string | null,
  city: string | null,
  date: string | null,
  named: readonly Named[],
): Signature {
  let start = 0;
  while (isBlank(line.charCodeAt(start))) start++;
  return {
    place,
    from: start,
    to: Math.min(to, line.trimEnd().length),
    outlet: outlet || null,
    city: city || null,
    date,
    people: named,
  };
}

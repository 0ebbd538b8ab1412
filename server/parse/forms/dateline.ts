import { isPlain, Trait, traitsOf } from '../traits';
import { namesRole } from './people';
import { reporting, running } from './reporters';
import {
  allNamed,
  BLANKS,
  BRACKET,
  CLOSE,
  creditsAt,
  HAN,
  OPEN,
  ORNAMENT,
  opensInWords,
  REACH,
  type Signature,
  signature,
} from './signature';

const DAY =
  '(?:(?:[0-9０-９]{4}年)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})月)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号號]';

/** So many characters at most stand before 讯 or 电: an outlet, places, a day. */
const LEAD = 60;

// A report (讯) or a wire (电) has its outlet before it. 资讯, 通讯, 电影 and their like are everyday words and open nothing.
const REPORT = '(?<![资通音喜问腾简])[讯訊](?!号|息|道|问|問|員|员|訊|录|錄|飞|速|断)';
const WIRE =
  '(?<!水|火|供|发|用|停|充|家|光|核|风|发)[电電](?![影视視话話力子台脑腦梯动動池信商网網器源告压流站缆工机报報])';
const DISPATCH = `(?:[综綜]合|[专專]|快|特|急|合)?(?:${REPORT}|${WIRE})|(?:[综綜]合)?消息|[综綜]合(?:外[电電])?[报報][道导導]`;
const form = new RegExp(
  `^(${ORNAMENT}${OPEN}?${BLANKS}(?:据|據|[综綜]合(?=[\\u4e00-\\u9fff]{2,6}社))?${BLANKS})([^（）()【】〔〕［］，,。；;：:！!？?…]{0,${LEAD}}?)(${DISPATCH})${BLANKS}(${CLOSE})?`,
);
const opened = new RegExp(OPEN);
const dayEnd = new RegExp(`${DAY}$`);
const outletHead = new RegExp(
  `^(本[报報刊社台网]|[${HAN}A-Za-z·“”-]{1,16}?(?:社|[报報]|[电電][视視]?台|广播|台|网|網|刊|客户端|融媒体?|新闻|线))`,
);
/** An outlet by its last word. */
const outletEnd = /(?:[报報社台网網刊端线]|融媒体?|新闻|发布|客户端)[”]?$/;

/** 本报讯, 新华社北京6月1日电, 本台消息 and what it says, as it stands at the beginning of some text. */
export interface Dispatch {
  /** What the text is then: a report (讯), a wire (电), news (消息). */
  readonly kind: 'report' | 'wire' | 'news';
  readonly outlet: string | null;
  readonly place: string | null;
  readonly date: string | null;
  /** Where the words before 讯 or 电 begin and what they are. */
  readonly at: number;
  readonly lead: string;
  readonly to: number;
  /** A bracket opens before it; and closes right behind it. */
  readonly open: boolean;
  readonly closed: boolean;
  /** 据…: it was taken from there. */
  readonly after: boolean;
}

const SIGNS = '讯訊电電';
const STOPS = '，,。；;：:！!？?…';

/** Whether a sign of a dispatch stands before the first pause: of most lines that ends the question after some characters. */
function mayDispatch(text: string): boolean {
  const reach = Math.min(text.length, LEAD + 20);
  for (let i = 0; i < reach; i++) {
    if (isPlain(text.charCodeAt(i))) continue;
    const character = text[i];
    if (SIGNS.includes(character)) return true;
    if (STOPS.includes(character)) return false;
    if (
      i > 0 &&
      (character === '息' ? text[i - 1] === '消' : '道导導'.includes(character) && '报報'.includes(text[i - 1]))
    )
      return true;
  }
  return false;
}

/** The dispatch that a text begins with, or null; whether it is believed is for who asks. */
export function dispatch(text: string): Dispatch | null {
  const match = mayDispatch(text) ? form.exec(text) : null;
  if (!match) return null;
  const [all, before, lead, sign, closing] = match;
  const kind = sign.endsWith('消息') ? 'news' : '电電'.includes(sign[sign.length - 1]) ? 'wire' : 'report';
  const [words, date] = apartFromDay(lead);
  const ahead = before.trim();
  // 晨星社岩港20日綜合報導 is worded as a wire; 甲／岩港報導 is a reporter's.
  const told = '道导導'.includes(sign[sign.length - 1]);
  if (told && /[／/]/.test(lead)) return null;
  // 本报北京、上海6月1日电: several places stand only behind an outlet and before a day and 电.
  const first = lead.indexOf('、');
  if (first >= 0 && !(kind === 'wire' && date && outletHead.test(lead.slice(0, first)))) return null;
  return {
    kind,
    ...parted(words, kind === 'wire' || told),
    date,
    at: before.length,
    lead,
    to: all.length,
    open: ahead !== '' && opened.test(ahead),
    closed: closing !== undefined,
    after: ahead !== '' && /[据據]/.test(ahead),
  };
}

/** What stands before 讯 and 电 but for the day, which stands last: whose, from where. */
function apartFromDay(lead: string): [words: string, date: string | null] {
  const words = lead.trimEnd();
  const day = traitsOf(words.charCodeAt(words.length - 1)) & Trait.Day ? dayEnd.exec(words) : null;
  return day ? [words.slice(0, day.index).trimEnd(), day[0]] : [words, null];
}

/** Whether an outlet is known as one by its form. */
export const isOutlet = (outlet: string | null): boolean =>
  outlet !== null && (/^[又本]/.test(outlet) || outletEnd.test(outlet));

/** The outlet and the place before 讯 or 电: 本报江州, 新华社江州, 路透伦敦, 江海晚报. */
function parted(words: string, wire: boolean): { outlet: string | null; place: string | null } {
  const text = ('据據'.includes(words.charAt(0)) ? words.slice(1) : words).trim();
  if (text === '') return { outlet: null, place: null };
  const head = wire || /^本/.test(text) ? outletHead.exec(text)?.[1] : outletEnd.test(text) ? text : undefined;
  if (head)
    return {
      outlet: head,
      place:
        text
          .slice(head.length)
          .replace(/^\s*综合$/, '')
          .trim() || null,
    };
  // An agency that is no outlet by its form has two characters: 路透伦敦, 法新巴黎.
  return wire && text.length >= 4 ? { outlet: text.slice(0, 2), place: text.slice(2) } : { outlet: text, place: null };
}

/** `X日报讯（记者 甲）…`, `本报北京6月1日电（记者甲）…`, `【本报讯】…`, `（中央社记者甲台北3日电）…`. */
export function dateline(line: string): Signature | null {
  const head = line.slice(0, REACH);
  const nested = opensInWords(head) ? null : nestedForm.exec(head);
  const inside = nested && creditsAt(nested[3], nested[1].length + nested[2].length);
  if (nested && inside) {
    const { outlet, place: city, date } = dispatch(nested[2]) ?? { outlet: null, place: null, date: null };
    return signature('start', line, { to: nested[0].length, outlet, city, date, people: inside.people });
  }
  const found = dispatch(head);
  if (!found || (found.open && !found.closed)) return null;
  const { kind, outlet, place: city, date } = found;
  // （中央社记者甲台北3日电）: the reporter stands between outlet and place.
  if (namesRole(found.lead)) {
    const words = `${found.lead.slice(0, found.lead.length - (date?.length ?? 0)).trimEnd()}电`;
    return found.open ? reporting(line, words, found.at, found.to, date) : null;
  }
  const { to, people, apart } = following(head, found.to);
  const credited = people.length > 0;
  const known = isOutlet(outlet);
  // A wire names its day or its reporters, or is nothing but its outlet's; a day right before 电 or 讯 is never prose.
  const believed = {
    news: credited || ((/^本/.test(outlet ?? '') || (known && found.after)) && (found.open || apart)),
    wire: outlet !== null && (date !== null || credited || found.open || (known && city === null)),
    report: credited || known || found.open || (date !== null && apart),
  };
  if (!believed[kind]) return null;
  // （新加坡12日讯）: the place alone, in brackets.
  const placed =
    found.open && outlet !== null && city === null && !known ? { outlet: null, city: outlet } : { outlet, city };
  return signature('start', line, { to, ...placed, date, people });
}

/** 【本報訊（記者 甲）】: the names within the dateline's own bracket. */
const nestedForm = new RegExp(
  `^(${ORNAMENT}[【〔［])([^（(【】]{1,20}[讯訊电電]\\s*[（(])([^（）()]{2,40})[）)]\\s*[】〕］]`,
);

const behind = new RegExp(`^${BLANKS}${BRACKET}`);
const roleAhead = /^[\u4e00-\u9fff]{0,8}(?:记者|記者|通讯员|通訊員)/;

/**
 * The names that follow 讯 or 电, in brackets or bare (记者甲 乙 …, 记者甲报道：…), before the text begins. `apart`: something sets
 * the text apart, a bracket, a blank or a colon.
 */
function following(head: string, at: number): Pick<Signature, 'to' | 'people'> & { readonly apart: boolean } {
  const rest = head.slice(at);
  const match = behind.exec(rest);
  if (match) {
    const to = at + match[0].length;
    const said = creditsAt(match[1], to - 1 - match[1].length);
    if (said && (namesRole(match[1]) || allNamed(said))) return { to, people: said.people, apart: true };
  }
  const gap = /^[\s\u3000\u00a0:：]*/.exec(rest)?.[0].length ?? 0;
  const run = roleAhead.test(rest.slice(gap)) ? running(head, at + gap) : null;
  return run ? { ...run, apart: true } : { to: at, people: [], apart: gap > 0 || match !== null };
}

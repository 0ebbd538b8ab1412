import { Trait } from '../traits';
import { bareNames } from './names';
import { englishPeople, type Named, namesRole, people } from './people';

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

const OPEN = '[（(〔［【]';
const CLOSE = '[）)〕］】]';
const BRACKET = `${OPEN}([^（）()〔〕［］【】。]{1,90})${CLOSE}`;
const opened = new RegExp(OPEN);
const ORNAMENT = '[□■◆◇●○▲△★☆▼◎※►▶•\\s\\u3000\\u00a0]*';
const DAY =
  '(?:(?:[0-9０-９]{4}年)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})月)?(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号號]';

// `…讯` and `…电` carry the outlet before them. 资讯, 通讯 and their like are everyday words and open no dateline.
const report = new RegExp(
  `^(${ORNAMENT}${OPEN}?\\s*据?\\s*)([\\u4e00-\\u9fffA-Za-z·“”]{0,14}?[^资通音喜问腾])[讯訊](?!号|息|道|问|員|员|訊|录|錄)\\s*(${CLOSE})?`,
);
const wire = new RegExp(
  `^(${ORNAMENT}${OPEN}?\\s*(?:据|據)?\\s*)([\\u4e00-\\u9fff]{0,8}?(?:本报|本報|社|报|報|台|网|本刊))((?:[\\u4e00-\\u9fff、·\\s]{1,24}?)??)\\s*(${DAY})?\\s*(?:[专專急综綜综合外合]{0,2})?[电電](?![影视視话話力子台脑腦梯动動池信商网網器源])\\s*(${CLOSE})?`,
);
const people1 = new RegExp(`^\\s*${BRACKET}`);
const bare =
  /^\s*((?:本[报報社台刊][\u4e00-\u9fff]{0,6})?(?:记者|記者|通讯员|通訊員)[^。，,；;!！?？“”]{2,40}?)(?:[报報][导導道])?\s*[:：]/;
const bracketed = new RegExp(`^${ORNAMENT}${BRACKET}`);
const from = new RegExp(
  `^${ORNAMENT}((?:本[报報社台刊])?[\\u4e00-\\u9fff]{0,8}(?:记者|記者))\\s*([\\u4e00-\\u9fff·、\\s\\u3000\\u00a0]{2,20}?)\\s*(?:发自|發自|自)([\\u4e00-\\u9fff]{2,8})(?:[报報][导導道])?`,
);
const ending = new RegExp(`${BRACKET}[。]?\\s*$`);
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

function dateline(line: string): Signature | null {
  const head = line.slice(0, 140);
  if (!/[讯訊电電]/.test(head.slice(0, 40))) return null;
  const match = /[讯訊]/.test(head) ? report.exec(head) : null;
  if (match && !/[，,。；;：:、！!？?]/.test(match[2])) {
    const open = opened.test(match[1]);
    const outlet = match[2].replace(/^据/, '');
    // 【本报讯】 closes its bracket at once; （本报讯 记者甲） closes it behind the names.
    if (!open || match[3]) {
      const names = following(head, match[0].length);
      const known = /[报報社台网網刊]$|^[又本]/.test(outlet);
      if ((names.people.length > 0 || known) && (known || outlet.length >= 1))
        return signature('start', line, names.to, outlet, null, null, names.people);
    }
  }
  const wired = /[电電]/.test(head) ? wire.exec(head) : null;
  if (wired) {
    const open = opened.test(wired[1]);
    if (!open || wired[5]) {
      const names = following(head, wired[0].length);
      const city = wired[3].trim().replace(/[\s\u3000\u00a0]+$/, '') || null;
      if (wired[4] || names.people.length > 0 || !city)
        return signature('start', line, names.to, wired[2], city, wired[4] ?? null, names.people);
    }
  }
  return null;
}

/** `〔記者甲／台北報導〕…`, `本报记者甲发自上海`, `(记者 甲)…`. */
function reporterLine(line: string): Signature | null {
  const head = line.slice(0, 140);
  if (!/记者|記者|通讯员|通訊員|[报報][导導道]/.test(head.slice(0, 60))) return null;
  const match = bracketed.exec(head);
  if (match && match[0].length < line.trimEnd().length) {
    const inside = match[1];
    const at = match[0].length - 1 - inside.length;
    const where = /^(.*?[^／/])\s*[／/]?\s*([\u4e00-\u9fff]{2,8}?)(?:专电|專電|[报報][导導道])$/.exec(inside);
    const words =
      where && !/[综綜]合/.test(inside)
        ? inside.slice(0, inside.lastIndexOf(where[2], inside.length - 2)).replace(/[／/\s]+$/, '')
        : inside;
    const named = namesRole(inside) ? people(words) : null;
    if (named && named.length > 0)
      return signature('start', line, match[0].length, outletIn(inside), where?.[2] ?? null, null, shift(named, at));
    if (/^本[报報].*[报報][导導道]$/.test(inside))
      return signature('start', line, match[0].length, inside.slice(0, 2), null, null, []);
  }
  const sent = head.includes('自') ? from.exec(head) : null;
  if (sent) {
    const named = people(sent[2]);
    if (named?.length) {
      const at = sent[0].indexOf(sent[2], sent[0].indexOf(sent[1]) + sent[1].length);
      const role = sent[1].replace(/^本[报報社台刊]/, '');
      return signature(
        'start',
        line,
        sent[0].length,
        outletIn(sent[1]),
        sent[3],
        null,
        shift(named, at).map((p) => ({ ...p, role })),
      );
    }
  }
  return null;
}

/** A line that is nothing but a byline, with or without ornament. */
function whole(line: string): Signature | null {
  const text = line.trim();
  if (text.length > 70 || /[。，；！？“”]/.test(text) || !namesRole(text)) return null;
  const lead = /^[□■◆◇●○▲△★☆▼◎※►▶•\s\u3000\u00a0]*/.exec(line)?.[0].length ?? 0;
  let body = line.slice(lead).trimEnd();
  const enclosed = /^[（(【〔](.*)[）)】〕]$/.exec(body);
  const inner = enclosed ? enclosed[1] : body;
  const at = lead + (enclosed ? 1 : 0);
  body = inner.replace(/[\s\u3000]*(?:文\s*[/／]?\s*[图圖]|[摄攝]影[报報][道导]|[报報][道導导])$/, '');
  if (/[（(【〔]/.test(body)) return null;
  const known =
    /^(?:[\u4e00-\u9fff]{0,10}?(?:本[报報社台刊]|[报報社台]))?[\u4e00-\u9fff]{0,8}?(?:记者|記者|通讯员|通訊員|评论员|評論員|特约撰稿人?|实习生|撰文|撰稿|作者|[文]|采写|采访|整理)[\s\u3000\u00a0/／:：|｜、]*/.exec(
      body,
    );
  if (!known) return null;
  const named = people(body);
  if (!named || named.length === 0 || named.length > 16) return null;
  if (named.every((p) => p.role === null)) return null;
  return { ...signature('whole', line, line.length, outletIn(body), null, null, shift(named, at)), from: lead };
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

const CLOSES = '）)〕】';

/** The byline in brackets with which a paragraph ends: `（本报记者 甲）`, `（新华社北京6月1日电）`. */
export function closing(line: string): Signature | null {
  const trimmed = line.trimEnd();
  if (!CLOSES.includes(trimmed[trimmed.length - 1]) && !CLOSES.includes(trimmed[trimmed.length - 2])) return null;
  const start = Math.max(0, line.length - 110);
  const match = ending.exec(line.slice(start));
  if (!match) return null;
  const inside = match[1];
  const at = start + match.index;
  const place = line.slice(0, at).trim() === '' ? 'whole' : 'end';
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
  const wired = wire.exec(inside);
  if (wired) {
    const rest = inside.slice(wired[0].length);
    const named = rest.trim() === '' ? [] : namesRole(rest) ? people(rest) : null;
    if (named) return make(wired[2], wired[3] || null, wired[4] ?? null, shift(named, at + 1 + wired[0].length));
  }
  if (!namesRole(inside)) return null;
  if (/^(?:作者|[系为為])/.test(inside) && /[系为為]/.test(inside)) return null;
  const plain = inside
    .replace(/^(?:[综綜]合|据|據)\s*/, '')
    .replace(/(?:参与|參與)?(?:采写|采访整理|采访|整理|[报報][道導导])$/, '');
  const named = namesRole(plain) ? people(plain) : null;
  return named?.length ? make(outletIn(inside), null, null, shift(named, at + 1 + inside.indexOf(plain))) : null;
}

/** The names that follow 讯 or 电, in brackets or with a bare 记者甲: before the text begins. */
function following(head: string, at: number): { to: number; people: readonly Named[] } {
  const rest = head.slice(at);
  const match = people1.exec(rest);
  if (match && namesRole(match[1])) {
    const named = people(match[1]);
    if (named) return { to: at + match[0].length, people: shift(named, at + match[0].length - 1 - match[1].length) };
  }
  const open =
    bare.exec(rest) ??
    /^\s*((?:记者|記者)[\s\u3000]*[\u4e00-\u9fff]{2,3}(?:[\s\u3000、]+[\u4e00-\u9fff]{2,3})*)(?=[\s\u3000]{1,3}[^\s])/.exec(
      rest,
    );
  if (open) {
    const words = open[1].replace(/[报報][导導道]$/, '');
    const named = people(words);
    if (named?.length) return { to: at + open[0].length, people: shift(named, at + open[0].indexOf(open[1])) };
  }
  return { to: at, people: [] };
}

const shift = (named: readonly Named[], by: number): Named[] =>
  named.map((p) => ({ ...p, from: p.from + by, to: p.to + by }));

const outletIn = (text: string): string | null =>
  /^[\s\u3000□■◆]*((?:本[报報社台刊])|[\u4e00-\u9fff]{2,8}?(?:[报報社台]))/.exec(text)?.[1] ?? null;

function signature(
  place: Signature['place'],
  line: string,
  to: number,
  outlet: string | null,
  city: string | null,
  date: string | null,
  named: readonly Named[],
): Signature {
  const start = line.length - line.trimStart().length;
  return {
    place,
    from: start,
    to: Math.min(to, line.trimEnd().length),
    outlet: outlet || null,
    city,
    date,
    people: named,
  };
}

import { pageAt } from '../parse/places';
import type { Byline, Page, Sheet } from '../parse/sheet';
import type { Span } from '../text/span';
import { message } from '../text/words';
import { DATE, DAY, DAYS, dateIn, dateOf, daysBetween, exists, isoOf, like, numberOf } from './calendar';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A date that contradicts the weekday printed beside it, that no calendar has (2月30日), or that the issue's own date rules
 * out: a dispatch is not dated after the paper that prints it, nor weeks before; a page is not of another day than the
 * pages on both sides of it. Which of the two is wrong nobody here can know: both readings are offered. A date without a
 * year is taken for the one nearest to the page's own date; where no page prints one, nothing is claimed.
 */
export const dateConflict: Rule = {
  code: 'date-conflict',
  title: { en: 'Date conflict', zh: '日期矛盾' },
  severity: 'information',
  *find({ sheet }): Generator<Finding> {
    yield* besideWeekday(sheet);
    yield* datelines(sheet);
    yield* pages(sheet);
  },
  fix({ sheet }: Context, { span }: Problem): Fix[] {
    const printed = sheet.text.slice(span.from, span.to);
    const [match] = printed.matchAll(DATE);
    if (!match) return [];
    const near = issueDate(sheet, span.from);
    const date = dateIn(match);
    if (match[4]) return [...weekdayFix(sheet, span, dateOf(date, near)), ...dayFixes(sheet, span, match, near)];
    return sheet.articles.some((article) => article.bylines.some((line) => contains(line.span, span)))
      ? dispatchFixes(sheet, span, match, near)
      : [];
  },
};

const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** News speaks of days without their year only within so many days. */
const NEAR = 62;

function* besideWeekday(sheet: Sheet): Generator<Finding> {
  for (const match of sheet.text.toString().matchAll(DATE)) {
    const [printed, year, , , weekday] = match;
    const span = { from: match.index, to: match.index + printed.length };
    const said = dateIn(match);
    if (!exists(said)) {
      yield { span, confidence: 'high', message: message(IMPOSSIBLE, printed) };
      continue;
    }
    if (!weekday) continue;
    const near = issueDate(sheet, match.index);
    const date = dateOf(said, near);
    if (!date || (!year && near && Math.abs(daysBetween(date, near)) > NEAR)) continue;
    if (date.getUTCDay() === DAYS.indexOf(weekday.replace('天', '日'))) continue;
    const right = DAYS[date.getUTCDay()];
    yield { span, confidence: year ? 'high' : 'medium', message: message(WEEKDAY, isoOf(date), right, printed) };
  }
}

/** A dispatch is printed the next day, or some days later where news travel slowly; weeks later none is. */
const OLDEST = 31;

/** Dispatches dated after their paper or weeks before it. Where most of a page are, its folio is what is wrong. */
function* datelines(sheet: Sheet): Generator<Finding> {
  const onPage = new Map<Page, { count: number; wrong: Finding[] }>();
  for (const { bylines } of sheet.articles) {
    for (const byline of bylines) {
      const page = pageAt(sheet, byline.line);
      const span = dateSpan(sheet, byline);
      if (!page?.date || !span) continue;
      const tally = onPage.get(page) ?? { count: 0, wrong: [] };
      onPage.set(page, tally);
      tally.count++;
      const finding = dispatched(sheet, page.date, span);
      if (finding) tally.wrong.push(finding);
    }
  }
  for (const [page, { count, wrong }] of onPage) {
    if (wrong.length < MANY || wrong.length * 2 <= count) yield* wrong;
    else yield { span: page.span, confidence: 'medium', message: message(FOLIO, page.date ?? '', wrong.length, count) };
  }
}

/** From so many contradictions on it is asked which side is alone. */
const MANY = 2;

function dispatched({ text }: Sheet, paper: string, span: Span): Finding | null {
  const near = new Date(`${paper}T00:00:00Z`);
  const [match] = text.slice(span.from, span.to).matchAll(DATE);
  const date = exists(dateIn(match)) ? dateOf(dateIn(match), near) : null;
  const days = date ? daysBetween(date, near) : 0;
  if (days <= 0 && days >= -OLDEST) return null;
  return { span, confidence: 'high', message: message(days > 0 ? LATE : EARLY, match[0], paper, Math.abs(days)) };
}

function dateSpan({ text }: Sheet, { date, span }: Byline): Span | null {
  if (date === null) return null;
  const [match] = text.slice(span.from, span.to).matchAll(DATE);
  return match ? { from: span.from + match.index, to: span.from + match.index + match[0].length } : null;
}

/** A page whose folio contradicts its own weekday, or differs from two pages that agree, the one before and the one after. */
function* pages({ text, pages }: Sheet): Generator<Finding> {
  for (const [i, { span, date, weekday }] of pages.entries()) {
    if (date === null) continue;
    const printed = text.slice(span.from, span.to);
    const day = new Date(`${date}T00:00:00Z`).getUTCDay();
    const [before, after] = [pages[i - 1]?.date, pages[i + 1]?.date];
    if (weekday !== null && weekday % 7 !== day && ![...printed.matchAll(DATE)].some((match) => match[4]))
      yield { span, confidence: 'high', message: message(WEEKDAY, date, DAYS[day], printed.trim()) };
    else if (before && before === after && before !== date)
      yield { span, confidence: 'high', message: message(AMONG, date, before) };
  }
}

/** The date of the page on which an offset stands, else the first that any page prints. */
function issueDate(sheet: Sheet, offset: number): Date | null {
  const date = pageAt(sheet, sheet.text.lineAt(offset))?.date ?? sheet.pages.find((page) => page.date !== null)?.date;
  return date ? new Date(`${date}T00:00:00Z`) : null;
}

function weekdayFix({ text }: Sheet, { to }: Span, date: Date | null): Fix[] {
  if (!date) return [];
  const insert = DAYS[date.getUTCDay()];
  const removes = text.slice(to - 1, to);
  const title = message({ en: 'Write the weekday of that date: {0}', zh: '按日期改为星期{0}' }, insert);
  return [{ title, tier: 'possible', edits: [{ from: to - 1, to, insert }], declares: { removes, adds: insert } }];
}

/** The days nearest to the printed one that have the printed weekday. */
function dayFixes(sheet: Sheet, span: Span, match: RegExpMatchArray, near: Date | null): Fix[] {
  const date = dateOf(dateIn(match), near);
  if (!date) return [];
  const ahead = (DAYS.indexOf((match[4] ?? '').replace('天', '日')) - date.getUTCDay() + 7) % 7;
  return [ahead, ahead - 7]
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .flatMap((days) => rewritten(sheet, span, match, new Date(+date + days * DAY)));
}

/** The days just before the paper's that share the printed month or the printed day. */
function dispatchFixes(sheet: Sheet, span: Span, match: RegExpMatchArray, near: Date | null): Fix[] {
  if (!near) return [];
  const { month, day } = dateIn(match);
  return [1, 0, 2, 3]
    .map((ago) => new Date(+near - ago * DAY))
    .filter((date) => date.getUTCDate() === day || date.getUTCMonth() + 1 === month)
    .slice(0, 2)
    .flatMap((date) => rewritten(sheet, span, match, date));
}

/** The fix that writes another month and day, in the width and with the zeros of the old ones; the year stays. */
function rewritten({ text }: Sheet, span: Span, match: RegExpMatchArray, date: Date): Fix[] {
  const [, year, month, day] = match;
  if (year && numberOf(year) !== date.getUTCFullYear()) return [];
  const insert = `${like(month, date.getUTCMonth() + 1)}月${like(day, date.getUTCDate())}`;
  const from = span.from + (match.index ?? 0) + (year ? year.length + 1 : 0);
  const to = from + month.length + 1 + day.length;
  const title = message({ en: 'Write {0}日 instead', zh: '改为{0}日' }, insert);
  return [
    {
      title,
      tier: 'possible',
      edits: [{ from, to, insert }],
      declares: { removes: text.slice(from, to), adds: insert },
    },
  ];
}

const WEEKDAY = {
  en: '{0} was a 星期{1}, but “{2}” is printed. Either the date or the weekday is wrong: check which.',
  zh: '{0} 是星期{1}，此处却作“{2}”。日期与星期必有一误，请核对。',
};
const IMPOSSIBLE = {
  en: 'No calendar has “{0}”. Check the date.',
  zh: '“{0}”这一天并不存在。请核对日期。',
};
const LATE = {
  en: 'A dispatch of {0} cannot stand in a paper of {1}, {2} days earlier. Either date is wrong: check which.',
  zh: '{1} 的报纸不可能刊出 {2} 天之后（{0}）的电讯。两个日期必有一误，请核对。',
};
const EARLY = {
  en: 'A dispatch of {0} stands in a paper of {1}, {2} days later. Either date is probably wrong: check which.',
  zh: '{1} 的报纸刊出了 {2} 天之前（{0}）的电讯。两个日期恐有一误，请核对。',
};
const FOLIO = {
  en: 'The page says {0}, but {1} of its {2} dispatches are of days that rule this out. Check the date of the page.',
  zh: '本版日期为 {0}，而版上 {2} 条电讯中有 {1} 条的日期与之不合。请核对本版的日期。',
};
const AMONG = {
  en: 'The page says {0}, the pages before and after it say {1}. Check the date of the page.',
  zh: '本版日期为 {0}，前后两版却都是 {1}。请核对本版的日期。',
};

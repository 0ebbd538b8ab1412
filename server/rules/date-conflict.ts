import type { Sheet } from '../parse/sheet';
import { message } from '../text/words';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A date that contradicts the weekday printed beside it, or that no calendar has (2月30日). A date without a year is taken
 * for the one nearest to the page's own date; where no page prints one, nothing is claimed.
 */
export const dateConflict: Rule = {
  code: 'date-conflict',
  title: { en: 'Date conflict', zh: '日期矛盾' },
  severity: 'warning',
  *find({ sheet }): Generator<Finding> {
    let page = 0;
    for (const match of sheet.text.toString().matchAll(DATE)) {
      while (page < sheet.pages.length && sheet.pages[page].span.from <= match.index) page++;
      const finding = conflict(match, issueDate(sheet, page - 1));
      if (finding) yield finding;
    }
  },
  fix({ sheet: { text } }: Context, { span }: Problem): Fix[] {
    const printed = text.slice(span.from, span.to);
    const start = printed.search(WEEKDAY);
    const match = [...printed.matchAll(DATE)][0];
    const date = match && start >= 0 ? dateOf(match, null) : null;
    if (!date) return [];
    const from = span.from + printed.length - 1;
    const insert = DAYS[date.getUTCDay()];
    return [
      {
        title: message({ en: 'Write the weekday of that date: {0}', zh: '按日期改为星期{0}' }, insert),
        tier: 'possible',
        edits: [{ from, to: span.to, insert }],
        declares: { removes: text.slice(from, span.to), adds: insert },
      },
    ];
  },
};

const DAYS = '日一二三四五六';
const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]$/;
const DIGITS = '[0-9０-９]';
const DATE = new RegExp(
  `(?:(${DIGITS}{4})年)?(?<!${DIGITS})(${DIGITS}{1,2})月(${DIGITS}{1,2})日(?:[ \\u00A0\\u3000]{0,3}[（(，,]?(?:星期|周|礼拜)([一二三四五六日天])(?![一二三四五六日天末岁年刊报线]))?`,
  'g',
);

const number = (digits: string): number => Number(digits.normalize('NFKC'));

/** A date as printed; one without a year is the nearest to `near`. Null where the year cannot be known. */
function dateOf([, year, month, day]: RegExpMatchArray, near: Date | null): Date | null {
  const on = (y: number): Date => new Date(Date.UTC(y, number(month) - 1, number(day)));
  if (year) return on(number(year));
  if (!near) return null;
  const y = near.getUTCFullYear();
  return [y - 1, y, y + 1].map(on).sort((a, b) => Math.abs(+a - +near) - Math.abs(+b - +near))[0];
}

/** Days of a month in the longest year. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function conflict(match: RegExpMatchArray, near: Date | null): Finding | null {
  const [printed, year, month, day, weekday] = match;
  const at = match.index as number;
  const span = { from: at, to: at + printed.length };
  const [m, d] = [number(month), number(day)];
  const exists = m >= 1 && m <= 12 && d >= 1 && d <= LENGTHS[m - 1];
  const leap = !year || m !== 2 || d !== 29 || dateOf(match, null)?.getUTCMonth() === 1;
  if (!exists || !leap) return { span, confidence: 'high', message: message(IMPOSSIBLE, printed) };
  if (!weekday) return null;
  const date = dateOf(match, near);
  if (!date || (!year && near && Math.abs(+date - +near) > NEAR)) return null;
  const wanted = '天' === weekday ? 0 : DAYS.indexOf(weekday);
  if (date.getUTCDay() === wanted) return null;
  const full = date.toISOString().slice(0, 10);
  return { span, confidence: year ? 'high' : 'medium', message: message(FOUND, full, DAYS[date.getUTCDay()], printed) };
}

/** News speaks of days without their year only within so many milliseconds (two months). */
const NEAR = 62 * 86_400_000;

function issueDate({ pages }: Sheet, page: number): Date | null {
  const date = pages[page]?.date ?? pages.find((p) => p.date !== null)?.date;
  return date ? new Date(`${date}T00:00:00Z`) : null;
}

const FOUND = {
  en: '{0} was a 星期{1}, but “{2}” is printed. Either the date or the weekday is wrong: check which.',
  zh: '{0} 是星期{1}，此处却作“{2}”。日期与星期必有一误，请核对。',
};
const IMPOSSIBLE = {
  en: 'No calendar has “{0}”. Check the date.',
  zh: '“{0}”这一天并不存在。请核对日期。',
};

/** A month and day as printed, perhaps with its year; digits of either width. */
export interface PrintedDate {
  readonly year: number | null;
  /** 1 to 12 and 1 to 31 where the date can be. */
  readonly month: number;
  readonly day: number;
}

export const DAY = 86_400_000;

/** 日一二三四五六: the weekdays, Sunday first, as `Date.getUTCDay` counts. */
export const DAYS = '日一二三四五六';

export const numberOf = (digits: string): number => Number(digits.normalize('NFKC'));

/** Days of a month in the longest year. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether some calendar has the day; a 29 February in the year printed. */
export function exists({ year, month, day }: PrintedDate): boolean {
  if (month < 1 || month > 12 || day < 1 || day > LENGTHS[month - 1]) return false;
  return year === null || on(year, month, day).getUTCMonth() === month - 1;
}

export const on = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));

/** The day meant; without a year the one nearest to `near`. Null where the year cannot be known. */
export function dateOf({ year, month, day }: PrintedDate, near: Date | null): Date | null {
  if (year !== null) return on(year, month, day);
  if (!near) return null;
  const y = near.getUTCFullYear();
  return [y - 1, y, y + 1]
    .map((each) => on(each, month, day))
    .sort((a, b) => Math.abs(+a - +near) - Math.abs(+b - +near))[0];
}

export const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

/** How many days `date` lies after `other`. */
export const daysBetween = (date: Date, other: Date): number => Math.round((+date - +other) / DAY);

const DIGITS = '[0-9０-９]';
/** A month and day, perhaps with a year before them and a weekday behind them: groups 1 to 4. */
export const DATE = new RegExp(
  `(?:(${DIGITS}{4})年)?(?<!${DIGITS})(${DIGITS}{1,2})月(${DIGITS}{1,2})日(?:[ \\u00A0\\u3000]{0,3}[（(，,]?(?:星期|周|礼拜)([一二三四五六日天])(?![一二三四五六日天末岁年刊报线]))?`,
  'g',
);

export const dateIn = ([, year, month, day]: RegExpMatchArray): PrintedDate => ({
  year: year ? numberOf(year) : null,
  month: numberOf(month),
  day: numberOf(day),
});

/** A number written as another is: its digits' width, and a zero in front where that has one. */
export function like(printed: string, value: number): string {
  const digits = /^[0０]/.test(printed) ? String(value).padStart(2, '0') : String(value);
  return /[０-９]/.test(printed) ? digits.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : digits;
}

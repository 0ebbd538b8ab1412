/** How a paper prints what is not its text: page headers, bylines, references to other pages. Pages are 1-based numbers. */
export interface House {
  folio(page: number, name: string, date: Date): string;
  /** What a text opens with, before its first sentence. */
  opening(paper: string, people: readonly string[]): string;
  /** A byline on a line of its own. */
  byline(paper: string, people: readonly string[]): string;
  cut(page: number, mark: string): string;
  resumed(page: number, mark: string): string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const chinese = (n: number): string => (n < 10 ? '' : '十') + (n % 10 === 0 ? '' : '一二三四五六七八九'[(n % 10) - 1]);
const weekday = (date: Date): string => `星期${'日一二三四五六'[date.getUTCDay()]}`;
const day = (date: Date): string => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
const dotted = (date: Date): string => date.toISOString().slice(0, 10).replace(/-/g, '.');
const padded = (people: readonly string[]): string =>
  people.map((name) => (name.length === 2 ? [...name].join('\u3000') : name)).join(' ');

/** The forms that our invented papers print, but for the brackets of their references. */
export const plain = ([open, close]: readonly [string, string]): House => ({
  folio: (page, name, date) => `${day(date)} ${weekday(date)} 第${two(page)}版：${name}`,
  opening: (paper, people) => `${paper}讯（全媒体记者 ${people.join(' ')}）`,
  byline: (_, people) => `□本报记者 ${people.join(' ')}`,
  cut: (page, mark) => `${open || ' '}下转${two(page)}版${mark}${close}`,
  resumed: (page, mark) => `${open}上接${two(page)}版${mark}${close || ' '}`,
});

/** Forms of papers elsewhere: kinds that a reader knows at once, however rare each is. */
export const ELSEWHERE: readonly House[] = [
  {
    folio: (page, name) => `A${two(page)} ${name}`,
    opening: (_, people) => `本报6月1日讯（记者${people.join('、')}）`,
    byline: (_, people) => `文/本报记者 ${people.join(' ')}`,
    cut: (page, mark) => `▶下转A${two(page)}版${mark}`,
    resumed: (page, mark) => `◀上接A${two(page)}版${mark} `,
  },
  {
    folio: (page, name) => `${name} ${two(page)}`,
    opening: (paper, people) => `【${paper}讯】记者${people.join('、')}报道：`,
    byline: (paper, people) => `${paper}全媒体记者 ${padded(people)}`,
    cut: (page, mark) => `（紧转${chinese(page)}版${mark}）`,
    resumed: (page, mark) => `（紧接${chinese(page)}版${mark}）`,
  },
  {
    folio: (page, name, date) => `${dotted(date)} ${weekday(date)} ${two(page)}版 ${name}`,
    opening: (_, people) => `本报讯 记者${people.join(' ')} `,
    byline: (_, people) => `□ ${padded(people)}`,
    cut: (page, mark) => `→转${page}版${mark}`,
    resumed: (page, mark) => `←接${page}版${mark} `,
  },
  {
    folio: (page, name) => `【${two(page)}版】${name}`,
    opening: (_, people) => `（记者 ${people.join(' ')}）`,
    byline: (_, people) => `采写/本报记者 ${people.join(' ')}`,
    cut: (page, mark) => `（未完，转第${page}版${mark}）`,
    resumed: (page, mark) => `（续第${page}版${mark}）`,
  },
  {
    folio: (page, _, date) => `青岩日报 ${day(date)} ${weekday(date)} ${page}`,
    opening: (_, people) => `本报白渡讯（首席记者 ${people.join(' 实习生 ')}）`,
    byline: (_, people) => `本报首席记者 ${people[0]} 文${people.length > 1 ? ` ${people[1]} 图` : '/图'}`,
    cut: (page, mark) => `（余文见第${chinese(page)}版${mark}）`,
    resumed: (page, mark) => `（上承第${chinese(page)}版${mark}）`,
  },
  {
    folio: (page) => `版次：${two(page)}`,
    opening: (_, people) => `〔記者${people.join('、')}／白渡報導〕`,
    byline: (_, people) => `記者${people.join('、')}／白渡報導`,
    cut: (page, mark) => `（下转A${two(page)}${mark}）`,
    resumed: (page, mark) => `（上接A${two(page)}${mark}）`,
  },
  {
    folio: (page, name) => `${page}版/${name}`,
    opening: (_, people) => `本报讯（${people.join(' ')}）`,
    byline: (paper, people) => `${paper}·渡口新闻 记者 ${people[0]}${people.length > 1 ? ` 通讯员 ${people[1]}` : ''}`,
    cut: (page, mark) => `【下转 ${page} 版${mark}】`,
    resumed: (page, mark) => `【上接 ${page} 版${mark}】`,
  },
  {
    folio: (page, name) => `第${chinese(page)}版·${name}`,
    opening: (_, people) => `记者${people.join('、')}报道：`,
    byline: (_, people) => `撰文：${people.join(' ')}`,
    cut: (page, mark) => `（下转要闻${page}版${mark}）`,
    resumed: (page, mark) => `（自第${page}版接来${mark}）`,
  },
];

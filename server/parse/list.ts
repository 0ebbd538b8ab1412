import { Char, kindOf } from './chars';
import { End, Start } from './edges';
import type { Line } from './line';

/** What the items of a list have in common: how they begin, or end. A line by itself is none: its neighbours make it one. */
export enum Item {
  None,
  /** 07:30 早安澄湖 */
  Timed,
  /** 一、先进集体 */
  Numbered,
  /** ▲上白每石十一元 */
  Bulleted,
  /** 一等奖：三十七注, 线路一　城区—梅坞, 4.7万　　新增的图书馆 */
  Labelled,
  /** 岳清（石磨岭乡） */
  Bracketed,
  /** 特别奖 12345678 */
  Counted,
  /** 老矿区长出新森林　　5版: of an index to the pages */
  Paged,
}

/** In columns: a longer line is a paragraph, whatever it begins with. */
const LONGEST = 60;
/** A headline that ends in its column's name is longer. */
const SHORT = 40;
const OPENS_ITEM: ReadonlySet<Start> = new Set([Start.Han, Start.Latin, Start.Digit, Start.Title]);
const timed = /^(?:[01]?\d|2[0-3])[:：.][0-5]\d\s/;
const labelled = /^(?:[^：:，,\s]{1,8}|[A-Z][^：:,]{0,24})[：:]./;
/** 线路一　城区—梅坞, 第二组　望山队: counted, and set off by a blank. */
const counting =
  /^(?:第[一二三四五六七八九十\d]{1,2}[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,3}[一二三四五六七八九十\d]{1,2})[ \u3000]+[^\s，。]/; /** 4.7万　　去年新增的图书馆: a figure, and what it counts. */
const figured = /^\d[\d,.]*[万亿萬億]?[%％\u4e00-\u9fff]{0,2}[ \u3000]+[\u4e00-\u9fff]/;
const COUNTS = '0123456789%％元点分注℃';
const counted = /(?:[\s，,][$￥]?)\d[\d,.]*[%％元点分注℃]?$/;

/** What a line would be in a list. `words`: it without blanks at its ends. */
export function itemOf(words: string, columns: number, start: Start, end: End): Item {
  if (columns > LONGEST) return Item.None;
  const last = words[words.length - 1];
  if (last === '版' && paged.test(words) && !/\d年|星期/.test(words)) return Item.Paged;
  if (start === Start.Numbered) return Item.Numbered;
  if (start === Start.Bullet) return Item.Bulleted;
  if (start === Start.Digit && timed.test(words)) return Item.Timed;
  if (labelled.test(words) || counting.test(words) || figured.test(words)) return Item.Labelled;
  if (end === End.Paren && OPENS_ITEM.has(start) && columns <= SHORT) return Item.Bracketed;
  return COUNTS.includes(last) && counted.test(words) ? Item.Counted : Item.None;
}

const paged = /^\S.{3,}[\s\u3000…·.]+(?:第|[转轉见見])?\s?[A-Z]?\d{1,2}\s?版$/;

/** So many lines of one kind in a row are a list; headlines with the pages where they stand are one by two. */
const FEWEST = 3;
const FEWEST_PAGED = 2;

/** Whether line `i` is one of several items that stand in a row. */
export function inList(lines: readonly Line[], i: number): boolean {
  const { item } = lines[i];
  if (item === Item.None) return false;
  const fewest = item === Item.Paged ? FEWEST_PAGED : FEWEST;
  let run = 1;
  for (let j = i - 1; j > i - fewest && lines[j]?.item === item; j--) run++;
  for (let j = i + 1; j < i + fewest && lines[j]?.item === item; j++) run++;
  return run >= fewest;
}

/** In columns: a line of a poem, a name, a few words. */
const BARE = 44;
/** So many bare lines before and behind a line: no headline has that many. */
const AROUND = 3;

/** Whether line `i` is amid many that are nothing but a few words: a roll of names, verse without marks, a table set cell by cell. */
export function amidBareLines(lines: readonly Line[], i: number): boolean {
  if (i < AROUND || i + AROUND >= lines.length) return false;
  for (let j = i - AROUND; j <= i + AROUND; j++) if (!isBare(lines[j])) return false;
  return true;
}

function isBare(line: Line): boolean {
  if (line.columns > BARE || line.stops + line.pauses > 0) return false;
  const last = kindOf(line.text.charCodeAt(line.last - 1));
  if (last === Char.Stop || last === Char.Pause) return false;
  const spoken = line.folio?.strong || line.section || line.jump || line.closing || line.resumption;
  return !spoken && (line.signature?.weak ?? true);
}

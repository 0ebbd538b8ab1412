import { columns } from '../parse/chars';
import type { Sheet } from '../parse/sheet';
import { straddles } from './straddle';

// Lines that stand one below the other by design: verse, lists, a head below its text. None of them is a broken paragraph.

/** In half-width columns: a longer line is no verse and no list's item. */
const SHORT = 40;
/** How far a line may fall short of the file's measure and still fill it. */
const SLACK = 4;
/** Lines on either side that tell whether a stretch was cut at a width of its own. */
const AROUND = 4;

/**
 * Whether lines `line` and `next` (0-based) are set as lines: both short of the file's measure, and not cut at one width as the
 * lines of a narrow column are. Of 1,443 cut paragraphs in the labelled texts none is cut into two such lines.
 */
export function isVerse(sheet: Sheet, line: number, next: number): boolean {
  const measure = sheet.profile.wrapWidth;
  const width = (at: number): number => columns(sheet.text.line(at).trimEnd());
  const short = (own: number): boolean => own <= SHORT && !(measure !== null && own >= measure - SLACK);
  const own = width(line);
  if (!short(own) || !short(width(next))) return false;
  let alike = 0;
  let paused = 0;
  for (let at = Math.max(0, line - AROUND); at <= Math.min(sheet.text.lineCount - 1, next + AROUND); at++) {
    if (Math.abs(width(at) - own) > 2) continue;
    alike++;
    if (/[，。、；：！？,.;:!?”」]$/.test(sheet.text.line(at).trim())) paused++;
  }
  return alike < AROUND || paused * 2 > alike;
}

/** How an item of a programme, a table of results or a cast begins. */
const openings = [/^[0-9]{1,2}[:：.][0-9]{2}(?![0-9])/, /^[^，。；！？：:（(]{1,14}[：:]/];

/** Whether both lines begin as items of one list do: 07:30 … below 07:00 …, 二等奖：… below 一等奖：…. */
export const isListed = (before: string, after: string): boolean =>
  openings.some((opening) => opening.test(before) && opening.test(after));

/** In half-width columns: the longest label that stands above a column of its own. */
const LABEL = 16;

/** Whether what follows is a few words without any mark, no rest of a sentence: 棋局, 广告. */
export const isLabel = (before: string, after: string): boolean =>
  columns(after) <= LABEL && !/[，。、；：！？,.;:!?”’」』）)…]/.test(after) && !straddles(before, after);

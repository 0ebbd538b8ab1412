import type { BlockKind, Sheet } from '../parse/sheet';
import { wordsIn } from '../text/segmenter';
import type { Text } from '../text/text';
import { alone } from './marks';
import { cutProbability } from './opening';
import { type Paragraph, paragraphs } from './paragraphs';

/** A clause, a stop or a number that the line end between `before` and `after` cuts (GB/T 15834 for the marks). */
export function straddles(before: string, after: string): boolean {
  const marks = /[，、；,;（(《“‘「『【〔]$/.test(before) || /^[，。、；：！？）》”’」』】〕…—%％,.;:!?)]/.test(after);
  return marks || (/[0-9０-９.]$/.test(before) && /^[0-9０-９.]/.test(after));
}

/** Whether a word reaches over the line end, by the host's dictionary: a witness for the few that nothing else settles. */
export function cutsWord(before: string, after: string): boolean {
  const head = before.slice(-REACH);
  for (const { index } of wordsIn(head + after.slice(0, REACH))) if (index === head.length) return false;
  return true;
}

/** Characters on either side that tell whether a word straddles. */
const REACH = 8;

/** Words after which no sentence and no heading ends. */
const hanging = /[和与及或的了在到对向从把被将为以于由是等就也都而但]$/;
/** A bracket that goes on behind what it encloses, or leads to another page; a note may be one bracket. */
const bracketed = /^[（(](?:(?![^（()）]*[）)]$)|[上下转轉接])/;

/** Words that want others before or behind them, or an opening that no paragraph has. */
const wantsMore = (before: string, after: string): boolean =>
  hanging.test(before) || /^[（(](?![^（()）]*[）)]$)/.test(after) || cutProbability(after, '') > 0.5;

/** Whether a sentence ends with the line and what follows is a note or a signature on a line of its own (（水木）, ——编者). */
export const isAside = (before: string, after: string): boolean => ASIDE.test(after) && endsSentence(before);

/** Whether a sentence ends with the line, quotations and brackets closed behind it. */
export const endsSentence = (line: string): boolean => /[。！？!?][”’」』）)]*$/.test(line.trimEnd().slice(-4));

/** References belong to the text. */
const ASIDE = /^(?:[（(][^（()）转轉接]{1,40}[）)]|——[^转轉接]{1,12})$/;

/**
 * Whether something beside the recogniser says that a line (0-based) goes on in line `next`: a stop inside it, what its end
 * cuts, or the text around.
 */
export function borneOut(text: Text, line: number, next: number): boolean {
  const before = text.line(line).trim();
  const after = text.line(next).trim();
  return (
    /[。！？!?]/.test(before) ||
    straddles(before, after) ||
    cutsWord(before, after) ||
    wantsMore(before, after) ||
    standsTogether(text, line, before, after)
  );
}

/** Whether words hold two lines together: one that the line end cuts, or one that wants another. */
export const heldTogether = (before: string, after: string): boolean =>
  cutsWord(before, after) || hanging.test(before) || bracketed.test(after);

/** Whether the characters on both sides of the line end stand side by side elsewhere in the text nearby. */
function standsTogether(text: Text, line: number, before: string, after: string): boolean {
  const around = text.slice(Math.max(0, text.lineStart(line) - NEARBY), text.lineStart(line) + NEARBY);
  return [before.slice(-2) + after[0], before.slice(-1) + after.slice(0, 2)].some((words) => around.includes(words));
}

const NEARBY = 20_000;

const known = new WeakMap<Sheet, ReadonlySet<number>>();

/**
 * The lines (0-based) that go on in the next one although the recogniser ends a paragraph, a summary or a subhead there:
 * those that end inside a quotation or bracket which the next closes, and those whose end cuts a word before prose or, in
 * a hard-wrapped file, inside a head. Worked out once for each Sheet.
 */
export function tornEnds(sheet: Sheet): ReadonlySet<number> {
  let found = known.get(sheet);
  if (!found) {
    const all = paragraphs(sheet);
    const wrapped = sheet.profile.wrapWidth !== null;
    const torn = all.filter((paragraph, i) => i + 1 < all.length && isTorn(paragraph, all[i + 1], wrapped));
    found = new Set(torn.map(({ span }) => sheet.text.lineAt(span.to)));
    known.set(sheet, found);
  }
  return found;
}

function isTorn({ kind, text }: Paragraph, next: Paragraph, wrapped: boolean): boolean {
  if (kind === 'folio' || next.kind === 'folio') return false;
  const beforeProse = next.kind === 'body' && /[。！？!?]”?$/.test(next.text.slice(-2));
  const prose = kind === 'body' || kind === 'subhead' || kind === 'abstract';
  // The items of a list may end with a semicolon, and a verse with a comma: it is followed by another verse.
  const end = text.slice(-1);
  const hangs = /[，、,]/.test(end) || (!wrapped && HANGING.test(end) && /[，,]/.test(text));
  if (prose && beforeProse && text.length >= LONG && hangs) return true;
  if (!/[\p{L}\p{N}]$/u.test(text.slice(-2))) return false;
  if (mayBeOpen(text)) {
    const opened = alone(text).at(-1);
    const closed = alone(next.text)[0];
    if (opened?.opens && closed && !closed.opens && opened.kind === closed.kind) return true;
  }
  // Heads too are wrapped where the text is: a new line of a head begins no word in the middle.
  if (wrapped && HEADS.has(kind) && HEADS.has(next.kind)) return cutsWord(text, next.text);
  // A few words without a mark are a label: 科学种田 above 地造出来了… cuts no field in two.
  const label = text.length < LABEL && !/[，。、；：！？,;:!?]/.test(text);
  return prose && beforeProse && !label && cutsWord(text, next.text);
}

/** So many characters a label has at most. */
const LABEL = 12;
/** No verse has so many characters. */
const LONG = 16;
/** After these something must follow; a summary of one clause may be short of it. */
const HANGING = /[和与及或的被将以于由而但]/;

const HEADS: ReadonlySet<BlockKind> = new Set<BlockKind>(['kicker', 'headline', 'deck']);

const mayBeOpen = (text: string): boolean =>
  ['“”', '《》', '（）', '()'].some(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close));

import { columns } from '../parse/chars';
import type { Block, Sheet } from '../parse/sheet';
import type { Edit } from '../text/edit';
import { countWhile } from '../text/search';
import type { Text } from '../text/text';
import { message } from '../text/words';
import { endsTurned } from './fragments';
import { gap } from './paragraphs';
import type { Context, Finding, Fix, Problem, Rule, Tier } from './rule';
import { isLabel, isListed, isVerse } from './setting';
import { borneOut, cutsWord, endsSentence, heldTogether, isAside, straddles, tornEnds } from './straddle';

/**
 * A paragraph cut by a line end. Which line ends are none is the recogniser's judgement (`Block.joins`); here they are
 * grouped into what a person mends at one go, and mended. Of a join that the recogniser doubts and that nothing in the
 * text bears out nothing is said: summaries and subheads stand without a stop as
 * well. What an open quotation or a cut word holds together is joined whatever the recogniser took it for.
 */
export const brokenLine: Rule = {
  code: 'broken-line',
  title: { en: 'Broken line', zh: '断行' },
  severity: 'warning',
  *find({ sheet }) {
    // Before punctuation came into use a line end tells nothing of its paragraph's.
    if (sheet.profile.punctuation === 'none') return;
    for (const group of groups(sheet)) {
      if (group.length < REGION) for (const join of group) yield single(sheet, join);
      else yield region(sheet, group);
    }
  },
  fix({ sheet }: Context, problem: Problem): Fix[] {
    const joins = joinsAt(sheet, problem.joins ?? []);
    const ask = joins.length <= ASKED;
    const sure = joins.filter((join) => certain(sheet.text, join, joins.length >= REGION, ask));
    if (joins.length === 0) return [];
    if (sure.length === joins.length) return [fixOf(sheet, joins, 'certain')];
    return sure.length === 0
      ? [fixOf(sheet, joins, 'likely')]
      : [fixOf(sheet, joins, 'likely'), fixOf(sheet, sure, 'certain')];
  },
};

function fixOf(sheet: Sheet, joins: readonly Join[], tier: Tier): Fix {
  const edits = joins.map((join) => joining(sheet, join));
  return {
    title: joins.length === 1 ? message(JOIN) : message(tier === 'certain' ? REFLOW_SURE : REFLOW, joins.length),
    tier,
    edits,
    declares: {
      removes: edits.map((edit) => sheet.text.slice(edit.from, edit.to)).join(''),
      adds: edits.map((edit) => edit.insert).join(''),
    },
  };
}

/** A line end that is none. `next` is the line on which the paragraph goes on. */
interface Join {
  readonly line: number;
  readonly next: number;
  readonly confidence: number;
}

/** From this many joins one after the other, a person sees a hard-wrapped region and not breaks. */
const REGION = 4;
/** Within a region at most this many lines that end a paragraph (its last line, a headline, a byline) stand between joins. */
const BETWEEN = 3;
/** From this confidence of the recogniser a join may enter a fix-all, below the other it needs a witness to be told. */
const CERTAIN = 0.95;
const DOUBTFUL = 0.75;

/** The joins of a file, those of a hard-wrapped region together. */
function* groups(sheet: Sheet): Generator<Join[]> {
  let group: Join[] = [];
  for (const join of joinsOf(sheet)) {
    const last = group.at(-1);
    if (last && !adjoin(sheet.text, last.next, join.line)) {
      yield group;
      group = [];
    }
    group.push(join);
  }
  if (group.length > 0) yield group;
}

function* joinsOf(sheet: Sheet): Generator<Join> {
  for (const block of sheet.blocks) yield* joinsIn(sheet, block);
}

function* joinsIn(sheet: Sheet, { joins, joined: confidence, lines }: Block): Generator<Join> {
  const { text } = sheet;
  for (const line of joins) {
    const next = nextLine(text, line);
    if (next === null || (confidence < DOUBTFUL && (endsSentence(text.line(line)) || !borneOut(text, line, next))))
      continue;
    if (endsTurned(sheet, line) || isSet(sheet, line, next)) continue;
    yield { line, next, confidence };
  }
  const next = tornEnds(sheet).has(lines.last) ? nextLine(text, lines.last) : null;
  if (next !== null && !isSet(sheet, lines.last, next)) yield { line: lines.last, next, confidence: TORN };
}

/** Whether two lines (0-based) stand one below the other by design, and no word holds them together. */
function isSet(sheet: Sheet, line: number, next: number): boolean {
  const { text, profile } = sheet;
  const before = text.line(line).trim();
  const after = text.line(next).trim();
  if (isAside(before, after)) return true;
  // Where paragraphs are indented a line that is begins one: none of 980 cuts in such labelled texts goes on behind an indent.
  if (profile.indented && /^(?:\u3000| {2})/.test(text.line(next))) return true;
  // In a wrapped paragraph the last words may be few, and any words may stand below each other.
  const full = profile.wrapWidth !== null && columns(text.line(line).trimEnd()) >= profile.wrapWidth - 2;
  const apart = isVerse(sheet, line, next) || (!full && (isListed(before, after) || isLabel(before, after)));
  return apart && !heldTogether(before, after);
}

/** How sure a join is for which an open quotation or a cut word alone speaks. */
const TORN = 0.9;

/** The joins at some lines, in order, as the sheet has them. */
function joinsAt(sheet: Sheet, lines: readonly number[]): Join[] {
  const { blocks } = sheet;
  if (lines.length === 0) return [];
  const wanted = new Set(lines);
  const first = countWhile(blocks.length, (i) => blocks[i].lines.last < lines[0]);
  const found: Join[] = [];
  for (let i = first; i < blocks.length && blocks[i].lines.first <= lines[lines.length - 1]; i++)
    for (const join of joinsIn(sheet, blocks[i])) if (wanted.has(join.line)) found.push(join);
  return found;
}

/**
 * Whether nobody need look at a join before it is made. A sentence that ends with its line never is: in a hard-wrapped text
 * a paragraph's last line may fill the measure. There, or so may a subhead's, something must straddle the line end; and so
 * it must where the line may be an item of a list: one without a stop in it.
 */
function certain(text: Text, { line, next, confidence }: Join, wrapped: boolean, ask: boolean): boolean {
  const before = text.line(line).trim();
  const after = text.line(next).trim();
  if (confidence < CERTAIN || /[。！？!?…：:”’」』）)》]$/.test(before)) return false;
  if (!wrapped && /[，、；。,;]/.test(before)) return true;
  return straddles(before, after) || (ask && cutsWord(before, after));
}

/** A question to the segmenter costs some microseconds: of a region longer than this none is asked. */
const ASKED = 20_000;

/** The next line that is not blank, or null. */
function nextLine(text: Text, line: number): number | null {
  for (let next = line + 1; next < text.lineCount; next++) if (text.line(next).trim() !== '') return next;
  return null;
}

function adjoin(text: Text, from: number, to: number): boolean {
  let between = 0;
  for (let line = from; line < to && between <= BETWEEN; line++) if (text.line(line).trim() !== '') between++;
  return between <= BETWEEN;
}

const confidenceOf = (confidence: number): Finding['confidence'] =>
  confidence >= CERTAIN ? 'high' : confidence >= 0.5 ? 'medium' : 'low';

function single({ text }: Sheet, { line, next, confidence }: Join): Finding {
  const before = text.line(line).trimEnd();
  const after = text.line(next).trim();
  const from = text.lineStart(line) + before.length;
  const to = text.lineStart(next) + text.line(next).length - text.line(next).trimStart().length;
  return {
    span: { from: from - lastWidth(before), to: to + firstWidth(after) },
    confidence: confidenceOf(confidence),
    joins: [line],
    message: message(CUT, before.trimStart().slice(-8), after.slice(0, 8), next + 1),
  };
}

function region({ text }: Sheet, joins: readonly Join[]): Finding {
  const first = joins[0];
  const last = joins[joins.length - 1];
  return {
    span: { from: text.lineStart(first.line), to: text.lineEnd(last.next) },
    confidence: confidenceOf(joins.reduce((least, join) => Math.min(least, join.confidence), 1)),
    joins: joins.map((join) => join.line),
    message: message(WRAPPED, first.line + 1, last.next + 1, joins.length),
  };
}

/** Joins two lines: takes away the line ends, the blanks around them and nothing else. */
function joining({ text }: Sheet, { line, next }: Join): Edit {
  const before = text.line(line).trimEnd();
  const after = text.line(next);
  const indent = after.length - after.trimStart().length;
  return {
    from: text.lineStart(line) + before.length,
    to: text.lineStart(next) + indent,
    insert: gap(before, after.slice(indent)),
  };
}

/** Whole characters: a surrogate pair is never underlined by half. */
const lastWidth = (line: string): number => (/[\uDC00-\uDFFF]$/.test(line) ? 2 : 1);
const firstWidth = (line: string): number => (/^[\uD800-\uDBFF]/.test(line) ? 2 : 1);

const JOIN = { en: 'Join the lines', zh: '接上断行' };
const REFLOW = { en: 'Reflow: join {0} lines', zh: '重排：接上 {0} 处断行' };
const REFLOW_SURE = { en: 'Join the {0} certain lines only', zh: '只接上确定的 {0} 处断行' };
const CUT = {
  en: 'The line end cuts a paragraph: “…{0}” goes on with “{1}…” in line {2}. Join the lines.',
  zh: '换行把段落切断了：“…{0}”应接第 {2} 行的“{1}…”。请接上这两行。',
};
const WRAPPED = {
  en: 'Lines {0}–{1} are hard-wrapped: {2} line ends are no paragraph ends. Reflow them.',
  zh: '第 {0}–{1} 行是硬换行：{2} 处行末并非段末。请重排成段。',
};

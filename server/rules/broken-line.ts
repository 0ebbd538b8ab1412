import type { Sheet } from '../parse/sheet';
import type { Edit } from '../text/edit';
import type { Text } from '../text/text';
import { message } from '../text/words';
import { gap } from './paragraphs';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A paragraph cut by a line end. Which line ends are none is the recogniser's judgement (`Block.joins`); here they are
 * grouped into what a person mends at one go, and mended.
 */
export const brokenLine: Rule = {
  code: 'broken-line',
  title: { en: 'Broken line', zh: '断行' },
  severity: 'warning',
  *find({ sheet }) {
    for (const group of groups(sheet)) {
      if (group.length < REGION) for (const join of group) yield single(sheet, join);
      else yield region(sheet, group);
    }
  },
  fix({ sheet }: Context, problem: Problem): Fix[] {
    const edits = (problem.joins ?? []).map((line) => joining(sheet, line)).filter((edit) => edit !== null);
    if (edits.length === 0) return [];
    const removes = edits.map((edit) => sheet.text.slice(edit.from, edit.to)).join('');
    const title =
      edits.length === 1
        ? message({ en: 'Join the lines', zh: '接上断行' })
        : message({ en: 'Reflow: join {0} lines', zh: '重排：接上 {0} 处断行' }, edits.length);
    const tier = problem.confidence === 'high' ? 'certain' : 'likely';
    return [{ title, tier, edits, declares: { removes, adds: edits.map((edit) => edit.insert).join('') } }];
  },
};

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
/** From this confidence of the recogniser a join enters a fix-all. */
const CERTAIN = 0.95;

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

function* joinsOf({ text, blocks }: Sheet): Generator<Join> {
  for (const { joins, confidence } of blocks) {
    for (const line of joins) {
      const next = nextLine(text, line);
      if (next !== null) yield { line, next, confidence };
    }
  }
}

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

/** Joins one line with the next that is not blank: takes away the line ends, the blanks around them and nothing else. */
function joining({ text }: Sheet, line: number): Edit | null {
  const next = nextLine(text, line);
  if (next === null) return null;
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

const CUT = {
  en: 'The line end cuts a paragraph: “…{0}” goes on with “{1}…” in line {2}. Join the lines.',
  zh: '换行把段落切断了：“…{0}”应接第 {2} 行的“{1}…”。请接上这两行。',
};
const WRAPPED = {
  en: 'Lines {0}–{1} are hard-wrapped: {2} line ends are no paragraph ends. Reflow them.',
  zh: '第 {0}–{1} 行是硬换行：{2} 处行末并非段末。请重排成段。',
};

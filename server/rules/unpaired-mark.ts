import type { Sheet } from '../parse/sheet';
import { countWhile } from '../text/search';
import { message } from '../text/words';
import { type Alone, alone, partner, QUOTE } from './marks';
import { offsetIn, type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A quotation mark or bracket opened or closed alone (GB/T 15834). A pair may reach over paragraphs of one article (verse,
 * a long note); a quotation of several paragraphs opens each and closes only the last.
 */
export const unpairedMark: Rule = {
  code: 'unpaired-mark',
  title: { en: 'Unpaired mark', zh: '标点不成对' },
  severity: 'warning',
  *find({ sheet }): Generator<Finding> {
    for (const { paragraph, mark } of lonely(sheet)) yield found(paragraph, mark);
  },
  fix({ sheet }: Context, { span }: Problem): Fix[] {
    const paragraph = paragraphAt(sheet, span.from);
    const mark = paragraph && alone(paragraph.text).find(({ at }) => offsetIn(paragraph, at) === span.from);
    if (!paragraph || !mark) return [];
    const insert = partner(mark.mark);
    const stands = asElsewhere(sheet.text.toString(), paragraph.text, mark) ?? place(paragraph.text, mark);
    const at = offsetIn(paragraph, stands - 1) + 1;
    return [
      {
        title: message({ en: 'Insert {0} where it probably belongs', zh: '在可能的位置补上{0}' }, insert),
        tier: 'possible',
        edits: [{ from: at, to: at, insert }],
        declares: { removes: '', adds: insert },
      },
    ];
  },
};

interface Lonely {
  readonly paragraph: Paragraph;
  readonly mark: Alone;
}

/** The lonely marks of a file, at most one of a kind in a paragraph: mending the first often mends the rest. */
function* lonely(sheet: Sheet): Generator<Lonely> {
  const all = paragraphs(sheet);
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && all[to].article === all[from].article) to++;
    yield* withinArticle(sheet, all.slice(from, to));
    from = to;
  }
}

function* withinArticle(sheet: Sheet, all: readonly Paragraph[]): Generator<Lonely> {
  // A character lost in decoding may well have been the missing mark: that is another rule's problem.
  const marks = all.map(({ text }) => (LOST.test(text) ? [] : firstOfKind(alone(text))));
  const paired = pairedAcross(all, marks);
  for (let i = 0; i < all.length; i++) {
    for (const mark of marks[i]) {
      if (paired.has(mark) || goesOn(all, i, mark) || cutByJump(sheet, all, i, mark)) continue;
      yield { paragraph: all[i], mark };
    }
  }
}

/** A character that decoding lost, or a mark that is still a character reference. */
const LOST = /\uFFFD|&[lr][ds]quo;/;

function firstOfKind(marks: readonly Alone[]): Alone[] {
  const seen = new Set<number>();
  return marks.filter(({ kind, opens }) => {
    const key = kind * 2 + Number(opens);
    return !seen.has(key) && seen.add(key);
  });
}

/** Pairs that reach over paragraphs: opened in one, closed in a later one, with no lonely mark of the kind between. */
function pairedAcross(all: readonly Paragraph[], marks: readonly (readonly Alone[])[]): ReadonlySet<Alone> {
  const paired = new Set<Alone>();
  const open = new Map<number, { mark: Alone; paragraph: number }>();
  marks.forEach((list, paragraph) => {
    for (const mark of list) {
      const opened = open.get(mark.kind);
      if (mark.opens && runsOn(all[paragraph].text, mark)) open.set(mark.kind, { mark, paragraph });
      else if (!mark.opens && opened && paragraph - opened.paragraph <= REACH) {
        paired.add(opened.mark).add(mark);
        open.delete(mark.kind);
      }
    }
  });
  return paired;
}

/** A bracket or quotation over more paragraphs than this is no pair. */
const REACH = 12;

/** A quotation that the next paragraph takes up: what was opened runs to the paragraph's end, and the next opens again. */
function goesOn(all: readonly Paragraph[], i: number, mark: Alone): boolean {
  const { kind, opens } = mark;
  return kind === QUOTE && opens && i + 1 < all.length && all[i + 1].text.startsWith('“') && runsOn(all[i].text, mark);
}

/** Whether what a mark opens may reach the paragraph's end. A quotation that does stands after a stop and holds no other. */
function runsOn(text: string, { kind, at }: Alone): boolean {
  if (kind !== QUOTE) return true;
  return (
    (at === 0 || /[：:，,。！？…—]$/.test(text.slice(Math.max(0, at - 2), at).trimEnd())) && !text.includes('“', at + 1)
  );
}

/** The other half may stand beyond a jump: opened in an article's last paragraph, or closed in a resumed one's first. */
function cutByJump({ articles }: Sheet, all: readonly Paragraph[], i: number, { opens }: Alone): boolean {
  const { article } = all[i];
  if (article < 0) return false;
  const jumps = articles[article].continuations;
  const last = all.length - (all[all.length - 1].kind === 'continuation' ? 2 : 1);
  return opens
    ? i === last && jumps.some((jump) => jump.direction === 'to')
    : jumps.some((jump) => jump.direction === 'from' && jump.span.from <= all[i].span.to && i <= 1);
}

function paragraphAt(sheet: Sheet, offset: number): Paragraph | undefined {
  const all = paragraphs(sheet);
  return all[Math.max(0, countWhile(all.length, (i) => all[i].span.from <= offset) - 1)];
}

/**
 * Where the missing mark stood if the text has the same words between a whole pair elsewhere (“菜篮子”, 《夜航须知》): of
 * several the longest counts. Null where it has none.
 */
function asElsewhere(whole: string, text: string, { at, mark, opens }: Alone): number | null {
  const [open, close] = opens ? [mark, partner(mark)] : [partner(mark), mark];
  const beside = opens ? text.slice(at + 1) : text.slice(0, at);
  let length = 0;
  for (const [, words] of whole.matchAll(new RegExp(`\\${open}([^\\${open}\\${close}\\r\\n]{2,30})\\${close}`, 'g')))
    if (words.length > length && (opens ? beside.startsWith(words) : beside.endsWith(words))) length = words.length;
  if (length === 0) return null;
  return opens ? at + 1 + length : at - length;
}

/** Where in the paragraph the missing mark most likely stood. */
function place(text: string, mark: Alone): number {
  return mark.opens ? endOf(text, mark) : beginningOf(text, mark);
}

/** Speech begins the paragraph, or after a colon or a 说; what else is quoted, after the last stop. */
function beginningOf(text: string, { at, mark }: Alone): number {
  const before = text.slice(0, at);
  const spoken = mark === '”' && /[，。！？…,!?]$/.test(before);
  const from = before.lastIndexOf('”') + 1;
  const said = spoken ? [...before.slice(from).matchAll(/[：:]|说[，。]/g)].at(-1) : undefined;
  if (said) return from + said.index + said[0].length;
  if (spoken && from === 0) return 0;
  return Math.max(...[...'，。；：、！？,;:“《（('].map((c) => before.lastIndexOf(c))) + 1;
}

/** Speech ends before who says it, or with the paragraph; what else is quoted, at the next stop. */
function endOf(text: string, { at, mark }: Alone): number {
  const after = text.slice(at + 1);
  const before = text.slice(0, at);
  if (mark === '“' && (before === '' || /(?:[：:]|[说。][，。]?)$/.test(before))) {
    const said = /[，。！？…](?=[^，。！？…“”：]{2,16}(?:说|表示|介绍|告诉|坦言|回忆|感慨))/.exec(after);
    return said ? at + 2 + said.index : text.length;
  }
  const stop = after.search(/[，。；：、！？,;:”’》）)]/);
  return stop < 0 ? text.length : at + 1 + stop;
}

function found(paragraph: Paragraph, { at, mark, opens }: Alone): Finding {
  const around = opens ? paragraph.text.slice(at, at + 10) : paragraph.text.slice(Math.max(0, at - 9), at + 1);
  return {
    span: spanIn(paragraph, at, at + 1),
    confidence: 'high',
    message: message(opens ? OPENED : CLOSED, mark, around, partner(mark)),
  };
}

const OPENED = {
  en: '{0} is opened at “{1}…” and never closed. Insert {2} where it ends.',
  zh: '“{1}…”处的{0}有始无终。请在该结束处补上{2}。',
};
const CLOSED = {
  en: '{0} closes at “…{1}” what was never opened. Insert {2} where it begins, or remove it.',
  zh: '“…{1}”处的{0}有终无始。请在该开始处补上{2}，或删去多余的一个。',
};

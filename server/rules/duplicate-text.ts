import { digest } from '../issue/digest';
import { reprints } from '../issue/reprints';
import type { Sheet } from '../parse/sheet';
import { rangeOf } from '../text/range';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import { message } from '../text/words';
import { type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Context, Finding, Fix, Problem, Related, Rule } from './rule';
import { core, type Splice, splices } from './splices';

/**
 * A clause spliced in twice inside one article, or a paragraph printed twice: in one file, or on two pages of an issue.
 * Papers repeat themselves on purpose: a slogan stands in several articles, a refrain opens its paragraph, a quoted passage
 * brings its neighbours along. Of clauses, what is reported stands alone among strangers, in the middle of a paragraph,
 * word for word with its stop; between two articles no clause is, for there sentences are quoted.
 */
export const duplicateText: Rule = {
  code: 'duplicate-text',
  title: { en: 'Duplicate text', zh: '文字重复' },
  severity: 'information',
  *find(context): Generator<Finding> {
    const { sheet } = context;
    const all = paragraphs(sheet).filter(({ kind }) => kind === 'body');
    yield* twice(sheet.text, all);
    for (const splice of splices(all)) yield found(sheet, splice);
    yield* reprinted(context, all);
  },
  fix({ sheet: { text } }: Context, { span }: Problem): Fix[] {
    const { from, to } = wholeLines(text, span);
    return [
      {
        title: message({ en: 'Remove the later one', zh: '删去后一处' }),
        tier: 'possible',
        edits: [{ from, to, insert: '' }],
        declares: { removes: text.slice(from, to), adds: '' },
      },
    ];
  },
};

/** What stands on lines of its own goes with the line ends and blank lines before it. */
function wholeLines(text: Text, { from, to }: Span): Span {
  const [first, last] = [text.lineAt(from), text.lineAt(to)];
  const alone =
    text.slice(text.lineStart(first), from).trim() === '' && text.slice(to, text.lineEnd(last)).trim() === '';
  let before = first - 1;
  while (before >= 0 && text.line(before).trim() === '') before--;
  return alone && before >= 0 ? { from: text.lineEnd(before), to: text.lineEnd(last) } : { from, to };
}

/** Paragraphs that an earlier page of the issue, in another file, prints as well. */
function* reprinted({ file, sheet, issue }: Context, all: readonly Paragraph[]): Generator<Finding> {
  const { text } = sheet;
  const lineOf = (paragraph: Paragraph): number => text.lineAt(paragraph.span.from);
  for (const { lines, ...earlier } of reprints(issue, digest(file, sheet))) {
    const later = all.filter((paragraph) => lines.includes(lineOf(paragraph)));
    if (later.length === 0) continue;
    const place = { line: earlier.first, character: 0 };
    yield {
      span: { from: later[0].span.from, to: later[later.length - 1].span.to },
      confidence: 'medium',
      message: message(REPRINTED, later[0].text.slice(0, 12)),
      related: [{ file: earlier.file, place: { start: place, end: place }, message: message(SAME) }],
    };
  }
}

/** A paragraph that is printed twice has at least so many characters, and a sentence's end. */
const PARAGRAPH = 30;
/** What stands more often than this is a refrain, or a note that the paper prints everywhere. */
const OFTEN = 3;

/** Whole paragraphs that stand in the file twice: one problem for those that follow each other. */
function* twice(whole: Text, all: readonly Paragraph[]): Generator<Finding> {
  const places = new Map<string, number>();
  const times = new Map<string, number>();
  for (const { text } of all) times.set(text, (times.get(text) ?? 0) + 1);
  let run: { first: number; from: number; to: number } | null = null;
  for (let i = 0; i <= all.length; i++) {
    const text = all[i]?.text ?? '';
    const meant = text.length < PARAGRAPH || (times.get(text) ?? 0) > OFTEN || !/[。！？…!?]/.test(text);
    const earlier = meant ? undefined : places.get(text);
    if (run && earlier === run.first + (i - run.from)) {
      run.to = i;
      continue;
    }
    if (run) yield again(whole, all, run);
    run = earlier === undefined ? null : { first: earlier, from: i, to: i };
    if (earlier === undefined) places.set(text, i);
  }
}

const again = (
  text: Text,
  all: readonly Paragraph[],
  { first, from, to }: { first: number; from: number; to: number },
): Finding => ({
  span: { from: all[from].span.from, to: all[to].span.to },
  confidence: 'high',
  message: message(TWICE, all[from].text.slice(0, 12)),
  related: [earlierPlace(text, { from: all[first].span.from, to: all[first + to - from].span.to })],
});

function found({ text }: Sheet, { first, later }: Splice): Finding {
  const earlier = spanIn(first.paragraph, first.from, first.from + first.text.length);
  const span = spanIn(later.paragraph, later.from, later.from + later.text.length);
  return {
    span,
    confidence: 'medium',
    message: message(SPLICED, core(later.text), text.lineAt(earlier.from) + 1),
    related: [earlierPlace(text, earlier)],
  };
}

const earlierPlace = (text: Text, span: Span): Related => ({
  place: rangeOf(text, span),
  message: message(SAME),
});

const SAME = { en: 'The same words', zh: '相同文字' };
const SPLICED = {
  en: '“{0}” stands word for word in line {1} of this article already and fits nothing beside it here. If it was spliced in, remove it.',
  zh: '“{0}”与本篇第 {1} 行一字不差，而与此处上下文不连。若系误植，请删去。',
};
const TWICE = {
  en: 'The paragraph “{0}…” is printed twice. Remove the later one if that was not meant.',
  zh: '“{0}…”这一段重复刊出。若非有意，请删去后一段。',
};
const REPRINTED = {
  en: 'The paragraph “{0}…” stands on an earlier page of this issue as well. Remove it here if that was not meant.',
  zh: '“{0}…”这一段在本期前面的版面上已刊出。若非有意，请删去此处。',
};

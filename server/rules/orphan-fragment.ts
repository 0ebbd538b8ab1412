import type { Sheet } from '../parse/sheet';
import { rangeOf } from '../text/range';
import { message } from '../text/words';
import { fragments } from './fragments';
import { cutProbability } from './opening';
import { offsetIn, type Paragraph, paragraphs, spanIn } from './paragraphs';
import { HEAD, headsFor, moving, relatedHeads, reunited } from './reunion';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A paragraph that opens in mid-sentence, with nothing before it to join: its first words were lost, or stand elsewhere,
 * often at its own end. Looked for where beginnings get lost: below a headline, a byline, a picture; amid a text only what
 * opens as nothing whole does. A text resumed from another page may open in mid-sentence.
 */
export const orphanFragment: Rule = {
  code: 'orphan-fragment',
  title: { en: 'Orphan fragment', zh: '残段' },
  severity: 'information',
  *find(context): Generator<Finding> {
    const { sheet } = context;
    // Without punctuation no sentence is seen to begin.
    if (sheet.profile.punctuation === 'none') return;
    const all = paragraphs(sheet);
    const { tails, turned } = fragments(sheet);
    for (const i of new Set([...tails.keys(), ...turned.keys()])) {
      const head = headAtEnd(sheet, i);
      const odds = tails.get(i) ?? 0;
      if (!head && odds < SURE) continue;
      yield head ? displaced(sheet, all[i], head) : lost(context, i, odds);
    }
  },
  fix({ sheet }: Context, { span }: Problem): Fix[] {
    const all = paragraphs(sheet);
    const i = all.findIndex((paragraph) => paragraph.span.from === span.from);
    const head = headAtEnd(sheet, i);
    if (!head) return headsFor(sheet, all, i).map((other) => reunited(sheet, other, all[i]));
    const { from, to } = spanIn(all[i], head.from, head.to);
    const title = message(MOVE, all[i].text.slice(head.from, head.from + 8));
    return [{ title, tier: 'possible', ...moving(sheet.text, from, to, span.from) }];
  },
};

/** From this probability on a lost beginning is spoken of without another witness. */
const SURE = 0.993;

/** The paragraph's first words where they stand at its own end, as [from, to) in its text. */
const headAtEnd = (sheet: Sheet, i: number): Range | null =>
  fragments(sheet).turned.get(i) ?? (fragments(sheet).tails.has(i) ? sharedEnd(paragraphs(sheet)[i]) : null);

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The clause that ends a paragraph with the very character that it begins with (案，即在… …作出了特别预案。). */
function sharedEnd({ text }: Paragraph): Range | null {
  const end = text.replace(/[。！？…”’!?]+$/, '').length;
  if (text[end - 1] !== text[0]) return null;
  const starts = [...text.slice(0, end).matchAll(/[，。；：！？,;:!?]/g)].slice(-3).map((stop) => stop.index + 1);
  const odds = (start: number): number => cutProbability(text.slice(start, end), '');
  const [from] = starts.sort((a, b) => odds(a) - odds(b));
  return from === undefined || end - 1 - from < 4 ? null : { from, to: end - 1 };
}

const openingOf = (paragraph: Paragraph) => ({ from: paragraph.span.from, to: offsetIn(paragraph, 1) + 1 });

function lost(context: Context, i: number, odds: number): Finding {
  const all = paragraphs(context.sheet);
  return {
    span: openingOf(all[i]),
    confidence: odds > 0.999 ? 'high' : 'medium',
    message: message(LOST, all[i].text.slice(0, 8)),
    related: relatedHeads(context, i),
  };
}

function displaced({ text: whole }: Sheet, paragraph: Paragraph, { from, to }: Range): Finding {
  const { text } = paragraph;
  return {
    span: openingOf(paragraph),
    confidence: 'high',
    message: message(DISPLACED, text.slice(0, 8), text.slice(from, Math.min(to, from + 12))),
    related: [{ place: rangeOf(whole, spanIn(paragraph, from, to)), message: message(HEAD) }],
  };
}

const MOVE = { en: 'Move “{0}…” from the end to the front', zh: '把段末的“{0}…”移到段首' };
const LOST = {
  en: 'The paragraph opens in mid-sentence at “{0}…”: its first words are lost or stand elsewhere. Compare with the printed page.',
  zh: '本段从半句“{0}…”开始，段首文字已失落或错置他处。请核对原版。',
};
const DISPLACED = {
  en: 'The paragraph opens in mid-sentence at “{0}…”: its beginning, “{1}…”, seems to stand at its own end. Move it to the front.',
  zh: '本段从半句“{0}…”开始，段首的“{1}…”似乎错置于段末。请移回段首。',
};

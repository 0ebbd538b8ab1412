import type { BlockKind, Sheet } from '../parse/sheet';
import { message } from '../text/words';
import { cutProbability } from './opening';
import { offsetIn, type Paragraph, paragraphs } from './paragraphs';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A paragraph that opens in mid-sentence, with nothing before it to join: its first words were lost, or stand elsewhere,
 * often at its own end. Looked for where beginnings get lost: below a headline, a byline, a picture. A text
 * resumed from another page may open in mid-sentence.
 */
export const orphanFragment: Rule = {
  code: 'orphan-fragment',
  title: { en: 'Orphan fragment', zh: '残段' },
  severity: 'information',
  *find({ sheet }): Generator<Finding> {
    const all = paragraphs(sheet);
    for (let i = 0; i < all.length; i++) {
      if (!mayBeOrphan(sheet, all, i)) continue;
      const around = surroundings(sheet, all, i);
      const probability = cutProbability(all[i].text, around);
      if (probability >= SURE) yield found(all, i, probability);
    }
  },
  fix({ sheet }: Context, { span }: Problem): Fix[] {
    const paragraph = paragraphs(sheet).find((p) => p.span.from === span.from);
    return paragraph ? headAtEnd(sheet, paragraph) : [];
  },
};

const SURE = 0.97;
/** How much of an article is searched for the same words. */
const REACH = 20_000;
/** Beginnings get lost after these; after running text, a fragment would be the rest of a broken line. */
const AFTER: ReadonlySet<BlockKind> = new Set<BlockKind>(['kicker', 'headline', 'deck', 'column', 'byline', 'caption']);

function mayBeOrphan({ articles }: Sheet, all: readonly Paragraph[], i: number): boolean {
  const { kind, article, text, span } = all[i];
  if (kind !== 'body' || text.length < 20 || i === 0 || !AFTER.has(all[i - 1].kind)) return false;
  if (article < 0) return true;
  const { continuations, bylines } = articles[article];
  // 青岩日报讯 is a name that no table of openings knows.
  const opensWithByline = bylines.some((byline) => byline.span.from === span.from && byline.outlet !== null);
  return !opensWithByline && !continuations.some(({ direction }) => direction === 'from');
}

/** The article's other words: its head and the paragraphs about this one. */
function surroundings({ articles }: Sheet, all: readonly Paragraph[], i: number): string {
  const { article } = all[i];
  const parts = article < 0 ? [] : articles[article].head.map((line) => line.text);
  let size = 0;
  for (let n = i - 1; n >= 0 && all[n].article === article && size < REACH / 2; n--) {
    parts.push(all[n].text);
    size += all[n].text.length;
  }
  for (let n = i + 1; n < all.length && all[n].article === article && size < REACH; n++) {
    parts.push(all[n].text);
    size += all[n].text.length;
  }
  return parts.join('\n');
}

/**
 * The head at the paragraph's own end: its last word ends as the paragraph begins (案，即在… …作出了特别预案。). The
 * clause that ends so moves to the front; every character stays.
 */
function headAtEnd({ text: whole }: Sheet, paragraph: Paragraph): Fix[] {
  const { text, span } = paragraph;
  const end = text.replace(/[。！？…”’!?]+$/, '').length;
  const [first] = text;
  if (!text.slice(0, end).endsWith(first)) return [];
  const starts = [...text.slice(0, end).matchAll(/[，。；：！？,;:!?]/g)].slice(-3).map((stop) => stop.index + 1);
  const [start] = starts.sort(
    (a, b) => cutProbability(text.slice(a, end), '') - cutProbability(text.slice(b, end), ''),
  );
  if (start === undefined || end - first.length - start < 4) return [];
  const from = offsetIn(paragraph, start);
  const to = offsetIn(paragraph, end - first.length);
  return [
    {
      title: message(
        { en: 'Move “{0}…” from the end to the front', zh: '把段末的“{0}…”移到段首' },
        text.slice(start, start + 8),
      ),
      tier: 'possible',
      edits: [
        { from: span.from, to: span.from, insert: whole.slice(from, to) },
        { from, to, insert: '' },
      ],
      declares: { removes: '', adds: '', moves: true },
    },
  ];
}

function found(all: readonly Paragraph[], i: number, probability: number): Finding {
  const { text, span } = all[i];
  return {
    span: { from: span.from, to: offsetIn(all[i], 1) + 1 },
    confidence: probability > 0.99 ? 'high' : 'medium',
    message: message(FOUND, text.slice(0, 8)),
  };
}

const FOUND = {
  en: 'The paragraph opens in mid-sentence at “{0}…”: its first words are lost or stand elsewhere. Compare with the printed page.',
  zh: '本段从半句“{0}…”开始，段首文字已失落或错置他处。请核对原版。',
};

import type { Sheet } from '../parse/sheet';
import { type Paragraph, paragraphs, spanIn } from '../rules/paragraphs';
import { sentencesIn } from '../text/segmenter';
import type { Span } from '../text/span';
import { articleAt } from './location';
import { lastWritten, type Outlined, outline } from './outline';

/**
 * What a growing selection takes in around an offset, from the inside out, each larger than the one before it:
 * sentence, paragraph, section, article, page, the whole text. Empty for an empty text.
 */
export function selection(sheet: Sheet, at: number): Span[] {
  const paragraph = paragraphAt(sheet, at);
  const inner = paragraph ? [sentence(paragraph, at), paragraph.span] : [];
  const chain: Span[] = [];
  for (const span of [...inner, ...around(outline(sheet), at), { from: 0, to: sheet.text.length }])
    if (length(span) > 0 && widens(span, chain.at(-1))) chain.push(span);
  return chain;
}

export type Unit = 'sentence' | 'paragraph' | 'article';

/** The sentence, paragraph or article (without blank lines at its end) at an offset; null where there is none. */
export function unitAt(sheet: Sheet, at: number, unit: Unit): Span | null {
  const { text, articles } = sheet;
  if (unit === 'article') {
    const lines = articles[articleAt(sheet, at)]?.lines;
    return lines ? { from: text.lineStart(lines.first), to: text.lineEnd(lastWritten(text, lines)) } : null;
  }
  const paragraph = paragraphAt(sheet, at);
  if (!paragraph) return null;
  return unit === 'paragraph' ? paragraph.span : sentence(paragraph, at);
}

const paragraphAt = (sheet: Sheet, at: number): Paragraph | undefined =>
  paragraphs(sheet).find(({ span }) => at >= span.from && at <= span.to);

/** The parts of the outline that hold an offset, the innermost first. */
function around(nodes: readonly Outlined[], at: number): Span[] {
  const node = nodes.find(({ span }) => at >= span.from && at <= span.to);
  return node ? [...around(node.children, at), node.span] : [];
}

/**
 * The sentence at an offset. The paragraph is read as joined: the line ends inside it end no sentence. Asks for the one place
 * alone, as V8 takes quadratic time to give all sentences of a long text.
 */
function sentence(paragraph: Paragraph, at: number): Span {
  const { text, span, pieces } = paragraph;
  const piece = pieces.findLast(({ from }) => from <= at) ?? pieces[0];
  const within = Math.min(piece.at + Math.max(0, at - piece.from), text.length - 1);
  const found = sentencesIn(text).containing(within);
  const words = found?.segment.trim();
  if (!found || !words) return span;
  const from = found.index + found.segment.indexOf(words);
  return spanIn(paragraph, from, from + words.length);
}

const widens = (outer: Span, inner: Span | undefined): boolean =>
  !inner || (outer.from <= inner.from && outer.to >= inner.to && length(outer) > length(inner));

const length = ({ from, to }: Span): number => to - from;

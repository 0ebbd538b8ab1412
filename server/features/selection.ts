import type { Sheet } from '../parse/sheet';
import type { Span } from '../text/span';
import { type Outlined, outline } from './outline';
import { paragraphAt } from './paragraph';

/**
 * What a growing selection takes in around an offset, from the inside out, each larger than the one before it:
 * sentence, paragraph, section, article, page, the whole text.
 */
export function selection(sheet: Sheet, at: number): Span[] {
  const { text } = sheet;
  const paragraph = paragraphAt(sheet, at);
  const wider = [...(paragraph ? [sentence(sheet, paragraph, at), paragraph] : []), ...around(outline(sheet), at)];
  wider.push({ from: 0, to: text.length });
  const chain: Span[] = [];
  for (const span of wider) {
    const inner = chain.at(-1);
    const grows = !inner || (span.from <= inner.from && span.to >= inner.to && length(span) > length(inner));
    if (grows && length(span) > 0) chain.push(span);
  }
  return chain;
}

/** The parts of the outline that hold an offset, the innermost first. */
function around(nodes: readonly Outlined[], at: number): Span[] {
  const node = nodes.find(({ span }) => at >= span.from && at <= span.to);
  return node ? [...around(node.children, at), node.span] : [];
}

const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

/** The sentence at an offset of a paragraph. Line ends inside a paragraph end no sentence, so they are read as blanks. */
function sentence({ text }: Sheet, paragraph: Span, at: number): Span {
  const words = text.slice(paragraph.from, paragraph.to).replace(/[\r\n\t\f\u0085\u2028\u2029]/g, ' ');
  const within = Math.min(at - paragraph.from, words.length - 1);
  const found = sentences.segment(words).containing(within);
  if (!found) return paragraph;
  const { segment, index } = found;
  const lead = segment.length - segment.trimStart().length;
  const from = paragraph.from + index + lead;
  return { from, to: Math.max(from, paragraph.from + index + segment.trimEnd().length) };
}

const length = ({ from, to }: Span): number => to - from;

import type { BlockKind, Sheet } from '../parse/sheet';
import { type Paragraph, paragraphs } from '../rules/paragraphs';
import { countWhile } from '../text/search';
import type { Span } from '../text/span';

/** A paragraph as a reader wants it: one line, without indent, line breaks and continuation references. */
export interface CleanParagraph {
  readonly kind: BlockKind;
  readonly text: string;
  /** Where it stands in the file's text. */
  readonly span: Span;
  /** Where an offset of the file's text stands in `text`; of what was left out, where it would. */
  readonly indexOf: (offset: number) => number;
}

/** The paragraphs of an article (index into `Sheet.articles`), broken ones joined, in the order of the text. */
export function cleanParagraphs(sheet: Sheet, article: number): CleanParagraph[] {
  const own = sheet.articles[article];
  if (!own) return [];
  const references = own.continuations.map((reference) => reference.span);
  return within(paragraphs(sheet), own.blocks)
    .filter((paragraph) => paragraph.kind !== 'folio')
    .map((paragraph) => without(paragraph, references))
    .filter((paragraph) => paragraph.text !== '');
}

/** The paragraphs whose first block lies in [from, to): found by halving, as whole files are exported article by article. */
function within(all: readonly Paragraph[], { from, to }: Span): readonly Paragraph[] {
  const first = (block: number): number => countWhile(all.length, (i) => all[i].block < block);
  return all.slice(first(from), first(to));
}

/** An article as text to be copied: a paragraph a line. */
export const cleanText = (sheet: Sheet, article: number): string =>
  cleanParagraphs(sheet, article)
    .map((paragraph) => paragraph.text)
    .join('\n');

/** The paragraph without the words of the spans (in the file's text). */
function without(paragraph: Paragraph, spans: readonly Span[]): CleanParagraph {
  const cuts = spans
    .filter(({ from, to }) => from < paragraph.span.to && paragraph.span.from < to)
    .map(({ from, to }) => ({ from: indexIn(paragraph, from), to: indexIn(paragraph, to) }));
  const parts = [...cuts, { from: paragraph.text.length, to: 0 }];
  const kept = parts.map(({ from }, i) => paragraph.text.slice(i === 0 ? 0 : parts[i - 1].to, from)).join('');
  const text = kept.trim();
  const indent = kept.length - kept.trimStart().length;
  const indexOf = (offset: number): number => {
    const at = indexIn(paragraph, offset);
    const gone = cuts.map(({ from, to }) => Math.max(0, Math.min(at, to) - from));
    return Math.min(
      text.length,
      Math.max(
        0,
        gone.reduce((rest, length) => rest - length, at - indent),
      ),
    );
  };
  return { kind: paragraph.kind, text, span: paragraph.span, indexOf };
}

/** Where in the paragraph's words an offset of the text stands; the inverse of `offsetIn`. */
function indexIn({ pieces, text }: Paragraph, offset: number): number {
  const piece = pieces.findLast((known) => known.from <= offset) ?? pieces[0];
  const next = pieces[pieces.indexOf(piece) + 1]?.at ?? text.length;
  return Math.min(next, Math.max(piece.at, piece.at + offset - piece.from));
}

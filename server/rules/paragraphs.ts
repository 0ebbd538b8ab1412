import type { BlockKind, Sheet } from '../parse/sheet';
import { countWhile } from '../text/search';
import type { Span } from '../text/span';

/** A paragraph as it reads: its lines joined where the recogniser joins them, without line ends and indents. */
export interface Paragraph {
  readonly text: string;
  readonly kind: BlockKind;
  /** Index of its (first) block in `Sheet.blocks`. */
  readonly block: number;
  /** Index of its article in `Sheet.articles`, or -1. */
  readonly article: number;
  /** From its first to its last character, indents and line ends outside. */
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** Where a line's characters stand in the paragraph (`at`) and in the text (`from`). */
interface Piece {
  readonly at: number;
  readonly from: number;
}

const known = new WeakMap<Sheet, readonly Paragraph[]>();

/** Every block that is not blank, in the order of the text, as it reads. Worked out once for each Sheet. */
export function paragraphs(sheet: Sheet): readonly Paragraph[] {
  let result = known.get(sheet);
  if (!result) {
    result = [...read(sheet)];
    known.set(sheet, result);
  }
  return result;
}

/** The text's span of the paragraph's characters [from, to), which are not empty. */
export const spanIn = (paragraph: Paragraph, from: number, to: number): Span => ({
  from: offsetIn(paragraph, from),
  to: offsetIn(paragraph, to - 1) + 1,
});

/** The text's offset of the paragraph's character `at`. */
export function offsetIn({ pieces }: Paragraph, at: number): number {
  const piece = pieces[Math.max(0, countWhile(pieces.length, (i) => pieces[i].at <= at) - 1)];
  return piece.from + at - piece.at;
}

function* read({ text, blocks, articles }: Sheet): Generator<Paragraph> {
  let article = 0;
  // The end of `open.text`, by itself: to look at the end of a text that grows line by line would copy it each time.
  let tail = '';
  let open: { kind: BlockKind; block: number; article: number; text: string; pieces: Piece[]; to: number } | null =
    null;
  for (let block = 0; block < blocks.length; block++) {
    const { kind, lines, joins } = blocks[block];
    if (kind === 'blank') continue;
    while (article < articles.length && articles[article].blocks.to <= block) article++;
    const own = article < articles.length && articles[article].blocks.from <= block ? article : -1;
    let join = 0;
    for (let line = lines.first; line <= lines.last; line++) {
      const whole = text.line(line);
      const content = whole.trim();
      if (content === '') continue;
      const from = text.lineStart(line) + whole.length - whole.trimStart().length;
      if (open === null) tail = '';
      open ??= { kind, block, article: own, text: '', pieces: [], to: from };
      const between = gap(tail, content);
      open.text += between;
      open.pieces.push({ at: open.text.length, from });
      open.text += content;
      open.to = from + content.length;
      tail = (tail + between + content).slice(-REACH);
      while (join < joins.length && joins[join] < line) join++;
      if (joins[join] === line) continue;
      yield closed(open);
      open = null;
    }
  }
  if (open) yield closed(open);
}

const closed = ({ to, ...rest }: Omit<Paragraph, 'span'> & { to: number }): Paragraph => ({
  ...rest,
  span: { from: rest.pieces[0].from, to },
});

/** What a paragraph's reader sees between two of its lines: a blank between Latin words, nothing in Chinese. */
export function gap(before: string, after: string): '' | ' ' {
  if (!/[A-Za-z,.;:!?)\]'"’”]$/.test(before) || !/^[A-Za-z(['"‘“]/.test(after)) return '';
  return latin(before.slice(-REACH)) && latin(after.slice(0, REACH)) ? ' ' : '';
}

/** Chinese print cuts a lone foreign word anywhere, so only among other Latin words is a line end a word's end. */
const REACH = 24;
const latin = (text: string): boolean => !/[\p{sc=Han}，。、；：！？]/u.test(text) && /[A-Za-z]{2}/.test(text);

import type { GoldProblem } from '../gold';
import { pick, type Random } from '../random';

/** A text that was damaged on purpose, and what is therefore to be found in it. */
export interface Damaged {
  readonly text: string;
  readonly original: string;
  /** In the lines (1-based) of the damaged text. */
  readonly problems: readonly GoldProblem[];
  /** Lines (1-based) of the damaged text whose line end is no paragraph end. */
  readonly joins: readonly number[];
}

/** A line of running text: long, with clauses, ending as a sentence does. `from` and `to` leave out its indent. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  for (const [i, whole] of text.split('\n').entries()) {
    const indent = whole.match(/^\s*/)?.[0].length ?? 0;
    const line = whole.slice(indent);
    if (line.length >= 40 && /[。！？!?][”’」』]?$/.test(line) && /[，,]/.test(line))
      found.push({ from: from + indent, to: from + whole.length, line: i + 1, text: line });
    from += whole.length + 1;
  }
  return found;
}

/** The text with [from, to) replaced by `insert`, and one problem. */
export function altered(text: string, from: number, to: number, insert: string, line: number, code: string): Damaged {
  const result = text.slice(0, from) + insert + text.slice(to);
  return { text: result, original: text, problems: [{ line, code }], joins: [] };
}

/** One of all places in the text's paragraphs that `places` (offsets in the paragraph) gives, or null. */
export function somewhere<T>(
  text: string,
  random: Random,
  places: (paragraph: Paragraph, next: Paragraph | undefined) => Iterable<T>,
): [Paragraph, T] | null {
  const all = paragraphs(text);
  const found = all.flatMap((p, i) => [...places(p, all[i + 1])].map((place): [Paragraph, T] => [p, place]));
  return found.length > 0 ? pick(random, found) : null;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Offsets inside a word of two or more Han characters, well inside the paragraph. */
export function* wordBreaks({ text }: Paragraph): Generator<number> {
  for (const { segment, index } of words.segment(text))
    if (index > 12 && index + segment.length < text.length - 8 && /^\p{Script=Han}{2,}$/u.test(segment))
      yield index + 1;
}

/** The line (1-based) of an offset. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

import type { Text } from '../text/text';
import { isBlank } from './chars';
import { byline } from './forms/byline';
import { closing } from './forms/closing';
import { jump, resumption } from './forms/continuation';
import { section } from './forms/section';
import type { Line } from './line';
import type { Block } from './sheet';

/** A block's characters as one line: line ends that are no paragraph ends, and the blanks around them, taken out. */
export interface Paragraph {
  readonly text: string;
  /** Where in the whole text the character at `offset` of `text` stands. */
  at(offset: number): number;
}

/** The paragraph that a block is; `line` where it is but one. */
export function paragraphOf(text: Text, block: Block, line: Line | null = null): Paragraph {
  if (line?.rows.length === 1) {
    const from = block.from + line.first;
    return { text: line.text.slice(line.first, line.last), at: (offset) => from + offset };
  }
  const parts: string[] = [];
  const starts: number[] = [];
  const places: number[] = [];
  let length = 0;
  const content = text.slice(block.from, block.to);
  const ends = [lineEnds(content, '\n'), lineEnds(content, '\r')];
  for (let from = 0, next = 0; from < content.length; from = next) {
    let last = Math.min(ends[0](from), ends[1](from));
    next = last + (content.charCodeAt(last) === 13 && content.charCodeAt(last + 1) === 10 ? 2 : 1);
    let first = from;
    while (first < last && isBlank(content.charCodeAt(first))) first++;
    if (first === last) continue;
    // A single blank at the seam of a wrapped line is the text's own (记者 甲 ⏎ 通讯员 乙); more of them are an indent.
    if (first === from + 1 && parts.length > 0) first = from;
    if (next >= content.length) while (isBlank(content.charCodeAt(last - 1))) last--;
    starts.push(length);
    places.push(block.from + first);
    parts.push(content.slice(first, last));
    length += last - first;
  }
  return {
    text: parts.join(''),
    at(offset) {
      let k = starts.length - 1;
      while (k > 0 && starts[k] > offset) k--;
      return k < 0 ? block.from : places[k] + offset - starts[k];
    },
  };
}

/** Where a mark stands next from a place on, or the text's length; asked of rising places, each stretch is searched once. */
function lineEnds(text: string, mark: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) next = text.indexOf(mark, from);
    if (next < 0) next = text.length;
    return next;
  };
}

/** The printed forms in a paragraph; `at` says where in the whole text their offsets lie. */
export type Forms = Pick<Line, 'section' | 'resumption' | 'jump' | 'signature' | 'closing'> & Pick<Paragraph, 'at'>;

/** The forms of a paragraph that is one line: its own facts. */
export function formsOf(line: Line, paragraph: Paragraph): Forms {
  const { section, resumption, jump, signature } = line;
  const at = (offset: number): number => paragraph.at(offset - line.first);
  return { section, resumption, jump, signature, closing: closingBefore(line.text, jump), at };
}

/** The forms of a paragraph that was cut into several lines: found across them. */
export function formsIn({ text, at }: Paragraph): Forms {
  const end = jump(text);
  return {
    section: section(text),
    resumption: resumption(text),
    jump: end,
    signature: byline(text),
    closing: closingBefore(text, end),
    at,
  };
}

/** A jump stands behind the byline that closes a piece: …（本报记者 甲）（下转第二版） */
const closingBefore = (text: string, end: Line['jump']): Line['closing'] => closing(text.slice(0, end?.from));

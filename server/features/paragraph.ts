import type { Block, Sheet } from '../parse/sheet';
import type { Span } from '../text/span';

/**
 * The paragraph at an offset, without the blanks around it: its block, and every block that a line end cut off from it
 * (`Block.joins`). Undefined on blank lines and in an empty text.
 */
export function paragraphAt(sheet: Sheet, at: number): Span | undefined {
  const written = sheet.blocks.filter(({ kind }) => kind !== 'blank');
  const here = written.findIndex((block) => holds(sheet, block, at));
  if (here < 0) return undefined;
  let first = here;
  let last = here;
  while (first > 0 && goesOn(written[first - 1])) first--;
  while (last < written.length - 1 && goesOn(written[last])) last++;
  return trimmed(sheet, { from: written[first].from, to: written[last].to });
}

const holds = ({ text }: Sheet, { from, to, lines }: Block, at: number): boolean =>
  at >= from && (at < to || at === text.lineEnd(lines.last));

/** Whether a paragraph does not end with its block. */
const goesOn = ({ joins, lines }: Block): boolean => joins.includes(lines.last);

function trimmed({ text }: Sheet, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  return { from: from + lead, to: Math.max(from + lead, from + words.trimEnd().length) };
}

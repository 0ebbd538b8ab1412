import type { Text } from '../text/text';
import { closing, type Signature } from './forms/byline';
import type { Reference } from './forms/continuation';
import type { Paragraph } from './paragraph';
import type { Block, Byline } from './sheet';

/**
 * The bylines and datelines of one block: `start` opens it, and one may close it, before the jump if there is any. A wrapped
 * one is read across its lines.
 */
export function bylinesOf(
  text: Text,
  block: Block,
  paragraph: Paragraph,
  start: Signature | null,
  jumped: Reference | null,
): Byline[] {
  if (block.kind === 'caption' || block.kind === 'subhead') return [];
  const opening = start?.weak && block.kind !== 'byline' ? null : start;
  // A jump stands behind the byline that closes a piece: …（本报记者 甲）（下转第二版）
  const end = closing(paragraph.text.slice(0, jumped?.from));
  const found = [opening, end && end.from >= (opening?.to ?? 0) ? end : null];
  return found.flatMap((signature) => (signature ? [placed(text, signature, paragraph)] : []));
}

function placed(text: Text, signature: Signature, paragraph: Paragraph): Byline {
  const span = { from: paragraph.at(signature.from), to: paragraph.at(signature.to - 1) + 1 };
  return {
    line: text.lineAt(span.from),
    span,
    outlet: signature.outlet,
    place: signature.city,
    date: signature.date,
    people: signature.people.map(({ name, role, from, to }) => ({
      name,
      role,
      span: { from: paragraph.at(from), to: paragraph.at(to - 1) + 1 },
    })),
  };
}

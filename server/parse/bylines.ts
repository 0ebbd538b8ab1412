import type { Text } from '../text/text';
import type { Signature } from './forms/signature';
import type { Forms } from './paragraph';
import type { Block, Byline } from './sheet';

/** The bylines and datelines of one block, opening or closing it. A wrapped one is read across its lines. */
export function bylinesOf(text: Text, { kind, lines }: Block, { signature, closing, at }: Forms): Byline[] {
  if (kind === 'caption' || kind === 'subhead') return [];
  const opening = signature?.weak && kind !== 'byline' ? null : signature;
  const lineAt = (offset: number): number => (lines.first === lines.last ? lines.first : text.lineAt(offset));
  const found: Byline[] = [];
  if (opening) found.push(placed(opening, at, lineAt));
  if (closing && closing.from >= (opening?.to ?? 0)) found.push(placed(closing, at, lineAt));
  return found;
}

function placed(signature: Signature, at: Forms['at'], lineAt: (offset: number) => number): Byline {
  const span = { from: at(signature.from), to: at(signature.to - 1) + 1 };
  return {
    line: lineAt(span.from),
    span,
    outlet: signature.outlet,
    place: signature.city,
    date: signature.date,
    people: signature.people.map(({ name, role, from, to }) => ({
      name,
      role,
      span: { from: at(from), to: at(to - 1) + 1 },
    })),
  };
}

import { End, type Line } from '../line';
import type { Profile } from '../profile';

// What the features are made of: a line's facts in a few classes each.

/** Six classes of length, 6 for no line. */
export const coarseLength = (line: Line | undefined): number => {
  if (!line) return 6;
  const n = line.columns / 2;
  return n <= 7 ? 0 : n <= 12 ? 1 : n <= 20 ? 2 : n <= 30 ? 3 : n <= 48 ? 4 : 5;
};

/** 0 a sentence's end, 1 a pause, 2 a closing quote or bracket, 3 nothing of the kind, 4 no line. */
export const coarseEnd = (line: Line | undefined): number => {
  if (!line) return 4;
  switch (line.end) {
    case End.Stop:
    case End.StopQuote:
    case End.Ellipsis:
      return 0;
    case End.Pause:
    case End.Semicolon:
    case End.Colon:
      return 1;
    case End.Quote:
    case End.Paren:
      return 2;
    default:
      return 3;
  }
};

/** The form a line has by itself: 0 none, then the kinds that a pattern tells. */
export const formOf = (line: Line | undefined): number => {
  if (!line) return 11;
  if (line.resumption) return 1;
  if (line.folio?.strong) return 2;
  if (line.section?.alone) return 3;
  if (line.signature) return line.signature.weak ? 12 : line.signature.place === 'whole' ? 4 : 5;
  switch (line.note) {
    case 'caption':
      return 6;
    case 'credit':
      return 7;
    case 'endnote':
    case 'crossReference':
      return 8;
    case 'attribution':
      return 9;
    case 'staff':
    case 'row':
      return 10;
    default:
      return 0;
  }
};

/** None, an indent, a deep one; 3 more where the file does not indent its paragraphs. */
export const indentClass = (line: Line, profile: Profile): number =>
  (profile.indented ? 0 : 3) + (line.indent === 0 ? 0 : line.indent <= 4 ? 1 : 2);

/** 0 no dateline, 1 one without people, 2 one with them. */
export const leadOf = (line: Line | undefined): number =>
  line?.signature?.place === 'start' ? (line.signature.people.length > 0 ? 2 : 1) : 0;

export const cap = (n: number, most: number): number => Math.min(n, most);

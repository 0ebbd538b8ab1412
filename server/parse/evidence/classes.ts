import { End, type Line } from '../line';
import type { Profile } from '../profile';

// What the features are made of: a line's facts in a few classes each.

/** Classes of a whole number, each up to the next of some rising bounds and the last without one, as a table: to be asked of every line. */
export const classes = (...bounds: number[]): Uint8Array =>
  Uint8Array.from({ length: bounds[bounds.length - 1] + 2 }, (_, n) => bounds.filter((bound) => n > bound).length);

/** In half-width columns. */
const lengths = classes(14, 24, 40, 60, 96);

/** Six classes of length, 6 for no line. */
export const coarseLength = (line: Line | undefined): number =>
  line ? lengths[Math.min(line.columns, lengths.length - 1)] : 6;

const ends = new Uint8Array(End.None + 1).fill(3);
for (const end of [End.Stop, End.StopQuote, End.Ellipsis]) ends[end] = 0;
for (const end of [End.Pause, End.Semicolon, End.Colon]) ends[end] = 1;
for (const end of [End.Quote, End.Paren]) ends[end] = 2;

/** 0 a sentence's end, 1 a pause, 2 a closing quote or bracket, 3 nothing of the kind, 4 no line. */
export const coarseEnd = (line: Line | undefined): number => (line ? ends[line.end] : 4);

/** The form a line has by itself: 0 none, then the kinds that a pattern tells. */
export const formOf = (line: Line | undefined): number => {
  if (!line) return 11;
  if (line.resumption) return 1;
  if (line.folio?.strong) return 2;
  if (line.section?.alone) return 3;
  if (line.signature)
    return line.signature.loose ? 13 : line.signature.weak ? 12 : line.signature.place === 'whole' ? 4 : 5;
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

import type { Line } from './line';

/** The habits of one file, counted before any line is judged: every later decision is relative to them. */
export interface Profile {
  /** Paragraphs begin with blanks (U+3000 or others). */
  readonly indented: boolean;
  /** Where blank lines stand: between all paragraphs, here and there (as between articles), or nowhere. */
  readonly blankLines: 'paragraphs' | 'articles' | 'none';
  /** The width, in half-width columns, at which most lines were hard-wrapped, or null. */
  readonly wrapWidth: number | null;
  /** The form of its commas; `none` where running text has next to no punctuation (as before 1949). */
  readonly punctuation: 'full' | 'half' | 'none';
  /** Pages are headed by a bare number and a name (A02 城事): several lines are. */
  readonly barePages: boolean;
}

/**
 * Sums from which a profile is made; they add up line by line, so that a changed stretch can be taken out and put back.
 * The shares are compared with wide margins: one edit seldom changes a profile.
 */
export interface Tally {
  lines: number;
  /** Lines that run on: long ones, and where a text is wrapped all that fill its width, however narrow. */
  long: number;
  longIndented: number;
  /** Non-blank lines that follow a blank line. */
  afterBlank: number;
  /** Lines that fill their neighbourhood's common width. */
  full: number;
  /** Columns of the full lines as they lie, indents and all, added up. */
  fullColumns: number;
  fullCommas: number;
  halfCommas: number;
  stops: number;
  characters: number;
  /** Lines that may be page headers, by a letter and a number that stand beside a name. */
  barePages: number;
}

export const emptyTally = (): Tally => ({
  lines: 0,
  long: 0,
  longIndented: 0,
  afterBlank: 0,
  full: 0,
  fullColumns: 0,
  fullCommas: 0,
  halfCommas: 0,
  stops: 0,
  characters: 0,
  barePages: 0,
});

/** Adds (sign 1) or takes away (sign -1) one line. */
export function count(tally: Tally, line: Line, full: boolean, sign = 1): void {
  tally.lines += sign;
  if (full || line.columns >= 30) {
    tally.long += sign;
    if (line.indent >= 2) tally.longIndented += sign;
  }
  if (line.blanksBefore > 0) tally.afterBlank += sign;
  if (full) {
    tally.full += sign;
    tally.fullColumns += sign * line.width;
  }
  tally.fullCommas += sign * line.fullCommas;
  tally.halfCommas += sign * line.halfCommas;
  tally.stops += sign * (line.stops + line.pauses);
  tally.characters += sign * line.length;
  if (line.folio && !line.folio.strong && /^[A-Z]/.test(line.folio.label)) tally.barePages += sign;
}

export function profileOf(tally: Tally): Profile {
  const { lines, long, longIndented, afterBlank, full, fullColumns, fullCommas, halfCommas, stops, characters } = tally;
  const wrapped = full > 8 && full > 0.45 * lines;
  // In a wrapped file only the first line of each paragraph is indented.
  const indented = longIndented > (wrapped ? 0.06 : 0.4) * Math.max(1, long);
  const share = afterBlank / Math.max(1, lines);
  return {
    indented,
    blankLines: share > 0.8 ? 'paragraphs' : afterBlank > 0 ? 'articles' : 'none',
    wrapWidth: wrapped ? Math.round(fullColumns / full / 2) * 2 : null,
    punctuation: characters > 200 && stops * 120 < characters ? 'none' : halfCommas > fullCommas ? 'half' : 'full',
    barePages: tally.barePages > 1,
  };
}

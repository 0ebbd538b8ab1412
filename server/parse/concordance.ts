import { isHan } from './chars';
import type { Line } from './line';

// Words are told by pairs and triples of Han characters, each by a hash: two of them may share a number, and at some
// hundred words in 65,536 numbers that blurs nothing.
const WORDS = 1 << 16;
/** How far lines may lie apart in one question, and their places: both are more than any question needs. */
const LINES = 64;
const RING = 1 << 13;
/** 0 says that a word stands nowhere, and a question may ask for what stands before the place before the first. */
const FIRST = 2;
/** Places are kept in 16 bits: so many, and a question's more, are recorded before all begins anew. */
const LAST = WORDS - RING;

// Pairs and triples are counted together, each in one half of a number. What is known of a place is how far before it the
// same word stood last: FAR where it stood nowhere near, 0 where no word begins at all.
const FAR = 0x7fff;
const EACH = 0x10001;
const TOP = 0x8000;
const TOPS = TOP * EACH;

export const pairOf = (a: number, b: number): number => hash(a, b) & (WORDS - 1);
const hash = (a: number, b: number): number => Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb);

/** Of the different words of one stretch, how many stand in another too. */
export interface Shared {
  readonly all: number;
  readonly same: number;
}

/**
 * The running text around the line that was last asked about: recorded once as the questions go down a page, so that each
 * costs a look at the text behind its line and not at all that stood before. Each character has a place; places rise, and
 * none is used again before all begins anew. The tables are small on purpose: they are hit at random, and stay in cache.
 */
export class Concordance {
  /** Per word the place where it stood last. */
  private readonly pairs = new Uint16Array(WORDS);
  private readonly triples = new Uint16Array(WORDS);
  /** Per place how far before it the pair (low half) and the triple (high half) that begin there stood last. */
  private readonly gaps = new Int32Array(RING);
  private lines: readonly Line[] = [];
  /** The lines [from, to) are recorded; the next place is `end`. */
  private from = 0;
  private to = 0;
  private end = FIRST;
  /** Where each of them begins, by the low bits of its number. */
  private readonly places = new Int32Array(LINES);
  private answer = nothing();

  /** `size`: a line's characters of running text. Of a long one only `most` at either end are recorded: no question sees more. */
  constructor(
    private readonly size: (line: Line) => number,
    private readonly most: number,
  ) {}

  /** Records the lines [from, to), fewer than `LINES`, as far as they are not recorded yet. */
  cover(lines: readonly Line[], from: number, to: number): void {
    const near =
      from >= this.from && from <= this.to && this.to - from < LINES && this.end - this.placeOf(from) < RING / 2;
    if (lines !== this.lines || !near || this.end > LAST) this.restart(lines, from);
    while (this.to < to) this.record(lines[this.to++]);
  }

  /** The place at which a recorded line, or the one after the last of them, begins. */
  placeOf(line: number): number {
    return this.places[line % LINES];
  }

  /** The last place before `limit` at which a pair stands; one before all recorded places where it stands nowhere. */
  lastOf(pair: number, limit: number): number {
    let place = this.pairs[pair];
    while (place >= limit) place = this.previousOf(place);
    return place;
  }

  /** Where the pair that begins at a place stood last before it; as above where it stands nowhere. */
  previousOf(place: number): number {
    return place - (this.gaps[place & (RING - 1)] & FAR);
  }

  /**
   * How many different pairs begin in [next, to), and how many of those also in [from, here); and so of triples, which take
   * one character more. Counted by the top bits of differences: which words come again is nothing that a processor could guess.
   */
  shared(from: number, here: number, next: number, to: number): { readonly pairs: Shared; readonly triples: Shared } {
    const { gaps, answer } = this;
    // The lines of one headline all have the same text before and behind them.
    if (answer.from === from && answer.here === here && answer.next === next && answer.to === to) return answer;
    let all = 0;
    let same = 0;
    let inside = TOPS | 0; // how far the place is from `next`, and from `from`, in both halves
    let near = (TOPS + (next - from) * EACH) | 0;
    for (let place = next; place < to; place++) {
      let gap = gaps[place & (RING - 1)];
      if (here < next) gap = this.gapOver(place, gap, here, next);
      const first = ~(inside - gap);
      const counted = place === to - 1 ? 1 : EACH;
      all += (first >>> 15) & counted;
      same += ((first & (near - gap)) >>> 15) & counted;
      inside = (inside + EACH) | 0;
      near = (near + EACH) | 0;
    }
    const pairs = { all: all & (TOP - 1), same: same & (TOP - 1) };
    const triples = { all: all >> 16, same: same >> 16 };
    this.answer = { from, here, next, to, pairs, triples };
    return this.answer;
  }

  /** A place's gaps as they were if the line at [here, next), which lies between what is compared, were not there. */
  private gapOver(place: number, gap: number, here: number, next: number): number {
    let pair = gap & FAR;
    let triple = gap >> 16;
    const within = (width: number): boolean => width > place - next && width <= place - here;
    while (within(pair)) pair = Math.min(FAR, pair + (this.gaps[(place - pair) & (RING - 1)] & FAR));
    while (within(triple)) triple = Math.min(FAR, triple + (this.gaps[(place - triple) & (RING - 1)] >> 16));
    return pair | (triple << 16);
  }

  private restart(lines: readonly Line[], from: number): void {
    this.lines = lines;
    this.from = this.to = from;
    if (this.end > LAST) {
      this.pairs.fill(0);
      this.triples.fill(0);
      this.end = FIRST;
      this.answer = nothing();
    }
    this.places[from % LINES] = this.end;
  }

  private record(line: Line): void {
    const size = this.size(line);
    if (size > 2 * this.most) {
      this.stretch(line.text, line.first, line.first + this.most);
      this.stretch(line.text, line.last - this.most, line.last);
    } else if (size > 0) this.stretch(line.text, line.first, line.last);
    this.places[this.to % LINES] = this.end;
  }

  /**
   * A pair is recorded once its second character is there, a triple with its third; both begin where their first stands. So
   * at a character the gaps of the place two before it are known, and are written once.
   */
  private stretch(text: string, from: number, to: number): void {
    const { pairs, triples, gaps } = this;
    let place = this.end;
    let run = 0; // Han characters in a row
    let before = 0;
    let word = 0; // the hash of the pair before
    let pairGap = 0; // that of the place before
    for (let k = from; k < to; k++, place++) {
      const code = text.charCodeAt(k);
      let known = pairGap;
      pairGap = 0;
      if (!isHan(code)) run = 0;
      else if (++run > 1) {
        if (run > 2) {
          const triple = (word ^ Math.imul(code, 0xc2b3)) & (WORDS - 1);
          known |= Math.min(FAR, place - 2 - triples[triple]) << 16;
          triples[triple] = place - 2;
        }
        word = hash(before, code);
        const pair = word & (WORDS - 1);
        pairGap = Math.min(FAR, place - 1 - pairs[pair]);
        pairs[pair] = place - 1;
      }
      before = code;
      if (k > from + 1) gaps[(place - 2) & (RING - 1)] = known;
    }
    if (to > from + 1) gaps[(place - 2) & (RING - 1)] = pairGap;
    if (to > from) gaps[(place - 1) & (RING - 1)] = 0;
    this.end = place;
  }
}

const NONE: Shared = { all: 0, same: 0 };
const nothing = () => ({ from: 0, here: 0, next: 0, to: 0, pairs: NONE, triples: NONE });

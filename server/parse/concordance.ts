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
const NOWHERE = 0x7fffffff;

export const pairOf = (a: number, b: number): number => (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb)) & (WORDS - 1);
const tripleOf = (a: number, b: number, c: number): number =>
  (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb) ^ Math.imul(c, 0xc2b3)) & (WORDS - 1);

/** Of the different words of one stretch, how many stand in another too. */
interface Shared {
  readonly all: number;
  readonly same: number;
}

/** The words of a stretch of text, each place with the same word's place before it. Places rise and are never used again. */
class Words {
  private readonly last = new Int32Array(WORDS);
  private readonly previous = new Int32Array(RING);
  private answer = { from: 0, here: 0, next: 0, to: 0, all: 0, same: 0 };

  add(word: number, place: number): void {
    this.previous[place & (RING - 1)] = this.last[word];
    this.last[word] = place;
  }

  /** No word begins here: a mark, or the line ends. */
  skip(place: number): void {
    this.previous[place & (RING - 1)] = NOWHERE;
  }

  /** The last place before `limit` at which a word stands; one before all recorded places where it stands nowhere. */
  lastOf(word: number, limit: number): number {
    let place = this.last[word];
    while (place >= limit) place = this.previous[place & (RING - 1)];
    return place;
  }

  previousOf(place: number): number {
    return this.previous[place & (RING - 1)];
  }

  /**
   * How many different words stand in [next, to), and how many of those also in [from, here). Counted by the sign bits of
   * differences: which words come again is nothing that a processor could guess.
   */
  shared(from: number, here: number, next: number, to: number): Shared {
    const { previous, answer } = this;
    // The lines of one headline all have the same text before and behind them.
    if (answer.from === from && answer.here === here && answer.next === next && answer.to === to) return answer;
    let all = 0;
    let same = 0;
    for (let place = next; place < to; place++) {
      let other = previous[place & (RING - 1)];
      while (other >= here && other < next) other = previous[other & (RING - 1)];
      all -= (other - next) >> 31;
      same -= ((other - next) & ~(other - from)) >> 31;
    }
    this.answer = { from, here, next, to, all, same };
    return this.answer;
  }

  forget(): void {
    this.last.fill(0);
  }
}

/**
 * The running text around the line that was last asked about: recorded once as the questions go down a page, so that each
 * costs a look at the text behind its line and not at all that stood before.
 */
export class Concordance {
  readonly pairs = new Words();
  readonly triples = new Words();
  private lines: readonly Line[] = [];
  /** The lines [from, to) are recorded; the next place is `end`. */
  private from = 0;
  private to = 0;
  private end = FIRST;
  /** Where each of them begins, by the low bits of its number. */
  private readonly places = new Int32Array(LINES);

  /** `size`: a line's characters of running text. Of a long one only `most` at either end are recorded: no question sees more. */
  constructor(
    private readonly size: (line: Line) => number,
    private readonly most: number,
  ) {}

  /** Records the lines [from, to), fewer than `LINES`, as far as they are not recorded yet. */
  cover(lines: readonly Line[], from: number, to: number): void {
    const near =
      from >= this.from && from <= this.to && this.to - from < LINES && this.end - this.placeOf(from) < RING / 2;
    if (lines !== this.lines || !near) this.restart(lines, from);
    while (this.to < to) this.record(lines[this.to++]);
  }

  /** The place at which a recorded line, or the one after the last of them, begins. */
  placeOf(line: number): number {
    return this.places[line % LINES];
  }

  private restart(lines: readonly Line[], from: number): void {
    this.lines = lines;
    this.from = this.to = from;
    if (this.end > 1 << 30) {
      this.pairs.forget();
      this.triples.forget();
      this.end = FIRST;
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

  private stretch(text: string, from: number, to: number): void {
    const { pairs, triples } = this;
    let place = this.end;
    let a = to > from ? text.charCodeAt(from) : 0;
    let b = to > from + 1 ? text.charCodeAt(from + 1) : 0;
    for (let k = from; k < to; k++, place++) {
      const c = k + 2 < to ? text.charCodeAt(k + 2) : 0;
      if (isHan(a) && isHan(b)) {
        pairs.add(pairOf(a, b), place);
        if (isHan(c)) triples.add(tripleOf(a, b, c), place);
        else triples.skip(place);
      } else {
        pairs.skip(place);
        triples.skip(place);
      }
      a = b;
      b = c;
    }
    this.end = place;
  }
}

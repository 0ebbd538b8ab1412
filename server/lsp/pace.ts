/** An answer that takes longer, in milliseconds, is late; a long list may take that for so many of its items. */
const LATE_MS = 1;
const ITEMS = 100;
/** So many of the latest answers make one that gives them slow, for a while. */
const SHARE = 0.2;
const WEIGHT = 0.05;
const AGAIN_MS = 1000;

/**
 * Whether somebody answers at once, such as a disk. How late an answer is does not count: on a busy machine one of a
 * thousand takes as long as all others together, as somebody else had the processor meanwhile.
 */
export class Pace {
  private late = 0;
  private slowUntil = Number.NEGATIVE_INFINITY;

  /** Takes when something was asked and answered, in milliseconds of one clock, and of how many items the answer was. */
  answered(asked: number, now: number, items = 1): void {
    const late = now - asked > LATE_MS * Math.max(1, items / ITEMS);
    this.late += ((late ? 1 : 0) - this.late) * WEIGHT;
    if (this.late <= SHARE) return;
    this.slowUntil = now + AGAIN_MS;
    this.late = 0;
  }

  isSlow = (now: number): boolean => now < this.slowUntil;
}

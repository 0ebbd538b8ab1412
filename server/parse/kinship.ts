import { isHan } from './chars';
import type { Line } from './line';

/** How a short line and the text behind it are akin to the text before it: shares 0 to 1, -1 where there is nothing to compare. */
export interface Kinship {
  /** Of the line's own word pairs, how many come again in the text right behind, in its opening, and in the text before. */
  readonly ahead: number;
  readonly opening: number;
  readonly behind: number;
  /** Of the word pairs (and triples) of the text behind the line, how many stood in the text before it. */
  readonly pairs: number;
  readonly triples: number;
  /** Characters of the text behind that were compared. */
  readonly seen: number;
}

const AHEAD = 420;
const OPENING = 140;
const BEHIND = 800;
const LINES = 30;

// Words are told by pairs and triples of characters, kept as stamps in small tables: a stamp of this question's number
// means "seen". Two words may fall on one place; at some hundred words in 65,536 places that blurs nothing.
const SIZE = 1 << 16;
const behindPairs = new Uint16Array(SIZE);
const behindTriples = new Uint16Array(SIZE);
const aheadPairs = new Uint16Array(SIZE);
const aheadTriples = new Uint16Array(SIZE);
const openingPairs = new Uint16Array(SIZE);
let question = 0;

const pair = (a: number, b: number): number => (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb)) & (SIZE - 1);
const triple = (a: number, b: number, c: number): number =>
  (Math.imul(a, 0x9e3b) ^ Math.imul(b, 0x85eb) ^ Math.imul(c, 0xc2b3)) & (SIZE - 1);

/** A line of running text, not a head or a mark: what words are compared with. */
const running = (line: Line): boolean => line.columns >= 24 && (line.columns >= 56 || line.stops + line.pauses > 0);

/** The kinship of line `i`; looks at most `LINES` lines back and ahead. */
export function kinship(lines: readonly Line[], i: number): Kinship {
  if (++question === 0xffff) {
    for (const table of [behindPairs, behindTriples, aheadPairs, aheadTriples, openingPairs]) table.fill(0);
    question = 1;
  }
  let left = BEHIND;
  for (let j = i - 1; j >= 0 && j >= i - LINES && left > 0; j--) {
    const { text, first, last } = lines[j];
    if (!running(lines[j])) continue;
    const from = Math.max(first, last - left);
    left -= last - from;
    for (let k = from; k < last - 1; k++) {
      const a = text.charCodeAt(k);
      const b = text.charCodeAt(k + 1);
      if (!isHan(a) || !isHan(b)) continue;
      behindPairs[pair(a, b)] = question;
      const c = text.charCodeAt(k + 2);
      if (k + 2 < last && isHan(c)) behindTriples[triple(a, b, c)] = question;
    }
  }
  const before = BEHIND - left;
  left = AHEAD;
  let [pairs, samePairs, triples, sameTriples] = [0, 0, 0, 0];
  for (let j = i + 1; j < lines.length && j <= i + LINES && left > 0; j++) {
    const { text, first, last } = lines[j];
    if (!running(lines[j])) continue;
    const to = Math.min(last, first + left);
    for (let k = first; k < to - 1; k++) {
      const a = text.charCodeAt(k);
      const b = text.charCodeAt(k + 1);
      if (!isHan(a) || !isHan(b)) continue;
      const p = pair(a, b);
      if (AHEAD - left + k - first < OPENING) openingPairs[p] = question;
      if (aheadPairs[p] !== question) {
        aheadPairs[p] = question;
        pairs++;
        if (behindPairs[p] === question) samePairs++;
      }
      const c = text.charCodeAt(k + 2);
      if (k + 2 >= to || !isHan(c)) continue;
      const t = triple(a, b, c);
      if (aheadTriples[t] !== question) {
        aheadTriples[t] = question;
        triples++;
        if (behindTriples[t] === question) sameTriples++;
      }
    }
    left -= to - first;
  }
  const { text, first, last } = lines[i];
  let [own, ahead, opening, behind] = [0, 0, 0, 0];
  for (let k = first; k < last - 1; k++) {
    const a = text.charCodeAt(k);
    const b = text.charCodeAt(k + 1);
    if (!isHan(a) || !isHan(b)) continue;
    const p = pair(a, b);
    own++;
    if (aheadPairs[p] === question) ahead++;
    if (openingPairs[p] === question) opening++;
    if (behindPairs[p] === question) behind++;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? -1 : part / whole);
  return {
    ahead: share(ahead, own),
    opening: share(opening, own),
    behind: before > 40 ? share(behind, own) : -1,
    pairs: before > 40 ? share(samePairs, pairs) : -1,
    triples: before > 40 ? share(sameTriples, triples) : -1,
    seen: AHEAD - left,
  };
}

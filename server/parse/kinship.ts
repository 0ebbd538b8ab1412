import { isHan } from './chars';
import { Concordance, pairOf, type Shared } from './concordance';
import type { Line } from './line';

/** How a short line and the text behind it are akin to the text before it. */
export interface Kinship {
  /** The line's own word pairs; how many of them come again in the text right behind, in its opening, and in the text before. */
  readonly own: number;
  readonly ahead: number;
  readonly opening: number;
  readonly behind: number;
  /** The word pairs (and triples) of the text behind the line, and how many of them stood in the text before it. */
  readonly pairs: Shared;
  readonly triples: Shared;
  /** There is enough text before the line to compare with. */
  readonly known: boolean;
  /** Characters of the text behind that were compared. */
  readonly seen: number;
}

const AHEAD = 420;
const OPENING = 140;
const BEHIND = 800;
/** How many lines back and ahead are looked at; no other evidence looks further. */
export const REACH = 30;

/** Characters of running text in a line, what words are compared with: none in a head or a mark. */
const running = ({ columns, stops, pauses, first, last }: Line): number =>
  columns >= 24 && (columns >= 56 || stops + pauses > 0) ? last - first : 0;

const concordance = new Concordance(running, Math.max(AHEAD, BEHIND));

/** The kinship of line `i`; looks at most `REACH` lines back and ahead. Cheapest where the lines of a page are asked in order. */
export function kinship(lines: readonly Line[], i: number): Kinship {
  let first = i;
  let before = 0;
  while (first > 0 && i - first < REACH && before < BEHIND) before += running(lines[--first]);
  before = Math.min(before, BEHIND);
  let end = i + 1;
  let seen = 0;
  while (end < lines.length && end - i <= REACH && seen < AHEAD) seen += running(lines[end++]);
  seen = Math.min(seen, AHEAD);

  concordance.cover(lines, first, end);
  const here = concordance.placeOf(i);
  const from = here - before;
  const next = concordance.placeOf(i + 1);
  // A pair takes two characters, a triple three: none reaches past the end of what is compared.
  const to = next + seen - 1;
  const { pairs, triples } = concordance.shared(from, here, next, to);

  let [own, ahead, opening, behind] = [0, 0, 0, 0];
  const { text, last } = lines[i];
  for (let k = lines[i].first; k < last - 1; k++) {
    const a = text.charCodeAt(k);
    const b = text.charCodeAt(k + 1);
    if (!isHan(a) || !isHan(b)) continue;
    own++;
    let place = concordance.lastOf(pairOf(a, b), to);
    if (place >= next) {
      ahead++;
      let earliest = place;
      while (place >= next) {
        earliest = place;
        place = concordance.previousOf(place);
      }
      if (earliest - next < OPENING) opening++;
    }
    while (place >= here) place = concordance.previousOf(place);
    if (place >= from) behind++;
  }
  return { own, ahead, opening, behind, pairs, triples, known: before > 40, seen };
}

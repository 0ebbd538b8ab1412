import table from './openings.weights.json';

/**
 * How a paragraph opens: does its first character begin a word and a sentence, or was something before it cut away?
 * Witnesses: how often such characters open a sentence rather than stand inside a word (fitted by
 * `test/scripts/fit-openings.ts`, plain numbers), whether the same words stand elsewhere in the article with
 * always something before them (…生组织 beside 世界卫生组织), and whether they begin with a word of the dictionary.
 */
interface Openings {
  /** Tenths of log odds against an opening: per first character, and what the second adds to it. */
  readonly one: Readonly<Record<string, string>>;
  readonly two: Readonly<Record<string, string>>;
  readonly weights: readonly number[];
}

/** The probability that a paragraph's first words were cut away, judged from its text and from `around` it. */
export function cutProbability(text: string, around: string): number {
  if (!HAN.test(text)) return 0;
  const odds = (ones.get(text[0]) ?? 0) + (twos.get(text.slice(0, 2)) ?? 0);
  return 1 / (1 + Math.exp(-witnesses(text, around).reduce((sum, value, i) => sum + value * weights[i], odds)));
}

/** The opening is a Han character; of others nothing is known. */
const HAN = /^\p{sc=Han}/u;

/** What speaks for and against a cut beside the characters' odds, as numbers, the first always 1. */
export function witnesses(text: string, around: string): number[] {
  const { length, cut, varied } = elsewhere(text, around);
  return [
    1,
    cut ? length : 0,
    cut && !varied ? length : 0,
    cut ? 0 : length,
    /^..?[，。；：、！？,;:!?]/u.test(text) ? 1 : 0,
    ...[2, 3, 4].map((least) => (wordLength(text) >= least ? 1 : 0)),
  ];
}

/**
 * How long the first word is. The dictionary is the host's and may differ from one to the next, so it is one witness among
 * others; it knows the rare words that the tables do not. Asked only of a few paragraphs in a file.
 */
function wordLength(text: string): number {
  const [first] = segmenter.segment(text.slice(0, 12));
  return first.segment.length;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters compared at most. */
const REACH = 8;

/**
 * The longest opening of `text` (two characters or more) that `around` has as well, and what stands before it there:
 * `cut` where it is mostly a Han character, `varied` where that is not always the same one.
 */
function elsewhere(text: string, around: string): { length: number; cut: boolean; varied: boolean } {
  const head = text.slice(0, 2);
  let length = 1;
  let inside = new Set<string>();
  let [within, opening] = [0, 0];
  for (let at = around.indexOf(head); at >= 0; at = around.indexOf(head, at + 1)) {
    let same = 2;
    while (same < REACH && same < text.length && around[at + same] === text[same]) same++;
    if (same < length) continue;
    if (same > length) {
      length = same;
      inside = new Set();
      within = 0;
      opening = 0;
    }
    const before = around[at - 1] ?? '';
    if (/\p{sc=Han}/u.test(before)) {
      within++;
      inside.add(before);
    } else opening++;
  }
  return { length: length - 1, cut: within > opening, varied: inside.size > 1 };
}

function unpack(packed: Readonly<Record<string, string>>, width: number): Map<string, number> {
  const map = new Map<string, number>();
  for (const [value, entries] of Object.entries(packed)) {
    const characters = [...entries];
    for (let i = 0; i < characters.length; i += width)
      map.set(characters.slice(i, i + width).join(''), Number(value) / 10);
  }
  return map;
}

const { one, two, weights } = table as Openings;
const ones = unpack(one, 1);
const twos = unpack(two, 2);

import { wordsIn } from '../text/segmenter';
import { simplified } from '../text/simplified';
import table from './openings.weights.json';

/**
 * How a paragraph opens: does its first character begin a word and a sentence, or was something before it cut away?
 * Witnesses: how often such characters open a sentence rather than stand inside a word (fitted by
 * `test/scripts/fit-openings.ts`, plain numbers), whether the same words stand elsewhere in the article with
 * always something before them (…生组织 beside 世界卫生组织, …赫 beside 巴赫), and whether they begin with a word of the
 * dictionary.
 */
interface Openings {
  /** Tenths of log odds against an opening, by characters that have them in common: `keysOf` names them. */
  readonly odds: Readonly<Record<string, string>>;
  readonly weights: readonly number[];
}

/** The probability that a paragraph's first words were cut away, judged from its text and from `around` it. */
export function cutProbability(text: string, around: string): number {
  if (!HAN.test(text)) return 0;
  const word = wordLength(text);
  const known = keysOf(simplified(text.slice(0, 2)), word).reduce((sum, key) => sum + (odds().get(key) ?? 0), 0);
  return 1 / (1 + Math.exp(-witnesses(text, around, word).reduce((sum, value, i) => sum + value * weights[i], known)));
}

/** By what an opening's characters are known: the first, the first two, and the first with its word's length. */
export const keysOf = (text: string, word: number): string[] => [
  text[0],
  text.slice(0, 2),
  `${text[0]}${Math.min(word, 3)}`,
];

/** The opening is a Han character; of others nothing is known. */
const HAN = /^\p{sc=Han}/u;

/** What speaks for and against a cut beside the characters' odds, as numbers, the first always 1; `word`: see `wordLength`. */
export function witnesses(text: string, around: string, word: number): number[] {
  const { length, cut, varied } = elsewhere(text, around);
  return [
    1,
    cut ? length : 0,
    cut && !varied ? length : 0,
    cut ? 0 : length,
    /^..?[，。；：、！？,;:!?]/u.test(text) ? 1 : 0,
    ...[2, 3, 4].map((least) => (word >= least ? 1 : 0)),
    ...companions(text[0], around),
    /^[^，。；：！？,;:!?]{1,10}。/u.test(text) ? 1 : 0,
  ];
}

/**
 * How long the first word is. The dictionary is the host's and may differ from one to the next, so it is one witness among
 * others; it knows the rare words that the tables do not. Asked only of a few paragraphs in a file.
 */
export function wordLength(text: string): number {
  const [first] = wordsIn(text.slice(0, 12));
  return first.segment.length;
}

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

/** Of so many of its other places in every ten, one character stands before another that belongs to it. */
const MOSTLY = 0.6;

/** Whether a character has mostly the same one before it in `around` (巴赫), how often it stands there, and whether it mostly opens. */
function companions(character: string, around: string): [number, number, number] {
  const before = new Map<string, number>();
  let [all, opening, most] = [0, 0, 0];
  for (let at = around.indexOf(character); at >= 0; at = around.indexOf(character, at + 1)) {
    all++;
    const other = around[at - 1] ?? '';
    if (!/\p{sc=Han}/u.test(other)) opening++;
    else {
      const times = (before.get(other) ?? 0) + 1;
      before.set(other, times);
      most = Math.max(most, times);
    }
  }
  if (all < 2) return [0, 0, 0];
  const same = most >= MOSTLY * all;
  return [same ? 1 : 0, same ? Math.log(all) : 0, opening * 2 > all ? 1 : 0];
}

function unpack(packed: Readonly<Record<string, string>>): Map<string, number> {
  const map = new Map<string, number>();
  for (const [value, keys] of Object.entries(packed))
    for (const key of keys.split(' ')) map.set(key, Number(value) / 10);
  return map;
}

const { odds: packed, weights } = table as Openings;
let unpacked: ReadonlyMap<string, number> | undefined;
/** Unpacked when first asked for: whoever only reads pages need not wait for it. */
const odds = (): ReadonlyMap<string, number> => (unpacked ??= unpack(packed));

import type { Text } from '../text/text';

/** A line that is not blank, with its number (0-based) in the text. */
export interface Place {
  readonly at: number;
  readonly text: string;
}

/**
 * Names a line by what is printed there, so that it is found again after edits elsewhere and after lines were moved. White
 * space is never looked at: reflowing and indenting change nothing. Plain data, fit for JSON.
 */
export interface Anchor {
  /** The line's first characters, for people who read the ledger and to know the line again after it was edited. */
  readonly words: string;
  /** Hash of the whole line. */
  readonly hash: string;
  /** Hashes of the lines before and after it that are not blank; empty at the text's ends. */
  readonly before: string;
  readonly after: string;
  /** Of `of` lines with just these characters it was number `nth`, from 0. */
  readonly nth: number;
  readonly of: number;
}

const WORDS = 32;
/** An edited line may have grown in front: so many of its characters are searched for the words. */
const WINDOW = 96;
/** What an edited line must still have in common with its anchor; each neighbour that is the same counts for it. */
const ENOUGH = 0.8;
const NEIGHBOUR = 0.25;
const LEAST = 0.3;

/** All lines of a text that are not blank, in order: what anchors are made of and found in. */
export function printed(text: Text): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < text.lineCount; at++) {
    const line = text.line(at);
    if (/\S/.test(line)) places.push({ at, text: line });
  }
  return places;
}

/** The anchor of `lines[index]`; `lines` as `printed` gives them. */
export function anchorOf(lines: readonly Place[], index: number): Anchor {
  const own = squeezed(lines[index].text);
  const same = lines.flatMap(({ text }, i) => (squeezed(text) === own ? [i] : []));
  return {
    words: own.slice(0, WORDS),
    hash: hash(own),
    before: hashAt(lines, index - 1),
    after: hashAt(lines, index + 1),
    nth: same.indexOf(index),
    of: same.length,
  };
}

/** For each anchor the index in `lines` of its line, or null where that is gone or cannot be told from another. */
export function found(lines: readonly Place[], anchors: readonly Anchor[]): (number | null)[] {
  if (anchors.length === 0) return [];
  const candidates = new Map(anchors.map((anchor) => [anchor.hash, [] as number[]]));
  const beginnings = new Set(anchors.map(({ words }) => words.charCodeAt(0)));
  lines.forEach(({ text }, i) => {
    if (!beginnings.has(text.trimStart().charCodeAt(0))) return;
    candidates.get(hash(squeezed(text)))?.push(i);
  });
  return anchors.map((anchor) => {
    const same = candidates.get(anchor.hash) ?? [];
    return same.length > 0 ? chosen(lines, anchor, same) : alike(lines, anchor);
  });
}

/** One of several lines with the same characters: that with the old neighbours, else by its number where all are there. */
function chosen(lines: readonly Place[], anchor: Anchor, same: readonly number[]): number | null {
  const scores = same.map((i) => neighbours(lines, anchor, i));
  const most = Math.max(...scores);
  const best = same.filter((_, k) => scores[k] === most);
  if (best.length === 1 && (most > 0 || same.length === anchor.of)) return best[0];
  const numbered = same[anchor.nth];
  return same.length === anchor.of && best.includes(numbered) ? numbered : null;
}

/** The line that the anchor's has become by an edit; null where none, or more than one, is near enough. */
function alike(lines: readonly Place[], anchor: Anchor): number | null {
  let best: number | null = null;
  let most = ENOUGH;
  const pairs = pairsOf(anchor.words);
  for (let i = 0; i < lines.length; i++) {
    const share = shared(pairs, squeezed(lines[i].text.slice(0, 2 * WINDOW)).slice(0, WINDOW));
    if (share < LEAST) continue;
    const score = share + NEIGHBOUR * neighbours(lines, anchor, i);
    if (score < most) continue;
    best = score === most && best !== null ? null : i;
    most = score;
  }
  return best;
}

const neighbours = (lines: readonly Place[], { before, after }: Anchor, i: number): number =>
  Number(hashAt(lines, i - 1) === before) + Number(hashAt(lines, i + 1) === after);

const hashAt = (lines: readonly Place[], i: number): string =>
  i >= 0 && i < lines.length ? hash(squeezed(lines[i].text)) : '';

/** How much of some pairs of characters a line has, 0 to 1. */
function shared(pairs: readonly string[], line: string): number {
  let held = 0;
  for (const pair of pairs) if (line.includes(pair)) held++;
  return held / pairs.length;
}

const pairsOf = (words: string): string[] =>
  words.length < 2 ? [words] : Array.from({ length: words.length - 1 }, (_, i) => words.slice(i, i + 2));

/** A text's characters that are not white space. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** FNV-1a over UTF-16 units, 32 bits, in base 36: short in a ledger, and the same on every machine. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

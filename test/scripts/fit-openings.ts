/**
 * Refits how paragraphs open: `npx tsx test/scripts/fit-openings.ts DIR…` with folders of NAME.txt beside NAME.gold.json.
 * From two thirds of the files come the characters' odds, from the rest the weights of the witnesses: true openings
 * against openings cut in the middle of a word, as a lost beginning cuts them. Only numbers are kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { witnesses } from '../../server/rules/opening';

const FILE = join(__dirname, '../../server/rules/openings.weights.json');
const HAN = /\p{sc=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

interface Article {
  /** Its first paragraph first. */
  readonly paragraphs: readonly string[];
  readonly head: string;
}

function* articles(dir: string, name: string): Generator<Article> {
  const gold = JSON.parse(readFileSync(join(dir, `${name}.gold.json`), 'utf8'));
  if (gold.style === 'wrap') return;
  const lines = readFileSync(join(dir, `${name}.txt`), 'utf8').split('\n');
  const damaged = new Set<number>([...gold.problems.map((p: { line: number }) => p.line), ...gold.breaks]);
  for (const a of gold.articles) {
    if (a.continuations.some((c: { direction: string }) => c.direction === 'from')) continue;
    const own = new Set<number>([...a.headlineLines, ...a.subheads]);
    const paragraphs: string[] = [];
    for (let line = a.line; line <= a.endLine; line++) {
      const text = lines[line - 1].trim();
      const rest = gold.breaks.some((b: number) => b < line && b >= line - 2);
      if (!own.has(line) && !rest && !damaged.has(line) && text.length >= 30 && /[。！？…”]$/.test(text))
        paragraphs.push(text);
    }
    if (paragraphs.length > 0)
      yield { paragraphs, head: a.headlineLines.map((l: number) => lines[l - 1].trim()).join(' ') };
  }
}

/** Offsets at which a Han character stands inside a word, or begins one. */
function* places(text: string, inside: boolean): Generator<number> {
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike || !HAN.test(segment)) continue;
    if (inside) for (let i = 1; i < segment.length; i++) yield index + i;
    else yield index;
  }
}

/** Characters, and pairs of them, counted at places of one sort. */
class Counts {
  readonly one = new Map<string, number>();
  readonly two = new Map<string, number>();
  total = 0;
  add(text: string, at: number, by = 1): void {
    this.total += by;
    this.one.set(text[at], (this.one.get(text[at]) ?? 0) + by);
    const pair = text.slice(at, at + 2);
    if (pair.length === 2) this.two.set(pair, (this.two.get(pair) ?? 0) + by);
  }
}

function counted(all: readonly Article[]): { sentences: Counts; words: Counts; insides: Counts } {
  const [sentences, words, insides] = [new Counts(), new Counts(), new Counts()];
  for (const { paragraphs } of all) {
    for (const text of paragraphs) {
      for (const { 0: sentence, index } of text.matchAll(/[^。！？]+[。！？]?/g))
        if (HAN.test(sentence[0])) sentences.add(sentence, 0, index === 0 ? 3 : 1);
      for (const at of places(text, true)) insides.add(text, at);
      for (const at of places(text, false)) words.add(text, at);
    }
  }
  return { sentences, words, insides };
}

/** Log odds of `yes` over `no`, and what the second character changes, where it was seen often. */
function odds(yes: Counts, no: Counts): { one: Map<string, number>; two: Map<string, number> } {
  const scale = no.total / yes.total;
  const one = new Map<string, number>();
  for (const c of new Set([...yes.one.keys(), ...no.one.keys()])) {
    const [y, n] = [(yes.one.get(c) ?? 0) * scale, no.one.get(c) ?? 0];
    if (y / scale + n >= 3) one.set(c, Math.log((y + scale ** 0.5) / (n + 2)));
  }
  const two = new Map<string, number>();
  for (const pair of new Set([...yes.two.keys(), ...no.two.keys()])) {
    const [y, n] = [(yes.two.get(pair) ?? 0) * scale, no.two.get(pair) ?? 0];
    const prior = one.get(pair[0]);
    if (prior === undefined || y / scale + n < OFTEN) continue;
    const share = 1 / (1 + Math.exp(-prior));
    const change = Math.log((y + STRENGTH * share) / (n + STRENGTH * (1 - share))) - prior;
    two.set(pair, change);
  }
  return { one, two };
}

const OFTEN = 10;
/** Changes of the log odds below this are not kept. */
const MUCH = 1.6;
/** How many sightings of a pair weigh as much as all that is known of its first character. */
const STRENGTH = 3;

/** Entries of one value together: the file stays small, and diffs show what moved. */
function packed(map: ReadonlyMap<string, number>): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [key, value] of [...map].sort()) {
    const tenths = Math.max(-80, Math.min(80, Math.round(value * 5) * 2));
    groups[tenths] = (groups[tenths] ?? '') + key;
  }
  return groups;
}

/** A small linear congruential generator: the same fit every time. */
let seed = 7;
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

/** Logistic regression with a little ridge, by AdaGrad. */
function regression(samples: readonly { x: number[]; y: number }[]): number[] {
  const weights = samples[0].x.map(() => 0);
  const moved = weights.map(() => 1e-6);
  for (let round = 0; round < 400; round++) {
    const slope = weights.map((w) => 0.5 * w);
    for (const { x, y } of samples) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i], 0)));
      for (let i = 0; i < x.length; i++) slope[i] += (p - y) * x[i];
    }
    for (let i = 0; i < weights.length; i++) {
      moved[i] += slope[i] ** 2;
      weights[i] -= (0.5 * slope[i]) / Math.sqrt(moved[i]);
    }
  }
  return weights.map((w) => Number(w.toFixed(3)));
}

/** A file's characters' odds: for a sentence's opening, and for a word's, over the inside of a word. */
function tables(all: readonly Article[]) {
  const { sentences, words, insides } = counted(all);
  return [odds(sentences, insides), odds(words, insides)];
}

type Tables = ReturnType<typeof tables>;

/** The four odds of an opening: its first character's and its first two's, from each table. */
const oddsOf = (of: Tables, text: string): number[] =>
  of.flatMap(({ one, two }) => [one.get(text[0]) ?? 0, two.get(text.slice(0, 2)) ?? 0]);

/** Both tables weighed into one, small changes left out. */
function weighed(of: Tables, [one1, two1, one2, two2]: readonly number[]) {
  const sum = (a: Map<string, number>, b: Map<string, number>, x: number, y: number) =>
    new Map(
      [...new Set([...a.keys(), ...b.keys()])].map((key) => [key, x * (a.get(key) ?? 0) + y * (b.get(key) ?? 0)]),
    );
  const [sentence, word] = of;
  const two = [...sum(sentence.two, word.two, two1, two2)].filter(([, value]) => Math.abs(value) >= MUCH);
  return { one: packed(sum(sentence.one, word.one, one1, one2)), two: packed(new Map(two)) };
}

function main(dirs: string[]): void {
  const files = dirs.flatMap((dir) =>
    readdirSync(dir)
      .filter((f) => f.endsWith('.gold.json'))
      .map((f) => [...articles(dir, f.replace('.gold.json', ''))]),
  );
  const learnt = tables(files.filter((_, i) => i % 3 !== 0).flat());
  const samples: { x: number[]; y: number }[] = [];
  for (const { paragraphs, head } of files.filter((_, i) => i % 3 === 0).flat()) {
    const [first, ...others] = paragraphs;
    const around = `${head}\n${others.join('\n')}`;
    const add = (text: string, y: number): void => {
      if (HAN.test(text[0])) samples.push({ x: [...oddsOf(learnt, text), ...witnesses(text, around)], y });
    };
    add(first, 0);
    const cuts = [...places(first.slice(0, 60), true)];
    for (let n = 0; n < 2 && cuts.length > 0; n++) add(first.slice(cuts[random(cuts.length)]), 1);
  }
  const found = regression(samples);
  // The weights stand; the odds gain from the files that judged them.
  const openings = { ...weighed(tables(files.flat()), found.slice(0, 4)), weights: found.slice(4) };
  writeFileSync(FILE, `${JSON.stringify(openings)}\n`);
  console.log(`${samples.length} samples, weights ${found.join(' ')}`);
}

main(process.argv.slice(2));

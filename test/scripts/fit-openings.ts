/**
 * Refits how paragraphs open: `npx tsx test/scripts/fit-openings.ts DIR…` with folders of NAME.txt beside NAME.gold.json.
 * True openings against openings cut in the middle of a word, as a lost beginning cuts them: from two thirds of the
 * articles come the odds of their characters, from the rest the weights of the witnesses. Only numbers are kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysOf, witnesses, wordLength } from '../../server/rules/opening';

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

/** Offsets at which a Han character stands inside a word. */
function* insides(text: string): Generator<number> {
  for (const { segment, index, isWordLike } of segmenter.segment(text))
    if (isWordLike && HAN.test(segment)) for (let i = 1; i < segment.length; i++) yield index + i;
}

/** An opening by its keys, how much it counts, and whether it was cut. */
interface Opening {
  readonly keys: readonly string[];
  readonly weight: number;
  readonly cut: boolean;
}

/** Every sentence's opening, a paragraph's and an article's counting more, and as many cut ones. */
function* openings({ paragraphs }: Article): Generator<Opening> {
  for (const [n, text] of paragraphs.entries()) {
    const opening = (from: number, weight: number, cut: boolean): Opening[] => {
      const rest = text.slice(from);
      return HAN.test(rest[0]) && rest.length > 6 ? [{ keys: keysOf(rest, wordLength(rest)), weight, cut }] : [];
    };
    for (const { 0: sentence, index } of text.matchAll(/[^。！？]+[。！？]?/g))
      if (sentence.length > 6) yield* opening(index, index > 0 ? 1 : n > 0 ? 3 : 4, false);
    const cuts = [...insides(text.slice(0, n > 0 ? 400 : 80))];
    for (let k = n > 0 ? 5 : 16; k > 0 && cuts.length > 0; k--)
      yield* opening(cuts[random(cuts.length)], n > 0 ? 1 : 2, true);
  }
}

/** Keys seen less often say nothing. */
const SELDOM = 3;
const ROUNDS = 60;

/** How much each key speaks for a cut: a logistic regression on keys alone, with a ridge, by AdaGrad. */
function oddsOf(all: readonly Opening[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { keys } of all) for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const names = [...times].filter(([, n]) => n >= SELDOM).map(([key]) => key);
  const numbers = new Map(names.map((key, i) => [key, i]));
  const rows = all.map(({ keys }) => keys.flatMap((key) => numbers.get(key) ?? []));
  const odds = new Float64Array(names.length);
  const moved = new Float64Array(names.length).fill(1e-3);
  let [bias, biasMoved] = [0, 1e-3];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Float64Array.from(odds);
    let biasSlope = 0;
    rows.forEach((row, i) => {
      let sum = bias;
      for (const key of row) sum += odds[key];
      const error = (1 / (1 + Math.exp(-sum)) - Number(all[i].cut)) * all[i].weight;
      for (const key of row) slope[key] += error;
      biasSlope += error;
    });
    for (let k = 0; k < odds.length; k++) {
      moved[k] += slope[k] ** 2;
      odds[k] -= slope[k] / Math.sqrt(moved[k]);
    }
    biasMoved += biasSlope ** 2;
    bias -= biasSlope / Math.sqrt(biasMoved);
  }
  return new Map(names.map((key, i) => [key, odds[i]]));
}

/** Keys of one value together: the file stays small, and diffs show what moved. */
function packed(odds: ReadonlyMap<string, number>, scale: number): Record<string, string> {
  const groups: Record<string, string[]> = {};
  for (const [key, value] of [...odds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const tenths = Math.round(value * scale * 5) * 2;
    if (tenths !== 0) groups[tenths] = [...(groups[tenths] ?? []), key];
  }
  return Object.fromEntries(Object.entries(groups).map(([tenths, keys]) => [tenths, keys.join(' ')]));
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

function main(dirs: string[]): void {
  const all = dirs.flatMap((dir) =>
    readdirSync(dir)
      .filter((f) => f.endsWith('.gold.json'))
      .flatMap((f) => [...articles(dir, f.replace('.gold.json', ''))]),
  );
  const rows = all.map((article) => [...openings(article)]);
  const learnt = oddsOf(rows.filter((_, i) => i % 3 !== 0).flat());
  const samples: { x: number[]; y: number }[] = [];
  for (const { paragraphs, head } of all.filter((_, i) => i % 3 === 0)) {
    const [first, ...others] = paragraphs;
    const around = `${head}\n${others.join('\n')}`;
    const add = (text: string, y: number): void => {
      if (!HAN.test(text[0])) return;
      const word = wordLength(text);
      const known = keysOf(text, word).reduce((sum, key) => sum + (learnt.get(key) ?? 0), 0);
      samples.push({ x: [known, ...witnesses(text, around, word)], y });
    };
    add(first, 0);
    const cuts = [...insides(first.slice(0, 60))];
    for (let n = 0; n < 2 && cuts.length > 0; n++) add(first.slice(cuts[random(cuts.length)]), 1);
  }
  const [scale, ...weights] = regression(samples);
  // The weights stand; the odds gain from the articles that judged them.
  const found = { odds: packed(oddsOf(rows.flat()), scale), weights };
  writeFileSync(FILE, `${JSON.stringify(found)}\n`);
  console.log(`${samples.length} samples, weights ${scale} ${weights.join(' ')}`);
}

main(process.argv.slice(2));

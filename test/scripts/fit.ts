/**
 * Refits the recogniser's weights: `npm run fit -- DIR…` with folders of NAME.txt beside NAME.gold.json.
 *
 * A linear-chain conditional random field, fitted by AdaGrad. Where the gold labels leave several readings open (a line
 * that may be deck or abstract) all of them count as right, so doubtful labels do no harm. Only numbers are kept: how
 * much each feature speaks for each state, and how likely single characters begin, end or make up headlines.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isHan } from '../../server/parse/chars';
import { CONTEXTS, contextOf, evidence, FEATURES, type View } from '../../server/parse/evidence';
import { MOST_FEATURES } from '../../server/parse/model';
import { useOdds } from '../../server/parse/odds';
import { MAY_FOLLOW, openStates } from '../../server/parse/open';
import { STATES, State } from '../../server/parse/state';
import { unwrapped } from '../../server/parse/unwrap';
import { viewOf } from '../../server/parse/view';
import { Text } from '../../server/text/text';
import { flattened, type Labelled, type Labels } from './flatten';

const ROOM = join(__dirname, '../../server/parse');
const ANY = (1 << STATES) - 1;
const bit = (...states: State[]): number => states.reduce((sum, s) => sum | (1 << s), 0);

interface Sample {
  /** Which file it is a reading of. */
  readonly file: string;
  /** How much it counts: a page set anew says less than one as it was printed. */
  readonly weight: number;
  readonly view: View;
  /** Per line, the states that the gold labels allow, as bits. */
  readonly gold: Int32Array;
}

/** What gold labels need not say. */
const NONE = { breaks: [], looseHeadLines: [], looseLines: [], ambiguousStarts: [], pages: [] };

/** All readings of a file: as it lies, and at less weight as it would stand without indents and blank lines. */
function samplesOf(dir: string, name: string, share: number): Sample[] {
  const file = join(dir, name);
  const labels = { ...NONE, ...JSON.parse(readFileSync(`${file}.gold.json`, 'utf8')) };
  const printed = { text: readFileSync(`${file}.txt`, 'utf8'), labels };
  const anew = labels.style === 'wrap' || labels.style === 'flat' ? [] : readings(flattened(printed));
  return [
    ...readings(printed).map((reading) => ({ ...reading, file, weight: share })),
    ...anew.map((reading) => ({ ...reading, file, weight: share * anewWeight })),
  ];
}

type Reading = Pick<Sample, 'view' | 'gold'>;

/** A text as it lies, and where it is hard-wrapped also as it stands put together: the recogniser reads it both ways. */
function readings({ text, labels }: Labelled): Reading[] {
  const physical = labelled(viewOf(Text.of(text)), labels);
  const states = physical.gold.map((mask) =>
    mask === bit(State.Rest) ? State.Rest : mask === bit(State.HeadRest) ? State.HeadRest : State.Body,
  );
  const whole = unwrapped(physical.view, Uint8Array.from(states));
  return whole ? [physical, labelled(whole, labels)] : [physical];
}

function labelled(view: View, gold: Labels): Reading {
  const allowed = new Map<number, number>();
  const put = (line: number, states: number): void => void allowed.set(line, states);
  const or = (line: number, states: number): void =>
    void allowed.set(line, (allowed.get(line) ?? bit(State.Body)) | states);
  const breaks = new Set<number>(gold.breaks);
  const rest = new Set<number>();
  view.lines.forEach((line, i) => {
    if (i > 0 && breaks.has((view.lines[i - 1].rows.at(-1) as number) + 1)) rest.add(line.at + 1);
  });
  for (const line of rest) put(line, bit(State.Rest));
  for (const a of gold.articles) {
    for (const line of a.subheads) if (!rest.has(line)) put(line, bit(State.Subhead));
    a.headlineLines.forEach((line: number, k: number) => {
      // (a wrapped headline's later lines are no lines of their own once put together)
      put(line, k === 0 ? bit(State.Head) : rest.has(line) ? bit(State.HeadRest) : bit(State.HeadMore));
    });
    if (a.headlineLines.length === 0) put(a.line, bit(State.Resumed, State.Body));
  }
  for (const line of gold.looseHeadLines)
    or(line, rest.has(line) ? bit(State.HeadRest, State.Rest) : bit(State.HeadMore, State.Body, State.Subhead));
  for (const line of gold.looseLines) or(line, bit(State.Body, State.Subhead));
  for (const line of gold.ambiguousStarts) put(line, ANY);
  for (const p of gold.pages) put(p.line, bit(State.Folio));
  const signed = new Set<number>(gold.articles.flatMap(({ bylines }) => bylines.map(({ line }) => line)));
  const states = Int32Array.from(view.lines, (line, i) => {
    const open = openStates(view, i);
    let mask = allowed.get(line.at + 1) ?? bit(State.Body);
    if (mask & bit(State.Body) && line.note) mask = (mask & ~bit(State.Body)) | bit(State.Note);
    const signs = line.signature?.loose ? signed.has(line.at + 1) : line.signature?.weak;
    if (mask & bit(State.Body) && signs && open & bit(State.Byline))
      mask = (mask & ~bit(State.Body, State.Subhead)) | bit(State.Byline);
    const kept = mask & open;
    return kept === 0 ? open : kept;
  });
  return { view, gold: states };
}

/** Log-odds, in tenths, of single characters where they matter; seen often enough to be trusted. */
function characterOdds(samples: readonly Sample[]): Parameters<typeof useOdds>[0] {
  const pairs = {
    first: [new Map<string, number>(), new Map<string, number>()],
    last: [new Map(), new Map()],
    head: [new Map(), new Map()],
    title: [new Map(), new Map()],
    lead: [new Map(), new Map()],
  } as Record<string, Map<string, number>[]>;
  const add = (table: string, side: number, c: string): void => {
    if (isHan(c.charCodeAt(0))) pairs[table][side].set(c, (pairs[table][side].get(c) ?? 0) + 1);
  };
  for (const { view, gold } of samples) {
    view.lines.forEach((line, i) => {
      const broken = gold[i] === bit(State.Rest) || gold[i] === bit(State.HeadRest);
      add('first', broken ? 0 : 1, line.text[line.first]);
      if (i > 0) {
        const before = view.lines[i - 1];
        if (broken) add('last', 0, before.text[before.last - 1]);
        else if (gold[i - 1] & bit(State.Head, State.HeadMore, State.Subhead))
          add('last', 1, before.text[before.last - 1]);
      }
      const side =
        gold[i] === bit(State.Head) || gold[i] === bit(State.HeadMore) ? 0 : gold[i] === bit(State.Body) ? 1 : -1;
      if (side >= 0) for (const c of line.text.slice(line.first, line.last)) add('head', side, c);
      if (gold[i] === bit(State.Body) && i > 0 && !line.signature)
        add('lead', gold[i - 1] & bit(State.Head, State.HeadMore, State.HeadRest) ? 0 : 1, line.text[line.first]);
      const title = side === 0 ? 0 : gold[i] === bit(State.Subhead) ? 1 : -1;
      if (title >= 0) for (const c of line.text.slice(line.first, line.last)) add('title', title, c);
    });
  }
  const table = ([yes, no]: Map<string, number>[], least: number): Record<string, number> => {
    const sum = (m: Map<string, number>): number => [...m.values()].reduce((a, b) => a + b, 0);
    const all = new Set([...yes.keys(), ...no.keys()]);
    const entries: [string, number][] = [];
    for (const c of [...all].sort()) {
      const [y, n] = [yes.get(c) ?? 0, no.get(c) ?? 0];
      if (y + n < least) continue;
      const value = Math.round(10 * Math.log((y + 0.5) / (sum(yes) + 50) / ((n + 0.5) / (sum(no) + 50))));
      if (Math.abs(value) >= 4) entries.push([c, value]);
    }
    return Object.fromEntries(entries);
  };
  return {
    first: table(pairs.first, 4),
    last: table(pairs.last, 4),
    head: table(pairs.head, 30),
    title: table(pairs.title, 20),
    lead: table(pairs.lead, 8),
  };
}

interface Encoded {
  readonly weight: number;
  readonly features: Int32Array[];
  readonly contexts: Int32Array;
  readonly open: Int32Array;
  readonly gold: Int32Array;
}

function encode({ view, gold, weight }: Sample): Encoded {
  const out = new Int32Array(MOST_FEATURES);
  return {
    weight,
    features: view.lines.map((_, i) => out.slice(0, evidence(view, i, out)).filter((f) => !without.test(FEATURES[f]))),
    contexts: Int32Array.from(view.lines, (_, i) => (i === 0 ? 0 : contextOf(view, i))),
    open: Int32Array.from(view.lines, (_, i) => openStates(view, i)),
    gold,
  };
}

class Field {
  readonly unary = new Float64Array(FEATURES.length * STATES);
  readonly steps = new Float64Array(CONTEXTS * STATES * STATES);
  readonly common = new Float64Array(STATES * STATES);

  /** Adds the gradient of one text's log-likelihood; returns that log-likelihood. */
  gradient(text: Encoded, unary: Float64Array, steps: Float64Array, common: Float64Array): number {
    const n = text.features.length;
    const node = new Float64Array(n * STATES);
    for (let i = 0; i < n; i++)
      for (const f of text.features[i])
        for (let s = 0; s < STATES; s++) node[i * STATES + s] += this.unary[f * STATES + s];
    const arcs = new Map<number, Float64Array>();
    for (const c of new Set(text.contexts)) {
      const table = new Float64Array(STATES * STATES);
      for (let a = 0; a < STATES; a++)
        for (let b = 0; b < STATES; b++)
          table[a * STATES + b] =
            MAY_FOLLOW[b] & (1 << a)
              ? Math.exp(this.common[a * STATES + b] + this.steps[c * STATES * STATES + a * STATES + b])
              : 0;
      arcs.set(c, table);
    }
    const right = this.pass(text, node, arcs, text.gold, 1, unary, steps, common);
    if (right === null) return 0;
    const all = this.pass(text, node, arcs, text.open, -1, unary, steps, common);
    return right - (all ?? 0);
  }

  private pass(
    text: Encoded,
    node: Float64Array,
    arcs: Map<number, Float64Array>,
    open: Int32Array,
    sign: number,
    unary: Float64Array,
    steps: Float64Array,
    common: Float64Array,
  ): number | null {
    const n = text.features.length;
    const potential = new Float64Array(n * STATES);
    let total = 0;
    for (let i = 0; i < n; i++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let s = 0; s < STATES; s++) if (open[i] & (1 << s)) top = Math.max(top, node[i * STATES + s]);
      for (let s = 0; s < STATES; s++)
        if (open[i] & (1 << s)) potential[i * STATES + s] = Math.exp(node[i * STATES + s] - top);
      total += top;
    }
    const forward = new Float64Array(n * STATES);
    const backward = new Float64Array(n * STATES);
    const scale = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const table = arcs.get(text.contexts[i]) as Float64Array;
      let sum = 0;
      for (let b = 0; b < STATES; b++) {
        const p = potential[i * STATES + b];
        if (p === 0) continue;
        let reach = i === 0 ? 1 : 0;
        if (i > 0) for (let a = 0; a < STATES; a++) reach += forward[(i - 1) * STATES + a] * table[a * STATES + b];
        forward[i * STATES + b] = reach * p;
        sum += reach * p;
      }
      if (sum === 0) return null; // the gold labels ask for what the structure forbids: this text teaches nothing here
      scale[i] = sum;
      total += Math.log(sum);
      for (let b = 0; b < STATES; b++) forward[i * STATES + b] /= sum;
    }
    backward.fill(1, (n - 1) * STATES);
    for (let i = n - 2; i >= 0; i--) {
      const table = arcs.get(text.contexts[i + 1]) as Float64Array;
      for (let a = 0; a < STATES; a++) {
        let sum = 0;
        for (let b = 0; b < STATES; b++)
          sum += table[a * STATES + b] * potential[(i + 1) * STATES + b] * backward[(i + 1) * STATES + b];
        backward[i * STATES + a] = sum / scale[i + 1];
      }
    }
    for (let i = 0; i < n; i++) {
      for (let s = 0; s < STATES; s++) {
        const p = sign * forward[i * STATES + s] * backward[i * STATES + s];
        if (Math.abs(p) < 1e-6) continue;
        for (const f of text.features[i]) unary[f * STATES + s] += p;
      }
      if (i === 0) continue;
      const c = text.contexts[i];
      const table = arcs.get(c) as Float64Array;
      for (let a = 0; a < STATES; a++) {
        const reach = forward[(i - 1) * STATES + a];
        if (reach === 0) continue;
        for (let b = 0; b < STATES; b++) {
          const p =
            (sign * reach * table[a * STATES + b] * potential[i * STATES + b] * backward[i * STATES + b]) / scale[i];
          if (p === 0) continue;
          steps[c * STATES * STATES + a * STATES + b] += p;
          common[a * STATES + b] += p;
        }
      }
    }
    return total;
  }
}

/** The mean of several fits, each of which sees the texts in an order of its own: what hangs on the order evens out. */
function fittedInOrders(orders: number, once: (order: number) => Field): Field {
  const field = new Field();
  for (let order = 1; order <= orders; order++) {
    const one = once(order);
    for (const part of ['unary', 'steps', 'common'] as const)
      for (let j = 0; j < field[part].length; j++) field[part][j] += one[part][j] / orders;
  }
  return field;
}

function fitted(texts: readonly Encoded[], epochs: number, rate: number, decay: number, order: number): Field {
  const field = new Field();
  const parts = [field.unary, field.steps, field.common];
  const squares = parts.map((p) => new Float64Array(p.length).fill(1e-2));
  const mean = parts.map((p) => new Float64Array(p.length));
  let seed = order;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = texts.map((_, i) => i).sort(() => random() - 0.5);
    let likelihood = 0;
    for (const t of order) {
      const slopes = parts.map((p) => new Float64Array(p.length));
      likelihood += field.gradient(texts[t], slopes[0], slopes[1], slopes[2]);
      parts.forEach((part, k) => {
        const [slope, square] = [slopes[k], squares[k]];
        for (let j = 0; j < part.length; j++) {
          const g = texts[t].weight * slope[j] - decay * part[j];
          if (g === 0) continue;
          square[j] += g * g;
          part[j] += (rate * g) / Math.sqrt(square[j]);
        }
      });
    }
    if (epoch >= epochs / 2)
      parts.forEach((part, k) => {
        for (let j = 0; j < part.length; j++) mean[k][j] += part[j];
      });
    process.stdout.write(`\repoch ${epoch + 1}/${epochs}  log-likelihood ${likelihood.toFixed(1)}   `);
  }
  const kept = epochs - Math.ceil(epochs / 2);
  parts.forEach((part, k) => {
    part.set(mean[k].map((v) => v / kept));
  });
  process.stdout.write('\n');
  return field;
}

/** The doubtful labels lean towards subheads (each counts as one where it may be one): heads get this back, in hundredths. */
function write(field: Field, lean: number): void {
  const hundredths = (v: number): number => Math.round(v * 100) || 0;
  const features: Record<string, number[]> = {};
  FEATURES.forEach((name, f) => {
    const fresh = Array.from(field.unary.subarray(f * STATES, (f + 1) * STATES), hundredths);
    if (name === 'always') fresh[State.Head] += lean;
    if (fresh.some((v) => Math.abs(v) >= 2)) features[name] = fresh;
  });
  const steps = Array.from({ length: CONTEXTS }, (_, c) =>
    Array.from({ length: STATES * STATES }, (_, k) =>
      hundredths(field.steps[c * STATES * STATES + k] + field.common[k]),
    ),
  );
  const rows = Object.entries(features).map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`);
  writeFileSync(
    join(ROOM, 'model.weights.json'),
    `{\n "features": {\n${rows.join(',\n')}\n },\n "steps": [\n${steps.map((s) => `  ${JSON.stringify(s)}`).join(',\n')}\n ]\n}\n`,
  );
}

const args = process.argv.slice(2);
const option = (name: string, fallback: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? fallback : Number(args.splice(at, 2)[1]);
};
const left = args.indexOf('--without');
/** Features left out, to see what each kind of evidence is worth. */
const without = new RegExp(left < 0 ? '^$' : args.splice(left, 2)[1]);
const epochs = option('--epochs', 10);
const rate = option('--rate', 0.08);
const decay = option('--decay', 0.01);
const lean = option('--lean', 30);
const orders = option('--orders', 3);
const anewWeight = option('--anew', 0.3);
/** How much our own pages count beside printed ones: what was made up says less of how papers are. */
const ownWeight = option('--own', 0.3);
const isOwn = (dir: string): boolean => !relative(join(__dirname, '../..'), resolve(dir)).startsWith('..');
if (args.length === 0) {
  console.error('npm run fit -- DIR…   each DIR holds NAME.txt beside NAME.gold.json');
  process.exit(2);
}
const samples = args.flatMap((dir) =>
  readdirSync(dir)
    .filter((f) => f.endsWith('.gold.json'))
    .sort()
    .flatMap((f) => samplesOf(dir, f.replace('.gold.json', ''), isOwn(dir) ? ownWeight : 1)),
);

// The tables that a text's evidence is read with must not have seen that text, or they would be trusted too much: each
// fifth of the files is encoded with the tables of the other four. The tables kept are those of all.
const FOLDS = 5;
const files = [...new Set(samples.map(({ file }) => file))];
const foldOf = ({ file }: Sample): number => files.indexOf(file) % FOLDS;
const folds = Array.from({ length: FOLDS }, (_, fold) => characterOdds(samples.filter((s) => foldOf(s) !== fold)));
const encoded = samples.map((sample) => {
  useOdds(folds[foldOf(sample)]);
  return encode(sample);
});
const tables = characterOdds(samples);
writeFileSync(join(ROOM, 'odds.weights.json'), `${JSON.stringify(tables, null, 1)}\n`);
write(
  fittedInOrders(orders, (order) => fitted(encoded, epochs, rate, decay, order)),
  lean,
);

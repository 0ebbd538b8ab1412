import type { Paragraph } from './paragraphs';

/** From this many characters on, a repetition is hardly chance. */
const CLAUSE = 12;
/** What stands more often than this is a refrain, or a note that the paper prints everywhere. */
const OFTEN = 3;
/** Clauses beside the two places that share so many characters in a row show that a whole passage is quoted again. */
const SHARED = 5;

/** A clause with its stop. */
export interface Clause {
  readonly paragraph: Paragraph;
  readonly from: number;
  readonly text: string;
}

const isStop = (code: number): boolean => (code < 0x80 ? ASCII_STOPS.has(code) : code >= 0x3000 && STOPS.has(code));
const ASCII_STOPS: ReadonlySet<number> = new Set([...',;:!?'].map((stop) => stop.charCodeAt(0)));
const STOPS: ReadonlySet<number> = new Set([...'，。；：！？'].map((stop) => stop.charCodeAt(0)));

/** The clauses of a paragraph that are long enough, each with the stop that ends it. */
function* clauses(paragraph: Paragraph): Generator<Clause> {
  const { text } = paragraph;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isStop(text.charCodeAt(at))) continue;
    if (at + 1 - from >= CLAUSE) yield { paragraph, from, text: text.slice(from, at + 1) };
    from = at + 1;
  }
}

/** The last hundred characters of the clauses before and behind one, without their stops. */
const before = ({ paragraph: { text }, from }: Clause): string => {
  let to = from;
  while (to > 0 && isStop(text.charCodeAt(to - 1))) to--;
  return lastOf(text, to);
};
const after = ({ paragraph: { text: whole }, from, text }: Clause): string => {
  let to = from + text.length;
  while (to < whole.length && isStop(whole.charCodeAt(to))) to++;
  while (to < whole.length && !isStop(whole.charCodeAt(to))) to++;
  return lastOf(whole, to);
};

function lastOf(text: string, to: number): string {
  let from = to;
  while (from > Math.max(0, to - LOOKED_AT) && !isStop(text.charCodeAt(from - 1))) from--;
  return text.slice(from, to);
}
const LOOKED_AT = 100;

/** A clause without its stop. */
export const core = (clause: string): string => clause.slice(0, -1);

/** A clause and the same words spliced in further on, in another paragraph of its article. */
export interface Splice {
  readonly first: Clause;
  readonly later: Clause;
}

/** The clauses that stand twice in one article, the later one among strangers. */
export function* splices(all: readonly Paragraph[]): Generator<Splice> {
  const once = new Map<string, number>();
  const again = new Set<string>();
  const elsewhere = new Set<string>();
  for (const paragraph of all) {
    for (const { text } of clauses(paragraph)) {
      const words = core(text);
      const article = once.get(words);
      if (article === undefined) once.set(words, paragraph.article);
      else if (article === paragraph.article) again.add(words);
      else elsewhere.add(words);
    }
  }
  for (const words of elsewhere) again.delete(words);
  if (again.size === 0) return;
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && all[to].article === all[from].article) to++;
    yield* splicedWithin(all.slice(from, to), again);
    from = to;
  }
}

/** `again`: the words that stand more than once in one article and in no other. */
function* splicedWithin(article: readonly Paragraph[], again: ReadonlySet<string>): Generator<Splice> {
  const places = new Map<string, Clause[]>();
  for (const paragraph of article) {
    for (const clause of clauses(paragraph)) {
      if (!again.has(core(clause.text))) continue;
      const known = places.get(clause.text);
      if (!known) places.set(clause.text, [clause]);
      else if (known.length <= OFTEN) known.push(clause);
    }
  }
  for (const [first, ...later] of places.values()) {
    if (later.length === 0 || later.length >= OFTEN) continue;
    for (const clause of later) if (isSplice(first, clause)) yield { first, later: clause };
  }
}

const isSplice = (first: Clause, later: Clause): boolean =>
  later.paragraph !== first.paragraph &&
  later.from > 0 &&
  !shares(before(first), before(later)) &&
  !shares(after(first), after(later));

/** Whether two clauses have a stretch of `SHARED` characters in common. */
function shares(one: string, other: string): boolean {
  for (let i = 0; i + SHARED <= one.length; i++) if (other.includes(one.slice(i, i + SHARED))) return true;
  return false;
}

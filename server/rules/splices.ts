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
  /** The clauses beside it. */
  readonly before: string;
  readonly after: string;
}

function* clauses(paragraph: Paragraph): Generator<Clause> {
  const found = [...paragraph.text.matchAll(/[^，。；：！？,;:!?]+[，。；：！？,;:!?]?/g)];
  for (let i = 0; i < found.length; i++) {
    const [text] = found[i];
    if (text.length < CLAUSE || !/[，。；：！？,;:!?]$/.test(text)) continue;
    yield { paragraph, from: found[i].index, text, before: found[i - 1]?.[0] ?? '', after: found[i + 1]?.[0] ?? '' };
  }
}

const MANY = -2;
/** A clause without its stop. */
export const core = (clause: string): string => clause.slice(0, -1);

/** A clause and the same words spliced in further on, in another paragraph of its article. */
export interface Splice {
  readonly first: Clause;
  readonly later: Clause;
}

/** The clauses that stand twice in one article, the later one among strangers. */
export function* splices(all: readonly Paragraph[]): Generator<Splice> {
  const articleOf = new Map<string, number>();
  for (const paragraph of all) {
    for (const { text } of clauses(paragraph)) {
      const known = articleOf.get(core(text));
      articleOf.set(core(text), known === undefined || known === paragraph.article ? paragraph.article : MANY);
    }
  }
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && all[to].article === all[from].article) to++;
    yield* splicedWithin(all.slice(from, to), articleOf);
    from = to;
  }
}

function* splicedWithin(article: readonly Paragraph[], articleOf: ReadonlyMap<string, number>): Generator<Splice> {
  const places = new Map<string, Clause[]>();
  for (const paragraph of article) {
    for (const clause of clauses(paragraph)) {
      const known = places.get(clause.text);
      if (!known) places.set(clause.text, [clause]);
      else if (known.length <= OFTEN) known.push(clause);
    }
  }
  for (const [text, [first, ...later]] of places) {
    if (later.length === 0 || later.length >= OFTEN || articleOf.get(core(text)) === MANY) continue;
    for (const clause of later) if (isSplice(first, clause)) yield { first, later: clause };
  }
}

const isSplice = (first: Clause, later: Clause): boolean =>
  later.paragraph !== first.paragraph &&
  later.from > 0 &&
  !shares(first.before, later.before) &&
  !shares(first.after, later.after);

/** Whether two clauses have a stretch of `SHARED` characters in common; only their last hundred are looked at. */
function shares(a: string, b: string): boolean {
  const [one, other] = [a, b].map((clause) => clause.replace(/[，。；：！？,;:!?]$/, '').slice(-100));
  for (let i = 0; i + SHARED <= one.length; i++) if (other.includes(one.slice(i, i + SHARED))) return true;
  return false;
}

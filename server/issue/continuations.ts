import type { Digest } from './digest';
import type { Edition } from './edition';
import { affinity, type End, ends } from './ends';
import type { Issue } from './issue';
import { samePage } from './label';
import { likeness, titled, weights } from './likeness';
import { matching, type Pair } from './matching';

/** Where a continuation may lead: another reference, or (`index` null) an article that prints none and is only alike. */
export interface Candidate {
  readonly file: string;
  /** Index into that file's `Digest.continuations`, or null. */
  readonly index: number | null;
  /** Index into that file's `Digest.articles`. */
  readonly article: number;
  /** How sure, 0 to 1. */
  readonly score: number;
}

/**
 * What became of a reference:
 * `linked` to its other end; `ambiguous`: several fit, none for sure; `unanswered`: the page is there, but no reference on
 * it answers; `circular`: it leads back to its own page; `elsewhere`: it names no page, or one that is not among the files.
 */
export type State = 'linked' | 'ambiguous' | 'unanswered' | 'circular' | 'elsewhere';

export interface Resolution {
  readonly state: State;
  /** The other end; null unless `linked`. */
  readonly target: Candidate | null;
  /** All that may be meant, the likeliest first; the target, where there is one, is the first. */
  readonly candidates: readonly Candidate[];
}

/** Resolves one reference (`index` into the file's `Digest.continuations`, which is that of `Sheet.continuations`). */
export function resolve(issue: Issue, file: string, index: number): Resolution {
  const reference = issue.get(file)?.continuations[index];
  const edition = reference && issue.edition(file, reference.on);
  return (edition && resolutions(issue, edition).get(`${index} ${file}`)) ?? NOWHERE;
}

const NOWHERE: Resolution = { state: 'elsewhere', target: null, candidates: [] };

/** Sure enough to lead a reader there without asking. */
const SURE = 0.6;
/** Log-odds at which a pair is as likely as not. */
const EVEN = 2.5;
/** Of one reference no more than so many rivals are weighed, the nearest pages first. */
const RIVALS = 64;
const SHOWN = 8;
/** So many articles tell which words are common in an edition. */
const SAMPLE = 400;

const memory = new WeakMap<Edition, { digests: readonly (Digest | undefined)[]; found: Map<string, Resolution> }>();

/** All references of an edition, resolved together. Remembered while the digests of its files stay the same. */
function resolutions(issue: Issue, edition: Edition): Map<string, Resolution> {
  const digests = [...new Set(edition.leaves.map((leaf) => leaf.file))].map((file) => issue.get(file));
  const known = memory.get(edition);
  if (known && known.digests.every((digest, i) => digest === digests[i])) return known.found;
  const found = resolveAll(issue, edition);
  memory.set(edition, { digests, found });
  return found;
}

function resolveAll(issue: Issue, edition: Edition): Map<string, Resolution> {
  const all = ends(issue, edition);
  if (all.length === 0) return new Map();
  const weigh = commonness(issue, edition);
  const tos = all.filter((end) => end.reference.direction === 'to');
  const froms = all.filter((end) => end.reference.direction === 'from');
  const pairs = tos.flatMap((to, left) =>
    nearest(to, froms)
      .map((right): Pair => ({ left, right, weight: affinity(to, froms[right], weigh) - EVEN }))
      .filter((pair) => pair.weight > -EVEN),
  );
  const sure = new Map<End, { other: End; score: number }>();
  for (const { left, right, margin } of matching(pairs)) {
    sure.set(tos[left], { other: froms[right], score: logistic(margin) });
    sure.set(froms[right], { other: tos[left], score: logistic(margin) });
  }
  const rivals = new Map<End, { other: End; weight: number }[]>(all.map((end) => [end, []]));
  for (const { left, right, weight } of pairs) {
    rivals.get(tos[left])?.push({ other: froms[right], weight });
    rivals.get(froms[right])?.push({ other: tos[left], weight });
  }
  const labels = new Set(edition.leaves.map((leaf) => leaf.label));
  return new Map(
    all.map((end) => {
      const match = sure.get(end);
      const others = (rivals.get(end) ?? []).filter(({ other }) => other !== match?.other);
      const whole = others.reduce((sum, { weight }) => sum + Math.exp(weight), 1);
      const candidates = [
        ...(match ? [candidate(match.other, match.score)] : []),
        ...others
          .map(({ other, weight }) => candidate(other, ((1 - (match?.score ?? 0)) * Math.exp(weight)) / whole))
          .sort((a, b) => b.score - a.score),
      ];
      return [
        `${end.index} ${end.file}`,
        settled(end, candidates, labels, () => alike(issue, edition, end, weigh)),
      ] as const;
    }),
  );
}

/** What the candidates amount to. `suggestions` are asked for only where no reference answers. */
function settled(end: End, candidates: Candidate[], labels: Set<string>, suggestions: () => Candidate[]): Resolution {
  const shown = candidates.slice(0, SHOWN);
  if (end.names && samePage(end.names, end.on) === 1) return { state: 'circular', target: null, candidates: shown };
  if (shown[0]?.score >= SURE) return { state: 'linked', target: shown[0], candidates: shown };
  if (shown[0]?.score >= 1 - SURE) return { state: 'ambiguous', target: null, candidates: shown };
  const present = [...labels].some((label) => (samePage(end.names, label) ?? 0) > 0);
  if (!present) return { state: 'elsewhere', target: null, candidates: shown };
  return { state: 'unanswered', target: null, candidates: [...shown, ...suggestions()].slice(0, SHOWN) };
}

const candidate = ({ file, index, reference }: End, score: number): Candidate => ({
  file,
  index,
  article: reference.article,
  score,
});

/** Articles on the page named that print no reference of their own, by likeness: a missing end is often only unprinted. */
function alike(issue: Issue, edition: Edition, end: End, weigh: (pair: string) => number): Candidate[] {
  const resumed = end.reference.direction === 'to' ? 'from' : 'to';
  return edition.leaves
    .filter((leaf) => (samePage(end.names, leaf.label) ?? 0) > 0)
    .flatMap((leaf) => {
      const digest = issue.get(leaf.file);
      const printed = new Set(digest?.continuations.filter((c) => c.direction === resumed).map((c) => c.article));
      return (digest?.articles ?? []).flatMap((article, i): Candidate[] => {
        if (article.page !== leaf.page || printed.has(i) || article === end.article) return [];
        const similar = 40 * (likeness(end.article.signature, article.signature, weigh) - 0.06);
        const bare = resumed === 'from' && article.headline === null ? 1 : 0;
        const score = logistic(similar + bare + 2 * (titled(end.reference.title, article) ?? 0));
        return score < 1 - SURE ? [] : [{ file: leaf.file, index: null, article: i, score: score * SURE }];
      });
    })
    .sort((a, b) => b.score - a.score);
}

/** Indices of the references that may answer, those that name or stand on the right page before the others. */
function nearest(to: End, froms: readonly End[]): number[] {
  const distance = (from: End): number => Math.abs(from.order - to.order);
  return froms
    .map((_, i) => i)
    .filter((i) => samePage(to.names, froms[i].on) !== 0 && samePage(froms[i].names, to.on) !== 0)
    .sort((a, b) => distance(froms[a]) - distance(froms[b]))
    .slice(0, RIVALS);
}

function commonness(issue: Issue, edition: Edition): (pair: string) => number {
  const signatures = [...new Set(edition.leaves.map((leaf) => leaf.file))].flatMap(
    (file) => issue.get(file)?.articles.map((article) => article.signature) ?? [],
  );
  const step = Math.ceil(signatures.length / SAMPLE);
  return weights(signatures.filter((_, i) => i % step === 0));
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

import type { Edition } from './edition';
import { affinity, type End, ends } from './ends';
import type { Issue } from './issue';
import { samePage } from './label';
import { matching, type Pair } from './matching';
import { type Likeness, likenessAmong } from './signature';
import { suggestions } from './suggestions';

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
 * it answers; `circular`: it leads back to where it stands; `elsewhere`: it names no page, or one not among the files.
 */
export type State = 'linked' | 'ambiguous' | 'unanswered' | 'circular' | 'elsewhere';

export interface Resolution {
  readonly state: State;
  /** The other end; null unless `linked`. */
  readonly target: Candidate | null;
  /** All that may be meant, the likeliest first; the target, where there is one, is the first. */
  readonly candidates: readonly Candidate[];
}

/** Sure enough to lead a reader there without asking. */
const SURE = 0.55;
/** Log-odds at which a pair is as likely as not. */
const EVEN = 2.5;
/** Of one reference no more than so many rivals are weighed, the nearest pages first. */
const RIVALS = 24;
const SHOWN = 8;
/** What is less likely than this is not worth offering. */
const FAINT = 0.1;
/** So many articles tell which words are common in an edition. */
const SAMPLE = 400;

/** An edition's references with what they may answer to. */
interface Web {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly likeness: Likeness;
  readonly rivals: ReadonlyMap<End, readonly Rival[]>;
  readonly matched: ReadonlyMap<End, { readonly other: End; readonly score: number }>;
  /** The matched reference by which an article goes on in a direction. */
  readonly onward: ReadonlyMap<string, End>;
}

interface Rival {
  readonly other: End;
  readonly weight: number;
}

/** All references of an edition, resolved together: each `to` has at most one `from`. In the order of the edition. */
export function resolutions(issue: Issue, edition: Edition): [End, Resolution][] {
  const all = ends(issue, edition);
  if (all.length === 0) return [];
  const web = weave(issue, edition, all);
  return all.map((end) => [end, settled(web, end)]);
}

function weave(issue: Issue, edition: Edition, all: readonly End[]): Web {
  const likeness = likenessIn(issue, edition);
  const tos = all.filter((end) => end.reference.direction === 'to');
  const froms = all.filter((end) => end.reference.direction === 'from');
  const pairs = tos.flatMap((to, left) =>
    nearest(to, froms)
      .map((right): Pair => ({ left, right, weight: affinity(to, froms[right], likeness) - EVEN }))
      .filter((pair) => pair.weight > -EVEN),
  );
  const rivals = new Map<End, Rival[]>(all.map((end) => [end, []]));
  for (const { left, right, weight } of pairs) {
    rivals.get(tos[left])?.push({ other: froms[right], weight });
    rivals.get(froms[right])?.push({ other: tos[left], weight });
  }
  const matched = new Map<End, { other: End; score: number }>();
  for (const { left, right, margin } of matching(pairs)) {
    matched.set(tos[left], { other: froms[right], score: logistic(margin) });
    matched.set(froms[right], { other: tos[left], score: logistic(margin) });
  }
  const onward = new Map([...matched.keys()].map((end) => [`${end.reference.direction} ${articleKey(end)}`, end]));
  return { issue, edition, likeness, rivals, matched, onward };
}

function settled(web: Web, end: End): Resolution {
  const shown = candidates(web, end);
  const best = shown[0]?.score ?? 0;
  if ((end.names && samePage(end.names, end.on) === 1) || returns(web, end))
    return { state: 'circular', target: null, candidates: shown };
  if (best >= SURE) return { state: 'linked', target: shown[0], candidates: shown };
  if (best >= 1 - SURE) return { state: 'ambiguous', target: null, candidates: shown };
  const present = web.edition.leaves.some((leaf) => (samePage(end.names, leaf.label) ?? 0) > 0);
  if (!present) return { state: 'elsewhere', target: null, candidates: shown };
  const unprinted = suggestions(web.issue, web.edition, end, web.likeness).map((s) => ({
    ...s,
    score: s.score * SURE,
  }));
  return {
    state: 'unanswered',
    target: null,
    candidates: [...shown, ...unprinted].sort((a, b) => b.score - a.score).slice(0, SHOWN),
  };
}

/** The match, where there is one, then the rivals: a pair is no likelier than either of its ends finds it. */
function candidates(web: Web, end: End): Candidate[] {
  const match = web.matched.get(end);
  const ranked = (web.rivals.get(end) ?? [])
    .filter(({ other }) => other !== match?.other)
    .map(({ other }) => candidate(other, Math.min(share(web, end, other), share(web, other, end))))
    .filter(({ score }) => score >= FAINT)
    .sort((a, b) => b.score - a.score);
  return [...(match ? [candidate(match.other, match.score)] : []), ...ranked].slice(0, SHOWN);
}

/** How likely an end finds one of its rivals, among them and what its match leaves to them. */
function share({ rivals, matched }: Web, end: End, wanted: End): number {
  const match = matched.get(end);
  let whole = 1;
  let own = 0;
  for (const { other, weight } of rivals.get(end) ?? []) {
    if (other !== match?.other) whole += Math.exp(weight);
    if (other === wanted) own = Math.exp(weight);
  }
  return ((1 - (match?.score ?? 0)) * own) / whole;
}

const candidate = ({ file, index, reference }: End, score: number): Candidate => ({
  file,
  index,
  article: reference.article,
  score,
});

/** Whether an article's parts, followed from this reference on, come back to the article it stands in. */
function returns({ matched, onward }: Web, end: End): boolean {
  const home = articleKey(end);
  const seen = new Set<End>();
  for (let at: End | undefined = end; at && !seen.has(at); ) {
    seen.add(at);
    const other = matched.get(at)?.other;
    if (!other) return false;
    if (articleKey(other) === home) return true;
    at = onward.get(`${end.reference.direction} ${articleKey(other)}`);
  }
  return false;
}

const articleKey = ({ file, reference }: End): string => `${reference.article} ${file}`;

/** Indices of the references that may answer, the nearest pages first. */
function nearest(to: End, froms: readonly End[]): number[] {
  const distance = (from: End): number => Math.abs(from.order - to.order);
  return froms
    .map((_, i) => i)
    .filter((i) => samePage(to.names, froms[i].on) !== 0 && samePage(froms[i].names, to.on) !== 0)
    .sort((a, b) => distance(froms[a]) - distance(froms[b]))
    .slice(0, RIVALS);
}

function likenessIn(issue: Issue, edition: Edition): Likeness {
  const signatures = [...new Set(edition.leaves.map((leaf) => leaf.file))].flatMap(
    (file) => issue.get(file)?.articles.map((article) => article.signature) ?? [],
  );
  const step = Math.ceil(signatures.length / SAMPLE);
  return likenessAmong(signatures.filter((_, i) => i % step === 0));
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

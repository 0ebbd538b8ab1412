import { grouped } from './grouped';

/** A weighted pair of a left and a right index. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** A pair chosen, and how much the whole would lose by the best single change that gives it up. */
export interface Match extends Pair {
  readonly margin: number;
}

/**
 * Pairs left with right, one to one, for the greatest sum of weights. Competitors are settled together: two references from
 * one page to another are told apart by what both would gain. Pairs that are not given cannot be made, one with a weight
 * of 0 or less never is. (The assignment problem on a sparse graph, solved by one best augmenting path for each left.)
 */
export function matching(pairs: readonly Pair[]): Match[] {
  const possible = pairs.filter((pair) => pair.weight > 0);
  return components(possible).flatMap((group) => {
    const { byLeft, byRight } = group.length > LARGE ? greedy(group) : best(group);
    const margins = marginsOf(group, byLeft, byRight);
    return [...byLeft.values()].map((pair) => ({ ...pair, margin: margins.get(pair) ?? pair.weight }));
  });
}

/**
 * So many pairs that hang together are more than any day's paper has: what stands there is a heap of pages without dates.
 * They are paired strongest first, as the best of all pairings would take minutes.
 */
const LARGE = 600;

interface Pairing {
  readonly byLeft: Chosen;
  readonly byRight: Chosen;
}

function greedy(pairs: readonly Pair[]): Pairing {
  const pairing: Pairing = { byLeft: new Map(), byRight: new Map() };
  for (const pair of [...pairs].sort((a, b) => b.weight - a.weight))
    if (!pairing.byLeft.has(pair.left) && !pairing.byRight.has(pair.right)) {
      pairing.byLeft.set(pair.left, pair);
      pairing.byRight.set(pair.right, pair);
    }
  return pairing;
}

function best(pairs: readonly Pair[]): Pairing {
  const pairing: Pairing = { byLeft: new Map(), byRight: new Map() };
  const choices = grouped(pairs, (pair) => pair.left);
  for (const left of choices.keys()) insert(left, choices, pairing.byLeft, pairing.byRight);
  return pairing;
}

/** Pairs that share a left or a right, directly or through others, belong together; no other choice concerns them. */
function components(pairs: readonly Pair[]): Pair[][] {
  const byLeft = grouped(pairs, (pair) => pair.left);
  const byRight = grouped(pairs, (pair) => pair.right);
  const seen = new Set<Pair>();
  return pairs.flatMap((first) => {
    if (seen.has(first)) return [];
    const group = [first];
    seen.add(first);
    for (const pair of group)
      for (const next of [...(byLeft.get(pair.left) ?? []), ...(byRight.get(pair.right) ?? [])])
        if (!seen.has(next)) {
          seen.add(next);
          group.push(next);
        }
    return [group];
  });
}

type Chosen = Map<number, Pair>;

/**
 * Lets one more left choose: it may take what another has, who then looks for something else, and so on, until somebody
 * finds a free right or is best left without. Of all such chains the one that gains most is carried out.
 */
function insert(
  newcomer: number,
  choices: ReadonlyMap<number, readonly Pair[]>,
  byLeft: Chosen,
  byRight: Chosen,
): void {
  /** What the chain that sets a left free has gained so far, and the pair that took its place. */
  const gained = new Map([[newcomer, 0]]);
  const takenBy = new Map<number, Pair>();
  let best: { gain: number; left: number; last: Pair | null } = { gain: 0, left: newcomer, last: null };
  const queue = [newcomer];
  for (const left of queue) {
    const sum = gained.get(left) ?? 0;
    for (const pair of choices.get(left) ?? []) {
      const holder = byRight.get(pair.right);
      const gain = sum + pair.weight - (holder?.weight ?? 0);
      if (holder && holder.left !== left && gain > (gained.get(holder.left) ?? Number.NEGATIVE_INFINITY) + ROUNDING) {
        gained.set(holder.left, gain);
        takenBy.set(holder.left, pair);
        queue.push(holder.left);
      }
      if (holder?.left !== left && gain > best.gain + ROUNDING)
        best = holder ? { gain, left: holder.left, last: null } : { gain, left, last: pair };
    }
  }
  carryOut(best, takenBy, byLeft, byRight);
}

/** From the chain's end back to the newcomer: each takes what the one before it took away. */
function carryOut(
  { left, last }: { left: number; last: Pair | null },
  takenBy: ReadonlyMap<number, Pair>,
  byLeft: Chosen,
  byRight: Chosen,
): void {
  if (!last) byLeft.delete(left);
  let pair = last ?? takenBy.get(left);
  while (pair) {
    byLeft.set(pair.left, pair);
    byRight.set(pair.right, pair);
    pair = takenBy.get(pair.left);
  }
}

/** Sums of the same weights in another order must not count as a gain. */
const ROUNDING = 1e-9;

/** For each chosen pair the least loss of a swap, a move to a free right, or a rival left without. */
function marginsOf(pairs: readonly Pair[], byLeft: Chosen, byRight: Chosen): Map<Pair, number> {
  const weights = new Map(pairs.map((pair) => [`${pair.left} ${pair.right}`, pair.weight]));
  const margins = new Map<Pair, number>();
  const lower = (pair: Pair | undefined, loss: number): void => {
    if (pair) margins.set(pair, Math.min(margins.get(pair) ?? pair.weight, loss));
  };
  for (const pair of pairs) {
    const own = byLeft.get(pair.left);
    const rival = byRight.get(pair.right);
    if (own === pair) continue;
    const given = own && rival ? (weights.get(`${rival.left} ${own.right}`) ?? 0) : 0;
    const loss = (own?.weight ?? 0) + (rival?.weight ?? 0) - pair.weight - given;
    lower(own, loss);
    lower(rival, loss);
  }
  return margins;
}

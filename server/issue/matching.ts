/** A weighted pair of a left and a right index. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** A pair chosen, and how much the whole would lose by the next best choice without it. */
export interface Match extends Pair {
  readonly margin: number;
}

/**
 * Pairs left with right, one to one, for the greatest sum of weights that single swaps can reach. Competitors are settled
 * together: two references from one page to another are told apart by what both would gain.
 * Pairs that are not given cannot be made; a pair with a weight of 0 or less never is.
 */
export function matching(pairs: readonly Pair[]): Match[] {
  const possible = pairs.filter((pair) => pair.weight > 0).sort((a, b) => b.weight - a.weight);
  const weights = new Map(possible.map((pair) => [key(pair.left, pair.right), pair.weight]));
  const weight = (left: number, right: number | undefined): number =>
    right === undefined ? 0 : (weights.get(key(left, right)) ?? Number.NEGATIVE_INFINITY);
  const rightOf = new Map<number, number>();
  const leftOf = new Map<number, number>();
  for (const { left, right } of possible)
    if (!rightOf.has(left) && !leftOf.has(right)) {
      rightOf.set(left, right);
      leftOf.set(right, left);
    }

  /** What the whole gains when `left` takes `right` and whoever had it takes what `left` had, or nothing. */
  const gain = ({ left, right }: Pair): number => {
    const own = rightOf.get(left);
    const rival = leftOf.get(right);
    const before = weight(left, own) + (rival === undefined ? 0 : weight(rival, right));
    const given = rival === undefined ? 0 : Math.max(0, weight(rival, own));
    return weight(left, right) + given - before;
  };
  const take = ({ left, right }: Pair): void => {
    const own = rightOf.get(left);
    const rival = leftOf.get(right);
    if (own !== undefined) leftOf.delete(own);
    if (rival !== undefined) {
      rightOf.delete(rival);
      if (own !== undefined && weight(rival, own) > 0) {
        rightOf.set(rival, own);
        leftOf.set(own, rival);
      }
    }
    rightOf.set(left, right);
    leftOf.set(right, left);
  };
  // Every swap raises the sum, so this ends; the bound only keeps rounding from turning in a circle.
  for (let round = 0, moved = true; moved && round < 20; round++) {
    moved = false;
    for (const pair of possible)
      if (rightOf.get(pair.left) !== pair.right && gain(pair) > 1e-9) {
        take(pair);
        moved = true;
      }
  }

  const margins = new Map<number, number>();
  const lower = (left: number | undefined, loss: number): void => {
    if (left !== undefined) margins.set(left, Math.min(margins.get(left) ?? Number.POSITIVE_INFINITY, loss));
  };
  for (const pair of possible)
    if (rightOf.get(pair.left) !== pair.right) {
      const loss = -gain(pair);
      lower(pair.left, loss);
      lower(leftOf.get(pair.right), loss);
    }
  return [...rightOf].map(([left, right]) => {
    const own = weight(left, right);
    return { left, right, weight: own, margin: Math.min(own, margins.get(left) ?? own) };
  });
}

const key = (left: number, right: number): number => left * 0x100000 + right;

/**
 * How many of the indices 0, 1, … below `count` come before the first for which `holds` is false: found by halving, so
 * `holds` must be true up to some index and false from there on. Less one, it is the last index for which it holds.
 */
export function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A text's signature: the pairs of neighbouring Han characters (or letters, digits) that mark it, hashed, as a string of
 * one character per pair. Two parts of one article share many: names, places, the matter itself.
 * Invariant: bounded, sorted, without repeats, and made of U+4E00…U+CDFF only, so that it is plain
 * in JSON.
 */
export type Signature = string;

const BUCKETS = 0x8000;
const FIRST = 0x4e00;

/**
 * At most `limit` pairs, those that appear most often first: what a text repeats is what it is about. Ties go to the lower
 * hash.
 */
export function signature(text: string, limit: number): Signature {
  const counts = new Map<number, number>();
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const current = isWordUnit(code) ? code : 0;
    if (previous && current) {
      const hash = bucket(previous, current);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
    previous = current;
  }
  const ranked = [...counts];
  if (ranked.length > limit) ranked.sort(([a, m], [b, n]) => n - m || a - b);
  const kept = ranked.slice(0, limit).map(([hash]) => hash);
  return String.fromCharCode(...kept.sort((a, b) => a - b).map((hash) => FIRST + hash));
}

/** How many pairs two signatures share, each counted with its weight. */
export function shared(a: Signature, b: Signature, weight: (pair: string) => number): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) sum += weight(a[i]);
    if (a[i] <= b[j]) i++;
    else j++;
  }
  return sum;
}

const bucket = (a: number, b: number): number =>
  ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 9) % BUCKETS;

const isWordUnit = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122);

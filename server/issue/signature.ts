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
  let distinct = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const current = isWordUnit(code) ? code : 0;
    if (previous && current) {
      const hash = bucket(previous, current);
      const count = counts[hash];
      if (count < MOST) counts[hash] = count + 1;
      if (count === 0) hashes[distinct++] = hash;
    }
    previous = current;
  }
  sort(distinct);
  const { least, room } = distinct > limit ? threshold(distinct, limit) : { least: 0, room: 0 };
  let left = room;
  let kept = 0;
  for (let i = 0; i < distinct; i++) {
    const hash = hashes[i];
    const count = counts[hash];
    counts[hash] = 0;
    if (count > least || (count === least && left-- > 0)) hashes[kept++] = FIRST + hash;
  }
  return String.fromCharCode.apply(null, hashes.subarray(0, kept) as unknown as number[]);
}

/** Sorts so many `hashes`: by their lower half, then by their upper one, as no comparison could be guessed. */
function sort(count: number): void {
  spread(hashes, aside, count, 0);
  spread(aside, hashes, count, 8);
}

/** Puts numbers from one table into another, in the order of eight of their bits. */
function spread(from: Uint16Array, to: Uint16Array, count: number, shift: number): void {
  ends.fill(0);
  for (let i = 0; i < count; i++) ends[(from[i] >> shift) & 255]++;
  for (let part = 1; part < 256; part++) ends[part] += ends[part - 1];
  for (let i = count - 1; i >= 0; i--) to[--ends[(from[i] >> shift) & 255]] = from[i];
}

/** The number of times that a pair must appear at least to be kept, and how many of those that do just so have room. */
function threshold(distinct: number, limit: number): { least: number; room: number } {
  tally.fill(0);
  for (let i = 0; i < distinct; i++) tally[counts[hashes[i]]]++;
  let least = MOST;
  let room = limit;
  while (room >= tally[least]) room -= tally[least--];
  return { least, room };
}

/** A pair repeated more often than this is not the more telling for it; it is what a byte holds, so that all stay in cache. */
const MOST = 255;

// Counts are all zero between two calls: counting in one place is five times as fast as in a new map for every article.
const counts = new Uint8Array(BUCKETS);
const hashes = new Uint16Array(BUCKETS);
const aside = new Uint16Array(BUCKETS);
const ends = new Uint16Array(256);
const tally = new Uint16Array(MOST + 1);

/** How alike two texts are by what marks them, 0 to 1. */
export type Likeness = (a: Signature, b: Signature) => number;

/**
 * Likeness among texts of one kind, such as an edition's: a pair of characters says the more the fewer of them have it. The
 * weight of what two texts share, against the mean of what each has.
 */
export function likenessAmong(signatures: readonly Signature[]): Likeness {
  const counts = new Uint32Array(BUCKETS);
  for (const signature of signatures)
    for (let i = 0; i < signature.length; i++) counts[signature.charCodeAt(i) - FIRST]++;
  const total = Math.max(2, signatures.length);
  const byCount = Float64Array.from({ length: total + 1 }, (_, count) => Math.log((1 + total) / (1 + count)) ** 2);
  const weigh = (hash: number): number => byCount[counts[hash]] ?? 0;
  const wholes = new Map<Signature, number>();
  const whole = (signature: Signature): number => {
    const known = wholes.get(signature) ?? shared(signature, signature, weigh);
    wholes.set(signature, known);
    return known;
  };
  return (a, b) => {
    const mean = Math.sqrt(whole(a) * whole(b));
    return mean > 0 ? shared(a, b, weigh) / mean : 0;
  };
}

/** The weight of the pairs that two signatures share. */
function shared(a: Signature, b: Signature, weigh: (hash: number) => number): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (left === right) sum += weigh(left - FIRST);
    if (left <= right) i++;
    if (right <= left) j++;
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

// Kept, a signature is the steps from hash to hash, in characters that JSON leaves as they are: half of its bytes are saved,
// and signatures are most of what a digest holds. A step's low digits are `]` to `~`, its last one is `#` to `[`.
const [LOW, LOWS, LAST, LASTS] = [0x5d, 34, 0x23, 57];

/** A signature in printable ASCII; read it back with `unpacked`. */
export function packed(signature: Signature): string {
  const codes: number[] = [];
  let before = FIRST;
  for (let i = 0; i < signature.length; i++) {
    let step = signature.charCodeAt(i) - before;
    for (before += step; step >= LASTS; step = Math.floor((step - LASTS) / LOWS))
      codes.push(LOW + ((step - LASTS) % LOWS));
    codes.push(LAST + step);
  }
  return String.fromCharCode(...codes);
}

export function unpacked(written: string): Signature {
  const codes: number[] = [];
  let at = FIRST;
  let [step, unit] = [0, 1];
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i);
    if (code >= LOW) {
      step += unit * (LASTS + code - LOW);
      unit *= LOWS;
      continue;
    }
    at += step + unit * (code - LAST);
    codes.push(at);
    [step, unit] = [0, 1];
  }
  return String.fromCharCode(...codes);
}

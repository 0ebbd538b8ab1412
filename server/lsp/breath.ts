/** No longer than this, in milliseconds, is work done at a stretch while others may be waiting. */
const SLICE_MS = 10;
let since = performance.now();

/** Lets others have their turn, if the last one was long enough ago. */
export async function breath(): Promise<void> {
  if (performance.now() - since < SLICE_MS) return;
  await new Promise((resolve) => setTimeout(resolve));
  since = performance.now();
}

/** Does `work` on every item, several at a time; the order in which they end is any. */
export async function abreast<T>(items: Iterable<T>, lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

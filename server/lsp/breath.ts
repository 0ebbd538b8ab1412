/** No longer than this, in milliseconds, is work done at a stretch while others may be waiting. */
const SLICE_MS = 5;
let since = performance.now();
let pause: Promise<void> | null = null;

/** Lets others have their turn, if the last one was long enough ago: one turn for all who ask, or each would take a slice. */
export function breath(): Promise<void> {
  if (performance.now() - since < SLICE_MS) return AT_ONCE;
  pause ??= new Promise((resolve) =>
    turn(() => {
      pause = null;
      since = performance.now();
      resolve();
    }),
  );
  return pause;
}

const AT_ONCE = Promise.resolve();

/** Where there is one, a turn that comes right after what waits: a timer's is a millisecond away, a fifth of a slice. */
const { setImmediate: turn = setTimeout } = globalThis as { setImmediate?: (work: () => void) => unknown };

/** Takes all steps, others having their turn between two. */
export async function unhurried<R>(steps: Generator<unknown, R>): Promise<R> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breath();
  }
}

/** Does `work` on every item, several at a time; the order in which they end is any. */
export async function abreast<T>(items: Iterable<T>, lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

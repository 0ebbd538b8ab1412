/** No longer than this, in milliseconds, is work done at a stretch while others may be waiting. */
const SLICE_MS = 5;
let since = performance.now();
let pause: Promise<void> | null = null;

/**
 * Lets others have their turn, if the last one was long enough ago: one turn for all who ask, or each would take a slice.
 * Undefined where there is nothing to wait for.
 */
export function breath(): Promise<void> | undefined {
  if (performance.now() - since < SLICE_MS) return undefined;
  pause ??= new Promise((resolve) => {
    const rest = (turns: number) => {
      const before = heard;
      turn(() => {
        if (heard !== before && turns > 1) return rest(turns - 1);
        pause = null;
        since = performance.now();
        resolve();
      });
    };
    rest(MOST_TURNS);
  });
  return pause;
}

/** Messages come one in a turn: where one came the next is awaited, as an edit comes with a question. But not for ever. */
const MOST_TURNS = 10;
let heard = 0;

/** To be told of every message that comes in. */
export function hear(): void {
  heard++;
}

type Turn = (work: () => void) => unknown;
/** As much of a channel as hosts agree on. */
type Channel = { port1: { onmessage: unknown }; port2: { postMessage(message: null): void } };

/** A message to oneself: in a browser's worker a timer is four milliseconds away, as long as a slice. */
function byMessage(): Turn {
  const { port1, port2 } = new MessageChannel() as unknown as Channel;
  return (work) => {
    port1.onmessage = work;
    port2.postMessage(null);
  };
}

/** The turn that comes right after what waits by now. */
const { setImmediate: turn = byMessage() } = globalThis as { setImmediate?: Turn };

/** Takes all steps, others having their turn between two. */
export async function unhurried<R>(steps: Generator<unknown, R>): Promise<R> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breath();
  }
}

/** Does `work` on every item, several at a time where it has to be waited for; the order in which they end is any. */
export async function abreast<T>(
  items: Iterable<T>,
  lanes: number,
  work: (item: T) => Promise<void> | undefined,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      const going = work(next.value);
      if (going) await going;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

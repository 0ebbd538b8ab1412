/** Why the cursor is looked for: it moved, or what is shown was read anew. */
export type Reason = 'moved' | 'read';

/** What follows the cursor. */
interface Follower<T> {
  /** Where the cursor is; undefined where nothing is to be shown, as in a view that was left. */
  at(): T | undefined;
  show(node: T): PromiseLike<void>;
  /** For how many milliseconds it is still to be left alone. */
  unrest(): number;
  /** Resolves once `at` knows all that the window has shown by now: a slow one tells late that a view was left. */
  told(): PromiseLike<unknown>;
}

/** The cursor stays where it is so long after it last moved: nobody wants each row that it passes, or a view that they leave. */
const PAUSE_MS = 200;
/** So often it is asked whether it is to be left alone for shorter than was said, or for longer. */
const LOOK_MS = 50;

/**
 * Has something follow the cursor: call what is given back whenever there is a reason. Only a cursor that moved is followed
 * anew, and one that rests: to reveal a node brings back its view, which a person may just have left for another.
 */
export function following<T extends { readonly id: string }>(follower: Follower<T>): (why: Reason) => void {
  let moved = 0;
  /** The node that the cursor was last found in. */
  let followed: string | undefined;
  const rested = async () => {
    const wait = () => Math.max(follower.unrest(), moved + PAUSE_MS - Date.now());
    do {
      while (wait() > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait(), LOOK_MS)));
      await follower.told();
    } while (wait() > 0);
  };
  const step = async (why: Reason) => {
    // Nothing may be awaited from this look to the call.
    const node = follower.at();
    if (!node || (why === 'read' && node.id === followed)) return;
    followed = node.id;
    try {
      await follower.show(node);
    } catch {
      // It was redrawn meanwhile: it will follow then.
      followed = undefined;
    }
  };
  let pending: Reason | undefined;
  let busy = false;
  /** One after the other: of two at once the earlier might end last, and stay. */
  const steps = async () => {
    if (busy) return;
    busy = true;
    try {
      while (pending) {
        await rested();
        const next = pending;
        pending = undefined;
        await step(next);
      }
    } finally {
      busy = false;
    }
  };
  return (why) => {
    if (why === 'moved') moved = Date.now();
    if (pending !== 'moved') pending = why;
    void steps();
  };
}

import type { Text } from '../text/text';
import { articlesOf } from './articles';
import { blocksOf } from './blocks';
import { likelihoods } from './confidence';
import { bestReading, latticeOf } from './decode';
import type { View } from './evidence';
import { pagesOf } from './pages';
import type { Sheet } from './sheet';
import { unwrapped } from './unwrap';
import { viewOf } from './view';

/**
 * Understands a text: total (it never throws and every text has a sheet), pure, and in one pass over the lines:
 * what each line is by itself, the file's habits, the best reading of all lines together, and what follows from it.
 */
export function parse(text: Text): Sheet {
  const { view, states, likely } = read(viewOf(text));
  const tiling = blocksOf(text, view, states, likely);
  const articles = articlesOf(text, tiling);
  return {
    text,
    profile: view.profile,
    blocks: tiling.blocks,
    pages: pagesOf(text, view, states),
    articles,
    continuations: articles.flatMap((a) => a.continuations),
  };
}

interface Reading {
  readonly view: View;
  readonly states: Uint8Array;
  readonly likely: Float32Array;
}

/** The best reading of a view; a hard-wrapped one is first put together, then read again as it would stand unwrapped. */
function read(view: View): Reading {
  const lattice = latticeOf(view);
  const states = bestReading(lattice);
  const whole = unwrapped(view, states);
  if (!whole) return { view, states, likely: likelihoods(lattice) };
  const again = latticeOf(whole);
  return { view: whole, states: bestReading(again), likely: likelihoods(again) };
}

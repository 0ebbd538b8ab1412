import type { Text } from '../text/text';
import { articlesOf } from './articles';
import { blocksOf } from './blocks';
import { likelihoods } from './confidence';
import { decisions } from './corrections';
import { bestReading, latticeOf } from './decode';
import type { View } from './evidence';
import { type Notes, silence } from './notes';
import { pagesOf } from './pages';
import type { Sheet } from './sheet';
import { unwrapped } from './unwrap';
import { viewOf } from './view';

/**
 * Understands a text: total (it never throws and every text has a sheet), pure, and in one pass over the lines:
 * what each line is by itself, the file's habits, the best reading of all lines together, and what follows from it.
 * `notes`: what people said of this text; it overrules the evidence.
 */
export function parse(text: Text, notes: Notes = silence): Sheet {
  const { view, states, likely } = read(viewOf(text), notes);
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
function read(view: View, notes: Notes): Reading {
  const said = decisions(view.lines, notes.corrections);
  const decided = (line: number): number => said.get(line) ?? 0;
  const lattice = latticeOf(view, decided);
  const states = bestReading(lattice);
  const whole = unwrapped(view, states);
  if (!whole) return { view, states, likely: likelihoods(lattice) };
  const again = latticeOf(whole, decided);
  return { view: whole, states: bestReading(again), likely: likelihoods(again) };
}

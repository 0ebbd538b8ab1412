import type { Text } from '../text/text';
import { articlesOf } from './articles';
import { blocksOf } from './blocks';
import { likelihoods } from './confidence';
import { bestReading, latticeOf } from './decode';
import { pagesOf } from './pages';
import type { Sheet } from './sheet';
import { viewOf } from './view';

/**
 * Understands a text: total (it never throws and every text has a sheet), pure, and in one pass over the lines:
 * what each line is by itself, the file's habits, the best reading of all lines together, and what follows from it.
 */
export function parse(text: Text): Sheet {
  const view = viewOf(text);
  const lattice = latticeOf(view);
  const states = bestReading(lattice);
  const tiling = blocksOf(text, view, states, likelihoods(lattice));
  const pages = pagesOf(text, view, states);
  const articles = articlesOf(text, tiling);
  return { text, profile: view.profile, blocks: tiling.blocks, pages, articles, continuations: articles.flatMap((a) => a.continuations) };
}

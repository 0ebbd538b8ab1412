import type { Text } from '../text/text';
import { articlesOf } from './articles';
import { blocksOf } from './blocks';
import { type Notes, silence } from './notes';
import { pagesOf } from './pages';
import { readingOf } from './reading';
import type { Sheet } from './sheet';

/**
 * Understands a text: total (it never throws and every text has a sheet), pure, and in one pass over the lines:
 * what each line is by itself, the file's habits, the best reading of all lines together, and what follows from it.
 * `notes`: what people said of this text; it overrules the evidence.
 */
export function parse(text: Text, notes: Notes = silence): Sheet {
  const { view, states, likely } = readingOf(text, notes);
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

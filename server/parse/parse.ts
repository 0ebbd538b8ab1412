import type { Text } from '../text/text';
import { articlesOf } from './articles';
import { blocksOf } from './blocks';
import { type Notes, silence } from './notes';
import { pagesOf } from './pages';
import { type Reading, readingOf } from './reading';
import type { Sheet } from './sheet';

/** How each sheet was read, for the reading of a text that comes of its own by edits. */
const readings = new WeakMap<Sheet, Reading>();

/**
 * Understands a text: total (it never throws and every text has a sheet), pure, and in one pass over the lines:
 * what each line is by itself, the file's habits, the best reading of all lines together, and what follows from it.
 * `notes`: what people said of this text; it overrules the evidence.
 */
export const parse = (text: Text, notes: Notes = silence): Sheet => sheetOf(text, readingOf(text, notes));

/**
 * The same sheet that `parse` gives, sooner: what is known of `earlier` is used where the text did not change. `text` need
 * not have come of that sheet's text by one edit, nor by any; the less they differ the more is saved.
 */
export const reparse = (earlier: Sheet, text: Text, notes: Notes = silence): Sheet =>
  sheetOf(text, readingOf(text, notes, readings.get(earlier)));

function sheetOf(text: Text, reading: Reading): Sheet {
  const { view, states, likely } = reading;
  const tiling = blocksOf(text, view, states, likely);
  const articles = articlesOf(text, tiling);
  const sheet = {
    text,
    profile: view.profile,
    blocks: tiling.blocks,
    pages: pagesOf(text, view, states),
    articles,
    continuations: articles.flatMap((a) => a.continuations),
  };
  readings.set(sheet, reading);
  return sheet;
}

import type { Text } from '../text/text';
import { articlesOf } from './articles';
import { blocksOf } from './blocks';
import { type Notes, silence } from './notes';
import { pagesOf } from './pages';
import type { Profile } from './profile';
import { type Reading, readingOf } from './reading';
import type { Article, Block, Continuation, Page, Sheet } from './sheet';

/**
 * Understands a text: total (it never throws and every text has a sheet), pure, and in one pass over the lines:
 * what each line is by itself, the file's habits, the best reading of all lines together, and what follows from it.
 * `notes`: what people said of this text; it overrules the evidence.
 */
export const parse = (text: Text, notes: Notes = silence): Sheet => new ReadSheet(text, readingOf(text, notes));

/**
 * The same sheet that `parse` gives, sooner: what is known of `earlier` is used where the text did not change. `text` need
 * not have come of that sheet's text by one edit, nor by any; the less they differ the more is saved.
 */
export const reparse = (earlier: Sheet, text: Text, notes: Notes = silence): Sheet =>
  new ReadSheet(text, readingOf(text, notes, ReadSheet.readingOf(earlier)));

/**
 * A sheet that knows how it was read, for the reading of a text that comes of its own by edits. A field and no `WeakMap`, as
 * the collector of young objects spares all that hangs on one: readings outlived their sheets, and copying them took as long
 * as a tenth of the parsing.
 */
class ReadSheet implements Sheet {
  readonly text: Text;
  readonly profile: Profile;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  readonly articles: readonly Article[];
  readonly continuations: readonly Continuation[];
  readonly #reading: Reading;

  constructor(text: Text, reading: Reading) {
    const { view, states, likely } = reading;
    const tiling = blocksOf(text, view, states, likely);
    this.text = text;
    this.profile = view.profile;
    this.blocks = tiling.blocks;
    this.pages = pagesOf(text, view, states);
    this.articles = articlesOf(text, tiling);
    this.continuations = this.articles.flatMap((a) => a.continuations);
    this.#reading = reading;
  }

  /** How a sheet was read; a copy of one does not know. */
  static readingOf(sheet: Sheet): Reading | undefined {
    return #reading in sheet ? sheet.#reading : undefined;
  }
}

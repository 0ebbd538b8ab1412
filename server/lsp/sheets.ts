import { type Notes, silence } from '../parse/notes';
import { parse, reparse } from '../parse/parse';
import type { Sheet } from '../parse/sheet';
import type { Text } from '../text/text';

const sheets = new WeakMap<Text, Sheet>();
/** For a text that is not read yet, the sheet of one that it came of. */
const earlier = new WeakMap<Text, Sheet>();
const notes = new WeakMap<Text, Notes>();

/** How often a text was read: what shows that nothing is worked out twice. */
export let parsed = 0;

/** So many characters of a text are read: more would keep everyone waiting, and no newspaper's issue is so long. */
const LONGEST = 2_000_000;

export const isTooLong = (text: Text): boolean => text.length > LONGEST;

/** The whole lines of a text that are read; of a single line its beginning. */
function readable(text: Text): Text {
  if (!isTooLong(text)) return text;
  return text.replace(text.lineStart(text.lineAt(LONGEST)) || LONGEST, text.length, '');
}

/**
 * What the recogniser makes of a text and of what was said of it, worked out once for each. The sheet of a text that is
 * too long is that of its beginning, where all offsets are the same.
 */
export function sheetOf(text: Text): Sheet {
  const known = sheets.get(text);
  if (known) return known;
  parsed++;
  const before = earlier.get(text);
  const said = notes.get(text);
  const part = readable(text);
  const sheet = before ? reparse(before, part, said) : parse(part, said);
  sheets.set(text, sheet);
  earlier.delete(text); // or every version of a text would be kept as long as its last
  return sheet;
}

/** Lets a text be read as people said; whoever asked before has a sheet without it. */
export function noted(text: Text, said: Notes): void {
  const read = sheets.get(text);
  if (read) earlier.set(text, read);
  notes.set(text, said);
  sheets.delete(text);
}

/** Lets a text that came from another by an edit be read as people said of that one, and sooner. */
export function inheriting(text: Text, from: Text): Text {
  const said = notes.get(from) ?? silence;
  if (said !== silence) notes.set(text, said);
  const before = sheets.get(from) ?? earlier.get(from);
  if (before && text !== from) earlier.set(text, before);
  return text;
}

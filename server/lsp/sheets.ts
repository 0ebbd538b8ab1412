import { type Notes, silence } from '../parse/notes';
import { parse } from '../parse/parse';
import type { Sheet } from '../parse/sheet';
import type { Text } from '../text/text';

const sheets = new WeakMap<Text, Sheet>();
const notes = new WeakMap<Text, Notes>();

/** How often a text was read: what shows that nothing is worked out twice. */
export let parsed = 0;

/** What the recogniser makes of a text and of what was said of it, worked out once for each. */
export function sheetOf(text: Text): Sheet {
  const known = sheets.get(text);
  if (known) return known;
  parsed++;
  const sheet = parse(text, notes.get(text));
  sheets.set(text, sheet);
  return sheet;
}

/** Lets a text be read as people said; whoever asked before has a sheet without it. */
export function noted(text: Text, said: Notes): void {
  notes.set(text, said);
  sheets.delete(text);
}

/** Lets a text that came from another by an edit be read as people said of that one. */
export function inheriting(text: Text, from: Text): Text {
  const said = notes.get(from) ?? silence;
  if (said !== silence) notes.set(text, said);
  return text;
}

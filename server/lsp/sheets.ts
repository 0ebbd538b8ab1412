import { parse } from '../parse/parse';
import type { Sheet } from '../parse/sheet';
import type { Text } from '../text/text';

const sheets = new WeakMap<Text, Sheet>();

/** What the recogniser makes of a text, worked out once for each. */
export function sheetOf(text: Text): Sheet {
  const known = sheets.get(text);
  if (known) return known;
  const sheet = parse(text);
  sheets.set(text, sheet);
  return sheet;
}

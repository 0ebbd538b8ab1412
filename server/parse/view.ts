import type { Text } from '../text/text';
import type { View } from './evidence';
import { type Line, lineOf } from './line';
import { count, emptyTally, profileOf } from './profile';
import { wraps } from './wrap';

/** All non-blank lines of a text with what each is by itself, and the file's habits. */
export function viewOf(text: Text): View {
  const lines: Line[] = [];
  let blanks = 0;
  let at = 0;
  for (const content of text.lines()) {
    const line = lineOf(content, at++, blanks);
    if (line) {
      lines.push(line);
      blanks = 0;
    } else blanks++;
  }
  const wrapped = wraps(lines);
  const tally = emptyTally();
  lines.forEach((line, i) => {
    count(tally, line, wrapped.full[i] === 1);
  });
  return { lines, wraps: wrapped, profile: profileOf(tally) };
}

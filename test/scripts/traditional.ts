import { Converter } from 'opencc-js/cn2t';

const standard = Converter({ from: 'cn', to: 't' });
const taiwan = Converter({ from: 'cn', to: 'twp' });

/**
 * A fitted table with its words in traditional characters too, at the same values: the labelled texts are in simplified
 * ones, and what a character tells of a line's place does not depend on how it is written.
 */
export function withTraditional(table: ReadonlyMap<string, number>): Map<string, number> {
  const both = new Map(table);
  for (const [word, value] of table)
    for (const other of [standard(word), taiwan(word)])
      if (other.length === word.length && !both.has(other)) both.set(other, value);
  return both;
}

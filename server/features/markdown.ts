/** A text's own words inside Markdown: nothing in them is taken for a mark. Line ends become blanks. */
export const plain = (words: string): string =>
  words.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');

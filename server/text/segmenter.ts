let words: Intl.Segmenter | undefined;
let sentences: Intl.Segmenter | undefined;

// The host's own dictionaries are loaded when first asked for: that takes longer than a page does.

/** The words of a text, by the host's dictionary. */
export function wordsIn(text: string): Intl.Segments {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return words.segment(text);
}

/** The sentences of a text, by the host's rules. */
export function sentencesIn(text: string): Intl.Segments {
  sentences ??= new Intl.Segmenter('zh', { granularity: 'sentence' });
  return sentences.segment(text);
}

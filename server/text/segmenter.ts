let segmenter: Intl.Segmenter | undefined;

/** The words of a text by the host's own dictionary, which is loaded when first asked for: that takes longer than a page does. */
export function wordsIn(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text);
}

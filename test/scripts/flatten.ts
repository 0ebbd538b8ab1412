/** What of a text's gold labels names lines (1-based): all of it moves with the lines. */
export interface Labels {
  readonly breaks: readonly number[];
  readonly articles: readonly {
    readonly line: number;
    readonly headlineLines: readonly number[];
    readonly subheads: readonly number[];
    readonly bylines: readonly { readonly line: number }[];
  }[];
  readonly looseHeadLines: readonly number[];
  readonly looseLines: readonly number[];
  readonly ambiguousStarts: readonly number[];
  readonly pages: readonly { readonly line: number }[];
}

export interface Labelled {
  readonly text: string;
  readonly labels: Labels;
}

/**
 * The same text as a paper would set it that knows neither indents nor blank lines. There, nothing but words tells a
 * headline from a subhead: the more such pages are learned from, the better.
 */
export function flattened({ text, labels }: Labelled): Labelled {
  const kept: string[] = [];
  const moved = new Map<number, number>();
  text.split('\n').forEach((line, i) => {
    const bare = line.replace(/^[\s　]+/, '');
    if (bare !== '') moved.set(i + 1, kept.push(bare));
  });
  const to = (line: number): number => moved.get(line) ?? 0;
  return {
    text: kept.join('\n'),
    labels: {
      breaks: labels.breaks.map(to),
      articles: labels.articles.map((a) => ({
        line: to(a.line),
        headlineLines: a.headlineLines.map(to),
        subheads: a.subheads.map(to),
        bylines: a.bylines.map(({ line }) => ({ line: to(line) })),
      })),
      looseHeadLines: labels.looseHeadLines.map(to),
      looseLines: labels.looseLines.map(to),
      ambiguousStarts: labels.ambiguousStarts.map(to),
      pages: labels.pages.map((page) => ({ line: to(page.line) })),
    },
  };
}

import type { Span } from '../text/span';
import type { Text } from '../text/text';

/** The matches of one line, as offsets into the text. */
export interface Hits {
  readonly line: number;
  readonly spans: readonly Span[];
}

/**
 * Where a global pattern matches, gathered by line, in one pass over the text, or over one line alone. A match belongs to
 * the line it begins on. The pattern may look at the one character before the line and at the line's end.
 */
export function* scan(text: Text, pattern: RegExp, only?: number): Generator<Hits> {
  const base = only === undefined ? 0 : Math.max(0, text.lineStart(only) - 1);
  const content = only === undefined ? text.toString() : text.slice(base, text.lineStart(only + 1));
  let spans: Span[] = [];
  let line = -1;
  let end = -1;
  for (const match of content.matchAll(pattern)) {
    const from = base + match.index;
    if (only !== undefined && from < text.lineStart(only)) continue;
    if (from >= end) {
      if (spans.length > 0) yield { line, spans };
      spans = [];
      line = text.lineAt(from);
      end = text.lineStart(line + 1);
    }
    spans.push({ from, to: from + match[0].length });
  }
  if (spans.length > 0) yield { line, spans };
}

/** From the first hit to the end of the last. */
export const extent = ({ spans }: Hits): Span => ({ from: spans[0].from, to: spans[spans.length - 1].to });

/** The different strings that were hit, at most `most` of them, for a message. */
export function samples(text: Text, { spans }: Hits, most = 6): string[] {
  const seen = new Set<string>();
  for (const { from, to } of spans) {
    seen.add(text.slice(from, to));
    if (seen.size === most) break;
  }
  return [...seen];
}

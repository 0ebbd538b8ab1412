import type { Span } from './span';
import type { Text } from './text';

/** A place in a text, 0-based; `character` counts UTF-16 units from the line's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open range that makes sense without the text at hand: what a file may say of another. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function positionOf(text: Text, offset: number): Position {
  const line = text.lineAt(offset);
  return { line, character: offset - text.lineStart(line) };
}

export const rangeOf = (text: Text, { from, to }: Span): Range => ({
  start: positionOf(text, from),
  end: positionOf(text, to),
});

/** The offset of a position; one past a line's end or the text's is clamped to it. */
export const offsetOf = (text: Text, { line, character }: Position): number =>
  Math.min(text.lineStart(line) + character, text.lineEnd(line));

export const spanOfRange = (text: Text, { start, end }: Range): Span => ({
  from: offsetOf(text, start),
  to: offsetOf(text, end),
});

/** A half-open range of UTF-16 offsets: `from` is inside, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A range of whole lines, 0-based, both ends inside. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export const spanOf = (from: number, to: number): Span => ({ from, to });

export const contains = (outer: Span, at: number): boolean => at >= outer.from && at < outer.to;

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

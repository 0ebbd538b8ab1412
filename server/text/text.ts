import { countWhile } from './search';
/**
 * The text of one file version: immutable, kept in chunks so that one edit of a text of ten million characters copies a
 * table of a thousand chunks and not the text. Knows lines as the Language Server Protocol does: `\n`, `\r\n` and a lone
 * `\r` end a line; U+2028, form feed and the like do not.
 */
export class Text {
  readonly length: number;
  /** Always at least 1: the empty text has one empty line. */
  readonly lineCount: number;
  private readonly chunks: readonly Chunk[];
  /** Per chunk: how many characters, and how many line starts, come before it. */
  private readonly offsets: Float64Array;
  private readonly lineTotals: Float64Array;

  private constructor(chunks: readonly Chunk[]) {
    this.chunks = chunks;
    this.offsets = new Float64Array(chunks.length + 1);
    this.lineTotals = new Float64Array(chunks.length + 1);
    for (let i = 0; i < chunks.length; i++) {
      this.offsets[i + 1] = this.offsets[i] + chunks[i].content.length;
      this.lineTotals[i + 1] = this.lineTotals[i] + chunks[i].starts.length;
    }
    this.length = this.offsets[chunks.length];
    this.lineCount = this.lineTotals[chunks.length] + 1;
  }

  static of(content: string): Text {
    return new Text(chunksOf(content));
  }

  /** The characters in [from, to); both are clamped to the text. */
  slice(from = 0, to = this.length): string {
    const start = Math.max(0, from);
    const end = Math.min(this.length, to);
    if (start >= end) return '';
    let i = this.chunkAt(start);
    const within = start - this.offsets[i];
    if (end <= this.offsets[i + 1]) return this.chunks[i].content.slice(within, end - this.offsets[i]);
    const parts = [this.chunks[i].content.slice(within)];
    for (i++; this.offsets[i + 1] < end; i++) parts.push(this.chunks[i].content);
    parts.push(this.chunks[i].content.slice(0, end - this.offsets[i]));
    return parts.join('');
  }

  toString(): string {
    return this.chunks.map((c) => c.content).join('');
  }

  /** The UTF-16 unit at an offset, or NaN outside the text. */
  codeAt(offset: number): number {
    if (offset < 0 || offset >= this.length) return Number.NaN;
    const i = this.chunkAt(offset);
    return this.chunks[i].content.charCodeAt(offset - this.offsets[i]);
  }

  /** Where a line (0-based) begins; past the last line this is the text's length. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.length;
    const i = lastAtMost(this.lineTotals, line - 1, this.chunks.length);
    return this.offsets[i] + this.chunks[i].starts[line - 1 - this.lineTotals[i]];
  }

  /** Where a line's own characters end: before its line end. */
  lineEnd(line: number): number {
    const start = this.lineStart(line);
    const next = this.lineStart(line + 1);
    if (line >= this.lineCount - 1) return next;
    if (this.codeAt(next - 1) === 10 && next - 2 >= start && this.codeAt(next - 2) === 13) return next - 2;
    return next - 1;
  }

  /** A line's characters without its line end. */
  line(line: number): string {
    return this.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** The line (0-based) on which an offset lies; an offset inside a line end belongs to the line it ends. */
  lineAt(offset: number): number {
    const at = Math.min(Math.max(0, offset), this.length);
    if (this.chunks.length === 0) return 0;
    const i = Math.min(this.chunkAt(at), this.chunks.length - 1);
    return this.lineTotals[i] + countAtMost(this.chunks[i].starts, at - this.offsets[i]);
  }

  /** A new text with the characters of [from, to) replaced; this one stays as it is. Offsets are clamped. */
  replace(from: number, to: number, insert: string): Text {
    const start = Math.min(Math.max(0, from), this.length);
    const end = Math.min(Math.max(start, to), this.length);
    if (this.chunks.length === 0) return Text.of(insert);
    let first = Math.min(this.chunkAt(start), this.chunks.length - 1);
    let last = Math.min(this.chunkAt(end), this.chunks.length - 1);
    // Neighbours come along where the seam could split a `\r\n` or a surrogate pair, or leave crumbs of chunks.
    if (first > 0 && start - this.offsets[first] < SEAM) first--;
    if (last < this.chunks.length - 1 && this.offsets[last + 1] - end < SEAM) last++;
    const merged = this.slice(this.offsets[first], start) + insert + this.slice(end, this.offsets[last + 1]);
    return new Text([...this.chunks.slice(0, first), ...chunksOf(merged), ...this.chunks.slice(last + 1)]);
  }

  /**
   * How many lines at the start and at the end are the same in an earlier text: cheap where this one came of it by edits, as
   * it then has its chunks. No line is counted twice.
   */
  linesKept(earlier: Text): { head: number; tail: number } {
    const most = Math.min(this.chunks.length, earlier.chunks.length);
    let first = 0;
    while (first < most && this.chunks[first] === earlier.chunks[first]) first++;
    let last = 0;
    while (last < most - first && this.chunks.at(-1 - last) === earlier.chunks.at(-1 - last)) last++;
    const lines = Math.min(this.lineCount, earlier.lineCount);
    // A line that goes on behind the last chunk that was kept may have changed there.
    let head = this.lineTotals[first];
    while (head < lines && this.line(head) === earlier.line(head)) head++;
    let tail = Math.min(lines - head, this.lineCount - 1 - this.lineTotals[this.chunks.length - last]);
    while (head + tail < lines && this.line(this.lineCount - 1 - tail) === earlier.line(earlier.lineCount - 1 - tail))
      tail++;
    return { head, tail };
  }

  /** Every line's characters from `line` on, without line ends: faster than asking for each. */
  *lines(line = 0): Generator<string> {
    let skip = Math.max(0, line);
    let begun = ''; // what earlier chunks hold of the line
    for (const { content, starts } of this.chunks) {
      let from = 0;
      if (skip <= starts.length) {
        if (skip > 0) from = starts[skip - 1];
        for (let i = skip; i < starts.length; i++) {
          const own = content.slice(from, endBefore(content, from, starts[i]));
          yield begun === '' ? own : begun + own;
          begun = '';
          from = starts[i];
        }
        begun += content.slice(from);
      }
      skip = Math.max(0, skip - starts.length);
    }
    if (line < this.lineCount) yield begun;
  }

  /** Where each line begins, and behind them the text's length: faster than asking for each. */
  lineStarts(): Int32Array {
    const all = new Int32Array(this.lineCount + 1);
    let line = 1;
    this.chunks.forEach(({ starts }, i) => {
      for (let k = 0; k < starts.length; k++) all[line++] = this.offsets[i] + starts[k];
    });
    all[this.lineCount] = this.length;
    return all;
  }

  private chunkAt(offset: number): number {
    return lastAtMost(this.offsets, offset, this.chunks.length);
  }
}

interface Chunk {
  readonly content: string;
  /** Offsets within the chunk at which a line begins, that is, just after each line end. */
  readonly starts: Int32Array;
}

const CHUNK = 8192;
const SEAM = 64;

function chunksOf(content: string): Chunk[] {
  const chunks: Chunk[] = [];
  // Equal parts: a full chunk and a crumb would leave another crumb behind with every letter typed.
  const size = Math.ceil(content.length / Math.ceil(content.length / CHUNK));
  for (let from = 0; from < content.length; ) {
    let to = Math.min(content.length, from + size);
    // A `\r\n` or a surrogate pair is never cut in two: a chunk that is put together again must give the same text.
    if (to < content.length && joined(content.charCodeAt(to - 1), content.charCodeAt(to))) to++;
    chunks.push(chunkOf(content.slice(from, to)));
    from = to;
  }
  return chunks;
}

/** Where the line that begins at `from`, or earlier, ends: before the line end that ends at `next`. */
function endBefore(content: string, from: number, next: number): number {
  const last = next - 1;
  return last > from && content.charCodeAt(last) === 10 && content.charCodeAt(last - 1) === 13 ? last - 1 : last;
}

const joined = (a: number, b: number): boolean =>
  (a === 13 && b === 10) || ((a & 0xfc00) === 0xd800 && (b & 0xfc00) === 0xdc00);

const found = new Int32Array(CHUNK + 1);
function chunkOf(content: string): Chunk {
  let n = 0;
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code > 13) continue;
    if (code === 10 || (code === 13 && content.charCodeAt(i + 1) !== 10)) found[n++] = i + 1;
  }
  return { content, starts: found.slice(0, n) };
}

/** The last index i < count with values[i] <= wanted; values rise from 0. */
function lastAtMost(values: Float64Array, wanted: number, count: number): number {
  return Math.max(0, countWhile(count, (i) => values[i] <= wanted) - 1);
}

/** How many of the rising values are at most `wanted`. */
function countAtMost(values: Int32Array, wanted: number): number {
  return countWhile(values.length, (i) => values[i] <= wanted);
}

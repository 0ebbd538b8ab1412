import { decodes, type Encoding } from './encoding';
import { countWhile } from './search';

/** A place in a file whose bytes make no character; in the text U+FFFD stands for them. */
export interface Undecodable {
  /** Offset in the file, in bytes from 0. */
  readonly byte: number;
  /** The line, 0-based. */
  readonly line: number;
}

/** So many places are listed; a file with more of them is better read in another encoding than place by place. */
export const LISTED = 1000;

/** The first `LISTED` places of `bytes` that `encoding` cannot decode, in order. */
export function undecodable(bytes: Uint8Array, encoding: Encoding): Undecodable[] {
  const found: Undecodable[] = [];
  let line = 0;
  for (let at = 0; found.length < LISTED; ) {
    const good = at + validLength(bytes.subarray(at), encoding);
    if (good >= bytes.length) break;
    line += lineEnds(new TextDecoder(encoding).decode(bytes.subarray(at, good)));
    found.push({ byte: good, line });
    at = after(bytes, good, encoding);
  }
  return found;
}

/** How many bytes from the start decode to whole characters. */
function validLength(bytes: Uint8Array, encoding: Encoding): number {
  let high = 64;
  while (high < bytes.length && decodes(encoding, bytes.subarray(0, high), false)) high *= 2;
  if (high >= bytes.length) {
    if (decodes(encoding, bytes)) return bytes.length;
    high = bytes.length;
  }
  // The longest start that may still be going on; then back over what its last, unfinished character took.
  let length = countWhile(high, (i) => decodes(encoding, bytes.subarray(0, i + 1), false));
  while (length > 0 && !decodes(encoding, bytes.subarray(0, length))) length--;
  return length;
}

/** Where decoding goes on after a bad byte: past the bytes that could only have belonged to its character. */
function after(bytes: Uint8Array, bad: number, encoding: Encoding): number {
  if (encoding.startsWith('utf-16')) return bad + 2;
  const lead = bytes[bad];
  let at = bad + 1;
  if (encoding === 'utf-8') while (lead >= 0xc0 && at < bad + 4 && (bytes[at] & 0xc0) === 0x80) at++;
  else if (lead !== 0x80 && lead !== 0xff && bytes[at] >= 0x80) at++;
  return at;
}

const lineEnds = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

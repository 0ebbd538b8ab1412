import { canonical, decodes, type Encoding, encodingOf, markOf } from './encoding';
import { type Undecodable, undecodable } from './undecodable';

/** A file's bytes as text, and what it takes to write them back. */
export interface Decoded {
  /** Without the byte order mark; U+FFFD where bytes make no character. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly mark: boolean;
  readonly undecodable: readonly Undecodable[];
}

/**
 * The text of a file. The encoding is told by content, unless `chosen` names one (any name the WHATWG Encoding Standard
 * knows). Null where the bytes are no text, or where the chosen encoding is unknown.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded | null {
  // Nearly every file is plain UTF-8: to see that is to have its text.
  const plain = chosen === undefined ? utf8(bytes) : null;
  if (plain !== null) return { text: plain, encoding: 'utf-8', mark: false, undecodable: [] };
  const guess = chosen === undefined ? encodingOf(bytes) : asked(bytes, chosen);
  if (!guess) return null;
  const { encoding, mark } = guess;
  const content = bytes.subarray(mark);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  const whole = !text.includes('\ufffd') || decodes(encoding, content);
  const bad = whole ? [] : undecodable(content, encoding).map(({ byte, line }) => ({ byte: byte + mark, line }));
  return { text, encoding, mark: mark > 0, undecodable: bad };
}

/** The text of bytes that are UTF-8 throughout, without a mark and without what tells another encoding; else null. */
function utf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') || text.startsWith('\ufeff') ? null : text;
  } catch {
    return null;
  }
}

function asked(bytes: Uint8Array, chosen: Encoding) {
  const encoding = canonical(chosen);
  return encoding && { encoding, mark: markOf(bytes, encoding) };
}

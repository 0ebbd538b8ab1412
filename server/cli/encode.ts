import iconv from 'iconv-lite';
import type { Decoded } from '../text/decode';
import type { Encoding } from '../text/encoding';

/**
 * The bytes of a text in an encoding, named as `TextDecoder` names it; null where the encoding has no way to write one of
 * its characters, so that nothing is ever replaced by a question mark.
 */
export function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array | null {
  if (!iconv.encodingExists(encoding)) return null;
  const bytes = iconv.encode(text, encoding, { addBOM: false });
  if (new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes) !== text) return null;
  // GB18030's mark is no affair of iconv's: in every encoding it is what U+FEFF becomes.
  return mark ? Buffer.concat([iconv.encode('\ufeff', encoding, { addBOM: false }), bytes]) : bytes;
}

/** Whether writing the decoded text back gives the very bytes of the file: without that nothing is written. */
export function roundTrips(bytes: Uint8Array, { text, encoding, mark }: Decoded): boolean {
  const back = encode(text, encoding, mark);
  return back !== null && Buffer.compare(back, bytes) === 0;
}

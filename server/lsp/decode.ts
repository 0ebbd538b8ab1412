/**
 * The characters of a file that is not open, or null where it is no text. UTF-8 and UTF-16 by their marks, UTF-8 by its
 * form, GB18030 otherwise (it holds GBK). A byte order mark is no character, as in the editor.
 */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isBinary(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Stray NULs occur in archives; a file in which every hundredth byte is one is no text. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  let nuls = 0;
  for (const byte of head) if (byte === 0) nuls++;
  return nuls * 100 > head.length;
}

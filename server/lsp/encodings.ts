import { type Decoded, decode } from '../text/decode';
import { canonical, type Encoding, markOf } from '../text/encoding';

/** What a person's settings say of the encoding of files, each null where it is left to the content. */
export interface EncodingSettings {
  /** `galley.encoding`, or the encoding in which the file was last open in the editor: obeyed, whatever comes out. */
  readonly chosen: Encoding | null;
  /** `files.encoding`, where it is not the editor's default: what the editor reads a file in that has no byte order mark. */
  readonly usual: Encoding | null;
}

export const BY_CONTENT: EncodingSettings = { chosen: null, usual: null };

/** The settings' values; the editor's default (`utf8`) is nobody's choice, an archive in GB18030 lies beside it everywhere. */
export const encodingSettings = (chosen: unknown, usual: unknown): EncodingSettings => ({
  chosen: encodingNamed(chosen),
  usual: usual === 'utf8' ? null : encodingNamed(usual),
});

/** The WHATWG name for a name that the editor uses (`utf16le`, `gb18030`, `windows1252`, `cp950`), or null. */
export function encodingNamed(name: unknown): Encoding | null {
  if (typeof name !== 'string' || name === '' || name === 'auto') return null;
  return (
    canonical(ALIASES[name] ?? name.replace(/^(windows|utf|euc|koi8|iso)(?=[\da-z])(?!-)/, '$1-')) ?? canonical(name)
  );
}

const ALIASES: Readonly<Record<string, string>> = {
  utf8bom: 'utf-8',
  big5hkscs: 'big5',
  cp950: 'big5',
  shiftjis: 'shift_jis',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  iso88591: 'iso-8859-1',
  iso88592: 'iso-8859-2',
  iso885915: 'iso-8859-15',
};

/** A file's text as the editor would show it; by content where nobody chose, or the usual encoding does not fit. */
export function decodedAs(bytes: Uint8Array, { chosen, usual }: EncodingSettings): Decoded | null {
  if (chosen) return decode(bytes, chosen);
  const byContent = decode(bytes);
  const marked = byContent?.mark || markOf(bytes, 'utf-8') > 0;
  if (!usual || marked || byContent?.encoding === usual) return byContent;
  const asUsual = decode(bytes, usual);
  return asUsual?.undecodable.length === 0 ? asUsual : byContent;
}

import { analyse } from 'chardet';

/** An encoding by its name in the WHATWG Encoding Standard, which is what `TextDecoder` takes: `utf-8`, `gb18030` … */
export type Encoding = string;

export interface Guess {
  readonly encoding: Encoding;
  /** How many bytes a byte order mark takes at the start; 0 without one. */
  readonly mark: number;
}

/** What the encoding of a long file is judged by; only whether it is UTF-8 is asked of all of it. */
const SAMPLE = 1 << 16;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * The encoding of a text file, told by its bytes; null where they are no text at all (a picture, a program).
 * In this order: a byte order mark; valid UTF-8; UTF-16 without a mark; what the detector says of multi-byte encodings;
 * which of GB18030 and Big5 gives common characters; UTF-8 with a few bad bytes; a single-byte encoding.
 */
export function encodingOf(bytes: Uint8Array): Guess | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return { encoding: marked[0], mark: marked[1].length };
  const encoding = unmarked(bytes);
  return encoding === null ? null : { encoding, mark: 0 };
}

/** How many bytes of a byte order mark of this encoding `bytes` begin with. */
export function markOf(bytes: Uint8Array, encoding: Encoding): number {
  const mark = MARKS.find(([name]) => name === encoding)?.[1];
  return mark?.every((byte, i) => bytes[i] === byte) ? mark.length : 0;
}

/** The name that `TextDecoder` gives an encoding (`gbk` and `gb2312` are `gb18030`), or null for one it does not know. */
export function canonical(name: string): Encoding | null {
  try {
    const { encoding } = new TextDecoder(name);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

function unmarked(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const utf8 = decodes('utf-8', bytes);
  const nul = sample.includes(0);
  if (utf8 && !nul) return 'utf-8';
  const wide = wideEncoding(sample);
  if (wide) return wide;
  if (controlShare(sample) > BINARY) return null;
  if (utf8 || nearlyUtf8(sample)) return 'utf-8';
  return multiByte(sample) ?? singleByte(sample);
}

/** More than this share of control characters, and the file is no text; text with a few NULs in it still is. */
const BINARY = 0.1;

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample) if (byte === 127 || (byte < 32 && (byte < 9 || byte > 13))) controls++;
  return controls / Math.max(1, sample.length);
}

export function decodes(encoding: Encoding, bytes: Uint8Array, whole = true): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Some bytes are wrong, but many make characters of three bytes or more: in no other encoding does that come by chance. */
function nearlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  let wrong = 0;
  let long = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) wrong++;
    else if (code >= 0x800) long++;
  }
  return wrong <= long / 2;
}

/**
 * UTF-16 without a mark: read in the right order nearly every unit is a Han character, a full-width mark or ASCII, and
 * some are what every text has (line ends, blanks, commas, full stops) and the other byte order does not.
 */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const units = sample.length >> 1;
  if (units === 0 || sample.length % 2 === 1) return null;
  const [little, big] = [1, 0].map((high) => {
    let usual = 0;
    let anchors = 0;
    for (let i = 0; i < units * 2; i += 2) {
      const unit = (sample[i + high] << 8) | sample[i + 1 - high];
      const anchor =
        (unit >= 0x20 && unit < 0x7f) ||
        unit === 10 ||
        unit === 13 ||
        (unit >= 0x3000 && unit < 0x3003) ||
        unit === 0xff0c;
      if (anchor) anchors++;
      if (anchor || isUsual(unit)) usual++;
    }
    return { usual, anchors };
  });
  // One order may have some by chance (一 turned round is an N): what is usual counts with them.
  const ahead = little.usual + little.anchors - big.usual - big.anchors;
  const best = ahead > 0 ? little : big;
  if (ahead === 0 || best.anchors === 0 || best.usual < units * 0.9) return null;
  return ahead > 0 ? 'utf-16le' : 'utf-16be';
}

const isUsual = (unit: number): boolean =>
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit >= 0x3000 && unit < 0x3020) ||
  (unit >= 0xff01 && unit < 0xff5f) ||
  (unit >= 0x2010 && unit < 0x2028) ||
  unit === 9 ||
  unit === 0xb7;

/** From here on the detector is believed when it names a multi-byte encoding: for the wrong one it stays under 90. */
const SURE = 90;
/** The least share of two-byte characters that must be common ones, for GB18030 or Big5 to be what a text is in. */
const COMMON = 0.5;

/** What a text in these shows beyond ASCII, and how much of it at least: short Chinese is taken for them. */
const SCRIPTS: Readonly<Record<string, { letters: RegExp; share: number }>> = {
  Shift_JIS: { letters: /[\u3040-\u30ff]/g, share: 0.2 },
  'EUC-JP': { letters: /[\u3040-\u30ff]/g, share: 0.2 },
  'EUC-KR': { letters: /[\uac00-\ud7a3]/g, share: 0.8 },
};

function showsScript(encoding: Encoding, sample: Uint8Array, { letters, share }: { letters: RegExp; share: number }) {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const beyond = text.match(/\p{L}/gu)?.length ?? 0;
  return nearlyDecodes(encoding, sample) && (text.match(letters)?.length ?? 0) >= share * beyond;
}

/** GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR; null where none of them gives a likely text. */
function multiByte(sample: Uint8Array): Encoding | null {
  const [first] = analyse(sample);
  const script = SCRIPTS[first?.name];
  if (script && first.confidence >= SURE && showsScript(first.name, sample, script)) return canonical(first.name);
  const shares = [
    { encoding: 'gb18030', share: commonShare(sample, commonGb) },
    { encoding: 'big5', share: commonShare(sample, commonBig5) },
  ].map((each) => ({ ...each, likely: each.share + WEIGHT * frequent(each.encoding, sample) }));
  const fit = shares.filter(({ encoding, share }) => share >= COMMON && nearlyDecodes(encoding, sample));
  // The detector knows which characters are frequent; the shares of common ones decide what is too short for it.
  const named = fit.find(({ encoding }) => first.confidence >= SURE && canonical(first.name) === encoding);
  return (named ?? fit.sort((a, b) => b.likely - a.likely)[0])?.encoding ?? null;
}

/** How often stands what every running text has: in the wrong encoding hardly ever. */
function frequent(encoding: Encoding, sample: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  return (text.match(/[，。、的一]/g)?.length ?? 0) / Math.max(1, text.length);
}
/** A tenth of a running text says as much as half of its characters being common. */
const WEIGHT = 5;

/** The weight, 0 to 1, that a two-byte character has as a sign of its encoding; undefined where `lead` begins none. */
type Weigh = (lead: number, trail: number) => number | undefined;

function commonShare(sample: Uint8Array, weigh: Weigh): number {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < sample.length - 1; i++) {
    const weight = sample[i] < 0x80 ? undefined : weigh(sample[i], sample[i + 1]);
    if (sample[i] >= 0x80) pairs++;
    if (weight === undefined) continue;
    common += weight;
    i++;
  }
  return pairs ? common / pairs : 0;
}

/** GB 2312's symbols and its level 1 are common; GBK's additions, where most traditional forms stand, are half so. */
const commonGb: Weigh = (lead, trail) => {
  if (lead === 0x80 || lead === 0xff || trail < 0x40) return undefined;
  if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) return 1;
  return trail <= 0xa0 && (lead <= 0xa0 || lead >= 0xaa) ? 0.5 : 0;
};

/** Big5's symbols and its frequently used characters (level 1, A440 to C67E). */
const commonBig5: Weigh = (lead, trail) => {
  if (lead < 0x87 || lead === 0xff || trail < 0x40 || (trail > 0x7e && trail < 0xa1)) return undefined;
  return lead >= 0xa1 && (lead <= 0xc5 || (lead === 0xc6 && trail <= 0x7e)) ? 1 : 0;
};

/** At most one character in fifty is undecodable: a lost byte spoils its neighbour too. */
function nearlyDecodes(encoding: Encoding, sample: Uint8Array): boolean {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  return (text.match(/\ufffd/g)?.length ?? 0) <= Math.max(1, text.length / 50);
}

/** A text in a Western, Cyrillic … alphabet: the detector's guess where it is more than a shot in the dark. */
function singleByte(sample: Uint8Array): Encoding | null {
  const guess = analyse(sample).find(
    ({ name, confidence }) => /^(ISO-8859|windows|KOI8)/i.test(name) && confidence >= 20,
  );
  return guess ? canonical(guess.name) : null;
}

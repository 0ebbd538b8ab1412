import * as characters from './damage/characters';
import * as lines from './damage/lines';
import { type Damaged, wordBreaks } from './damage/place';
import { chance, pick, type Random, whole } from './random';

export type { Damaged } from './damage/place';

/**
 * Damages `text` (raw newspaper text, any layout, `\n` line ends) in one place, or as a whole for `hard-wrap`. Null where the
 * text has no place for that kind. The same random numbers damage the same way. Deliberately absent are `lost-digit`,
 * `wrong-character` and `name-variant`: whether one can be noticed hangs on what the rest of the text says.
 */
export function damage(text: string, kind: DamageKind, random: Random): Damaged | null {
  return KINDS[kind](text, random);
}

type Injection = (text: string, random: Random) => Damaged | null;

const KINDS = {
  /** A line end inside a word, a number, a quotation; `-blank` has an empty line there too. */
  'broken-word': (text, random) => lines.broken(text, random, wordBreaks, '\n'),
  'broken-word-blank': (text, random) => lines.broken(text, random, wordBreaks, '\n\n'),
  'broken-number': (text, random) => lines.broken(text, random, lines.numberBreaks, '\n'),
  'broken-number-blank': (text, random) => lines.broken(text, random, lines.numberBreaks, '\n\n'),
  'broken-quotation': (text, random) => lines.broken(text, random, lines.quotationBreaks, '\n'),
  'broken-quotation-blank': (text, random) => lines.broken(text, random, lines.quotationBreaks, '\n\n'),
  /** Every line cut at one width; the rest of a paragraph is indented or not, as the throw of the dice has it. */
  'hard-wrap': (text, random) => lines.hardWrap(text, whole(random, 16, 40), chance(random, 0.5) ? '　' : ''),
  /** A paragraph's first words stand at its own end. */
  'orphan-fragment': lines.orphan,
  /** A clause spliced in again further on; a paragraph printed again further on. */
  'duplicate-clause': lines.duplicateClause,
  'duplicate-block': lines.duplicateBlock,
  /** One mark of a pair lost. */
  'unpaired-mark': characters.unpaired,
  /** Kangxi radicals in the place of the characters that look like them. */
  'compat-character': characters.radicals,
  'spaced-text': characters.spaced,
  /** A character lost to U+FFFD, to the classic mojibake; a control character or the size of an HTTP chunk slipped in. */
  'replacement-character': (text, random) => characters.replaceHan(text, random, '\ufffd'),
  mojibake: (text, random) => characters.replaceHan(text, random, '锟斤拷'),
  'control-character': (text, random) =>
    characters.insertInside(text, random, pick(random, ['\u0000', '\u0007', '\u001f'])),
  'chunk-size': characters.chunkSize,
  /** A quotation mark written as an HTML entity. */
  entity: characters.entity,
  /** The name before 摄 or 供图 lost. */
  'missing-credit': characters.lostCredit,
  /** The last words of an article's last paragraph lost; the weekday beside a date changed; a continuation sent to another page. */
  'cut-off': lines.cutOff,
  'date-conflict': characters.wrongWeekday,
  'unresolved-continuation': characters.wrongPage,
} satisfies Record<string, Injection>;

export type DamageKind = keyof typeof KINDS;
export const DAMAGE_KINDS = Object.keys(KINDS) as DamageKind[];

const LOSING: readonly DamageKind[] = [
  'replacement-character',
  'mojibake',
  'missing-credit',
  'cut-off',
  'date-conflict',
  'unresolved-continuation',
];

/** The kinds after which nothing is missing: a right fix gives back the original to the letter. */
export const RESTORABLE: readonly DamageKind[] = DAMAGE_KINDS.filter((kind) => !LOSING.includes(kind));

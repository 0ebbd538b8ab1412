import type { GoldProblem } from './gold';
import { chance, pick, type Random, whole } from './random';
import { wrap } from './wrap';

/** A text that was damaged on purpose, and what is therefore to be found in it. */
export interface Damaged {
  readonly text: string;
  readonly original: string;
  /** In the lines (1-based) of the damaged text. */
  readonly problems: readonly GoldProblem[];
  /** Lines (1-based) of the damaged text whose line end is no paragraph end. */
  readonly joins: readonly number[];
}

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
  'broken-word': (text, random) => broken(text, random, wordBreaks, '\n'),
  'broken-word-blank': (text, random) => broken(text, random, wordBreaks, '\n\n'),
  'broken-number': (text, random) => broken(text, random, numberBreaks, '\n'),
  'broken-number-blank': (text, random) => broken(text, random, numberBreaks, '\n\n'),
  'broken-quotation': (text, random) => broken(text, random, quotationBreaks, '\n'),
  'broken-quotation-blank': (text, random) => broken(text, random, quotationBreaks, '\n\n'),
  /** Every line cut at one width; the rest of a paragraph is indented or not, as the throw of the dice has it. */
  'hard-wrap': (text, random) => hardWrap(text, whole(random, 16, 40), chance(random, 0.5) ? '　' : ''),
  /** A paragraph's first words stand at its own end. */
  'orphan-fragment': orphan,
  /** A clause spliced in again further on; a paragraph printed again further on. */
  'duplicate-clause': duplicateClause,
  'duplicate-block': duplicateBlock,
  /** One mark of a pair lost. */
  'unpaired-mark': unpaired,
  /** Kangxi radicals in the place of the characters that look like them. */
  'compat-character': radicals,
  'spaced-text': spaced,
  /** A character lost to U+FFFD, to the classic mojibake; a control character or the size of an HTTP chunk slipped in. */
  'replacement-character': (text, random) => replaceHan(text, random, '\ufffd'),
  mojibake: (text, random) => replaceHan(text, random, '锟斤拷'),
  'control-character': (text, random) => insertInside(text, random, pick(random, ['\u0000', '\u0007', '\u001f'])),
  'chunk-size': chunkSize,
  /** A quotation mark written as an HTML entity. */
  entity: entity,
  /** The name before 摄 or 供图 lost. */
  'missing-credit': lostCredit,
  /** A paragraph's last words lost; the weekday beside a date changed; a continuation sent to another page. */
  'cut-off': cutOff,
  'date-conflict': wrongWeekday,
  'unresolved-continuation': wrongPage,
} satisfies Record<string, Injection>;

export type DamageKind = keyof typeof KINDS;
export const DAMAGE_KINDS = Object.keys(KINDS) as DamageKind[];

/** The kinds after which nothing is missing: a right fix gives back the original to the letter. */
export const RESTORABLE: readonly DamageKind[] = DAMAGE_KINDS.filter(
  (kind) =>
    ![
      'replacement-character',
      'mojibake',
      'missing-credit',
      'cut-off',
      'date-conflict',
      'unresolved-continuation',
    ].includes(kind),
);

/** Cuts every line of a text at `width` Han characters; later lines of a paragraph begin with `hang`. */
export function hardWrap(text: string, width: number, hang = ''): Damaged | null {
  const joins: number[] = [];
  const lines: string[] = [];
  const first: number[] = [];
  for (const line of text.split('\n')) {
    const own = wrap(line, width, '', hang);
    if (own.length > 1) first.push(lines.length + 1);
    for (let i = 1; i < own.length; i++) joins.push(lines.length + i);
    lines.push(...(own.length > 0 ? own : ['']));
  }
  if (joins.length === 0) return null;
  return { text: lines.join('\n'), original: text, problems: [{ line: first[0], code: 'broken-line' }], joins };
}

/** A line of running text: long, with clauses, ending as a sentence does. `from` and `to` leave out its indent. */
interface Paragraph {
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  for (const [i, whole] of text.split('\n').entries()) {
    const indent = whole.match(/^\s*/)?.[0].length ?? 0;
    const line = whole.slice(indent);
    if (line.length >= 40 && /[。！？!?][”’」』]?$/.test(line) && /[，,]/.test(line))
      found.push({ from: from + indent, to: from + whole.length, line: i + 1, text: line });
    from += whole.length + 1;
  }
  return found;
}

/** The text with [from, to) replaced by `insert`, and one problem. */
function altered(text: string, from: number, to: number, insert: string, line: number, code: string): Damaged {
  const result = text.slice(0, from) + insert + text.slice(to);
  return { text: result, original: text, problems: [{ line, code }], joins: [] };
}

/** One of all places in the text's paragraphs that `places` (offsets in the paragraph) gives, or null. */
function somewhere<T>(
  text: string,
  random: Random,
  places: (paragraph: Paragraph, next: Paragraph | undefined) => Iterable<T>,
): [Paragraph, T] | null {
  const all = paragraphs(text);
  const found = all.flatMap((p, i) => [...places(p, all[i + 1])].map((place): [Paragraph, T] => [p, place]));
  return found.length > 0 ? pick(random, found) : null;
}

function broken(
  text: string,
  random: Random,
  places: (p: Paragraph) => Iterable<number>,
  lineEnd: string,
): Damaged | null {
  const place = somewhere(text, random, places);
  if (!place) return null;
  const [paragraph, at] = place;
  const cut = paragraph.from + at;
  return { ...altered(text, cut, cut, lineEnd, paragraph.line, 'broken-line'), joins: [paragraph.line] };
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Offsets inside a word of two or more Han characters, well inside the paragraph. */
function* wordBreaks({ text }: Paragraph): Generator<number> {
  for (const { segment, index } of words.segment(text))
    if (index > 12 && index + segment.length < text.length - 8 && /^\p{Script=Han}{2,}$/u.test(segment))
      yield index + 1;
}

function* numberBreaks({ text }: Paragraph): Generator<number> {
  for (const { 0: number, index } of text.matchAll(/\d{2,}/g))
    if (index > 8 && index + number.length < text.length - 4) yield index + number.length - 1;
}

function* quotationBreaks({ text }: Paragraph): Generator<number> {
  for (const { 0: quotation, index } of text.matchAll(/“[^“”]{8,}”/g)) yield index + (quotation.length >> 1);
}

/** The first words, up to the middle of a word of the first sentence, go to the end. Opens with a byline: left alone. */
function orphan(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, function* (p) {
    const first = p.text.search(/[。！？!?]/);
    if (/^[^，,。]{0,12}[讯訊电電]|^[(（【〔“]/.test(p.text)) return;
    for (const at of wordBreaks(p)) if (at < first && first < p.text.length - 1) yield at;
  });
  if (!place) return null;
  const [{ from, to, line, text: own }, at] = place;
  return altered(text, from, to, own.slice(at) + own.slice(0, at), line, 'orphan-fragment');
}

function duplicateClause(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, function* (here, next) {
    const target = next && next.line - here.line <= 2 ? next : null;
    if (!target) return;
    for (const clause of here.text.matchAll(/(?<=[，,。])[^，,。“”‘’（）()《》]{10,30}[，,。]/g))
      for (const gap of target.text.matchAll(/[，,](?=[^，,。]{4})/g))
        yield { clause: clause[0], at: target.from + gap.index + 1, line: target.line };
  });
  if (!place) return null;
  const { clause, at, line } = place[1];
  return altered(text, at, at, clause.replace(/。$/, '，'), line, 'duplicate-text');
}

function duplicateBlock(text: string, random: Random): Damaged | null {
  const all = paragraphs(text);
  const early = all.slice(0, -2);
  if (early.length === 0) return null;
  const source = pick(random, early);
  const after = pick(
    random,
    all.filter((p) => p.line > source.line + 1),
  );
  const before = text.lastIndexOf('\n', source.from - 1) + 1;
  const lineEnds = text.slice(after.to).match(/^\n*/)?.[0] ?? '';
  const insert = (lineEnds || '\n') + text.slice(before, source.to);
  return altered(text, after.to, after.to, insert, after.line + Math.max(1, lineEnds.length), 'duplicate-text');
}

/** The last mark before a paragraph that opens a quotation stays: without it a quotation would rightly go on. */
function unpaired(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, function* ({ text: own }, next) {
    for (const { 0: pair, index } of own.matchAll(/“[^“”]+”|《[^《》]+》|（[^（）]+）|\([^()]+\)/g)) {
      const end = index + pair.length - 1;
      yield index;
      if (!next?.text.startsWith('“')) yield end;
    }
  });
  if (!place) return null;
  const [{ from, line }, at] = place;
  return altered(text, from + at, from + at + 1, '', line, 'unpaired-mark');
}

/** What Unicode's compatibility mapping (NFKC) takes back: each character with the radical that turns into it. */
const RADICALS = new Map(
  Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i) => String.fromCharCode(0x2f00 + i)).map((r) => [
    r.normalize('NFKC'),
    r,
  ]),
);

function radicals(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => ([...own].some((c) => RADICALS.has(c)) ? [0] : []));
  if (!place) return null;
  const [{ from, to, line, text: own }] = place;
  const keeps = [...own].findIndex((c) => RADICALS.has(c));
  const insert = [...own].map((c, i) => (i === keeps || chance(random, 0.6) ? (RADICALS.get(c) ?? c) : c)).join('');
  return altered(text, from, to, insert, line, 'compat-character');
}

function spaced(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => own.matchAll(/\p{Script=Han}{6,}/gu));
  if (!place) return null;
  const [{ from, line }, run] = place;
  const length = whole(random, 6, Math.min(14, run[0].length));
  const at = from + run.index;
  return altered(text, at, at + length, [...run[0].slice(0, length)].join(' '), line, 'spaced-text');
}

function replaceHan(text: string, random: Random, by: string): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) =>
    own.slice(0, -2).matchAll(/(?<=\p{Script=Han})\p{Script=Han}/gu),
  );
  if (!place) return null;
  const [{ from, line }, { index }] = place;
  return altered(text, from + index, from + index + 1, by, line, 'undecodable-character');
}

function insertInside(text: string, random: Random, what: string): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => [whole(random, 2, own.length - 2)]);
  if (!place) return null;
  const [{ from, line }, at] = place;
  return altered(text, from + at, from + at, what, line, 'undecodable-character');
}

function chunkSize(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, () => [0]);
  if (!place) return null;
  const [{ to, line }] = place;
  const size = pick(random, ['1f40', '2000', '7d0', 'ffa']);
  return altered(text, to, to, `\n${size}`, line + 1, 'undecodable-character');
}

function entity(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => own.matchAll(/[“”]/g));
  if (!place) return null;
  const [{ from, line }, mark] = place;
  const name = mark[0] === '“' ? '&ldquo;' : '&rdquo;';
  return altered(text, from + mark.index, from + mark.index + 1, name, line, 'undecodable-character');
}

function lostCredit(text: string, random: Random): Damaged | null {
  const credits = [
    ...text.matchAll(
      /(?<=(?:记者|通讯员)[ \u3000/]?)\p{Script=Han}[ \u3000]?\p{Script=Han}{1,2}(?=[ \u3000/]?(?:摄|供图))/gu,
    ),
  ];
  if (credits.length === 0) return null;
  const { 0: name, index } = pick(random, credits);
  return altered(text, index, index + name.length, '', lineAt(text, index), 'missing-credit');
}

function cutOff(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, (p) => [...wordBreaks(p)].slice(-6));
  if (!place) return null;
  const [{ from, to, line }, at] = place;
  return altered(text, from + at, to, '', line, 'cut-off');
}

const WEEKDAYS = '一二三四五六日';

function wrongWeekday(text: string, random: Random): Damaged | null {
  const dates = [...text.matchAll(/(?<=日[ \u3000(（]*星期)[一二三四五六日]/g)];
  if (dates.length === 0) return null;
  const { 0: day, index } = pick(random, dates);
  const other = WEEKDAYS[(WEEKDAYS.indexOf(day) + whole(random, 1, 6)) % 7];
  return altered(text, index, index + 1, other, lineAt(text, index), 'date-conflict');
}

function wrongPage(text: string, random: Random): Damaged | null {
  const references = [...text.matchAll(/(?<=(?:上接|下转)[A-Z]?)\d+(?=版)/g)];
  if (references.length === 0) return null;
  const { 0: label, index } = pick(random, references);
  const other = String((Number(label) % 90) + whole(random, 1, 9)).padStart(label.length, '0');
  return altered(text, index, index + label.length, other, lineAt(text, index), 'unresolved-continuation');
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

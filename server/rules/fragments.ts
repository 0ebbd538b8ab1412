import type { BlockKind, Sheet } from '../parse/sheet';
import { cutProbability } from './opening';
import { offsetIn, type Paragraph, paragraphs } from './paragraphs';
import { cutsWord } from './straddle';

// Torn paragraphs: where one lost its first words, and where one breaks off.

/** Beginnings get lost after these; after running text, a fragment would mostly be the rest of a broken line. */
const AFTER: ReadonlySet<BlockKind> = new Set<BlockKind>(['kicker', 'headline', 'deck', 'column', 'byline', 'caption']);

/** How nothing opens that is whole: none of 21,739 paragraphs of the labelled pages does but three, whose beginnings are lost. */
const NO_OPENING = /^(?:的(?![士确確])|们|們)/;
/** A character by itself is looked at amid a text too: 口，每处…. */
const CRUMB = /^[^一二三四五六七八九十][，,]/;

/** The probability that paragraph `i` of all lost its first words; 0 where it may rightly open in mid-sentence. */
function beheaded(sheet: Sheet, all: readonly Paragraph[], i: number): number {
  const { text } = all[i];
  const asked = mayLackHead(sheet, all, i) || (isAmid(all, i) && (CRUMB.test(text) || NO_OPENING.test(text)));
  if (!asked) return 0;
  return NO_OPENING.test(text) ? SURELY : cutProbability(text, surroundings(sheet, all, i));
}
const SURELY = 0.999;

/** Whether paragraph `i` stands amid a text, below one of its paragraphs that ends rightly: it is no rest of that. */
function isAmid(all: readonly Paragraph[], i: number): boolean {
  const [before, { kind, article, text }] = [all[i - 1], all[i]];
  return (
    kind === 'body' &&
    before?.kind === 'body' &&
    before.article === article &&
    text.length >= 20 &&
    /[。！？!?][”』」’]?$/.test(before.text)
  );
}

/**
 * How a local paper rightly opens: 市园林局…, 镇里…, 上周六…, and a letter home: 妈：…. Papers of a whole country seldom do, and from them the openings were
 * learned.
 */
const LOCAL =
  /^(?:[省市县縣区區镇鎮乡鄉村州校](?!的|和|与|與|及|内|內|、)\p{sc=Han}|[上下本](?:周|月|旬|午|半年|学期|赛季|世纪)|入[春夏秋冬汛]以[来來]|元旦|春节|清明|端午|中秋|国庆|除夕|[前昨今明][天日晚晨年]|去年|今晨|[迳逕径徑敬][启啟]者|[爸妈媽爷爺奶姥爹娘哥姐弟妹儿兒孩叔婶姨舅].?[：:，,])/u;

function mayLackHead({ articles }: Sheet, all: readonly Paragraph[], i: number): boolean {
  const { kind, article, text, span } = all[i];
  if (kind !== 'body' || text.length < 20 || i === 0 || !AFTER.has(all[i - 1].kind) || LOCAL.test(text)) return false;
  if (article < 0) return true;
  const { continuations, bylines } = articles[article];
  // 青岩日报讯 is a name that no table of openings knows.
  const opensWithByline = bylines.some((byline) => byline.span.from === span.from && byline.outlet !== null);
  return !opensWithByline && !continuations.some(({ direction }) => direction === 'from');
}

/** Marks and words that no sentence ends with (GB/T 15834 for the marks). */
const HANGING =
  /[，、；,;（(《“‘【〔]$|\p{sc=Han}(?:以及|并且|而且|但是|因为|如果|虽然|对于|关于|根据|通过|由于|为了|其中|还有|的|和|(?<!参)与|及|或|把|被|将)$/u;
/** A source, a reference, a letter's formula or a signature is how a text may rightly end; rows of blanks within belong to a list. */
const NOTE =
  /[\s\u00A0\u3000]\S{0,6}[：:]\S+$|(?:[。！？!?”]|[：:][\d—-]{6,})(?:[\s\u3000]*[\u4e00-\u9fff]{2,12})?[\s\u3000]+[\u4e00-\u9fff](?:[\s\u3000]?[\u4e00-\u9fff]){1,3}$|[（(]?(?:下转|下轉|上接|未完)\S*$|(?:摄|供图|讯|电|此致.{0,16}|敬[礼禮]|[谨謹]?[启啟]|[谨謹]上|[0-9０-９][号號])$/;

/** Pictures and notes stand beside the text: behind its last words nothing of it follows. */
const BESIDE: ReadonlySet<BlockKind> = new Set<BlockKind>(['caption', 'attribution', 'endnote']);

/**
 * Whether paragraph `i` of all breaks off: its article ends with it, no reference sends the reader on, and it is prose but
 * ends in the middle of a sentence. Before a subhead or a section a summary may stand: there it must end as nothing can.
 */
function breaksOff({ articles }: Sheet, all: readonly Paragraph[], i: number): boolean {
  const { kind, article, text } = all[i];
  if (kind !== 'body' || article < 0 || text.length < 20 || !isProse(all, i)) return false;
  if (!/[\p{L}\p{N}，、；,;（(《“‘【〔]$/u.test(text) || NOTE.test(text) || text.includes('\u3000\u3000')) return false;
  let after = i + 1;
  while (after < all.length && BESIDE.has(all[after].kind)) after++;
  const next = all[after];
  const within = next !== undefined && next.article === article;
  if (within && ((next.kind !== 'subhead' && next.kind !== 'section') || !HANGING.test(text))) return false;
  return !articles[article].continuations.some(({ direction }) => direction === 'to');
}

/** A paragraph with sentences that end; or one of several clauses, below one of the same article that ends rightly. */
function isProse(all: readonly Paragraph[], i: number): boolean {
  const { text, article } = all[i];
  const above = all[i - 1];
  const goesOn = above?.kind === 'body' && above.article === article && /[。！？!?”]$/.test(above.text);
  return /[。！？!?]/.test(text) || (goesOn && /[，,]/.test(text));
}

/** The torn paragraphs of a file, by their indices among its paragraphs; worked out once for each Sheet. */
export interface Fragments {
  /** Those that probably lost their first words, and how probably. */
  readonly tails: ReadonlyMap<number, number>;
  /** Those that break off. */
  readonly heads: readonly number[];
  /** Those whose first words stand at their own end, and where these stand, as [from, to) in the paragraph's text. */
  readonly turned: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  /** The lines (0-based) on which these end. */
  readonly turnedLines: ReadonlySet<number>;
}

const known = new WeakMap<Sheet, Fragments>();

export function fragments(sheet: Sheet): Fragments {
  let found = known.get(sheet);
  if (!found) {
    const all = paragraphs(sheet);
    const tails = new Map<number, number>();
    const turned = new Map<number, { from: number; to: number }>();
    for (let i = 0; i < all.length; i++) {
      const odds = beheaded(sheet, all, i);
      if (odds >= LIKELY) tails.set(i, odds);
      const head = turnedHead(sheet, all[i]);
      if (head) turned.set(i, head);
    }
    const turnedLines = new Set([...turned].map(([i, { to }]) => sheet.text.lineAt(offsetIn(all[i], to - 1))));
    found = { tails, turned, turnedLines, heads: [...all.keys()].filter((i) => breaksOff(sheet, all, i)) };
    known.set(sheet, found);
  }
  return found;
}

/**
 * The first words of a paragraph where they stand at its own end: what follows its last sentence goes on in its opening,
 * which was cut away. A line end behind them was then taken for a broken one, though the words fit what follows less; of
 * hard-wrapped lines nothing is said.
 */
function turnedHead(
  { text: whole, profile }: Sheet,
  { kind, text, pieces, span }: Paragraph,
): { from: number; to: number } | null {
  if (profile.wrapWidth !== null) return null;
  const to = pieces[1]?.at ?? text.length;
  const own = text.slice(0, to);
  if ((kind !== 'body' && kind !== 'abstract') || pieces.length > 2 || to < 20 || !/[\p{L}\p{N}]$/u.test(own))
    return null;
  const last = [...own.matchAll(SENTENCE_END)].at(-1);
  const from = last ? last.index + last[0].length : 0;
  if (from === 0 || cutProbability(own, '') < LIKELY) return null;
  const around =
    whole.slice(Math.max(0, span.from - REACH), span.from) + whole.slice(span.to, span.to + REACH) + own.slice(0, from);
  const witnesses = fits(own.slice(from), own, around);
  return witnesses > 0 && witnesses > fits(own, text.slice(to), around) ? { from, to } : null;
}

const SENTENCE_END = /[。！？!?][”’」』）)]*/g;

/** Whether a line (0-based) ends with the first words of its own paragraph: then it is no broken one. */
export const endsTurned = (sheet: Sheet, line: number): boolean => fragments(sheet).turnedLines.has(line);

/** From here a paragraph is thought of as a lost half; whether to say so of it alone takes more. */
export const LIKELY = 0.9;

/** How many witnesses say that `tail` goes on where `head` breaks off: a word, and the same characters side by side `around`. */
export function fits(head: string, tail: string, around: string): number {
  if (tail === '') return 0;
  const beside = [head.slice(-2) + tail[0], head.slice(-1) + tail.slice(0, 2)];
  const known = beside.some((words) => words.length === 3 && around.includes(words));
  return Number(known) + Number(cutsWord(head, tail));
}

/** How much of an article is searched for the same words. */
const REACH = 20_000;

/** The article's other words: its head and the paragraphs about this one. */
export function surroundings({ articles }: Sheet, all: readonly Paragraph[], i: number): string {
  const { article } = all[i];
  const parts = article < 0 ? [] : articles[article].head.map((line) => line.text);
  let size = 0;
  for (let n = i - 1; n >= 0 && all[n].article === article && size < REACH / 2; n--) {
    parts.push(all[n].text);
    size += all[n].text.length;
  }
  for (let n = i + 1; n < all.length && all[n].article === article && size < REACH; n++) {
    parts.push(all[n].text);
    size += all[n].text.length;
  }
  return parts.join('\n');
}

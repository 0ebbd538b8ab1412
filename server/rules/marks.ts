/** A mark of a pair that has no partner within its paragraph: its index there, and the mark it lacks. */
export interface Alone {
  readonly at: number;
  readonly mark: string;
  readonly kind: number;
  readonly opens: boolean;
}

/** Opening and closing forms of each kind; half- and full-width forms of one kind close each other. */
const KINDS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（(', '）)'],
  ['【', '】'],
  ['〔', '〕'],
  ['「', '」'],
  ['『', '』'],
];
interface Sort {
  readonly kind: number;
  readonly opens: boolean;
}

const kindOf = new Map<string, Sort>();
KINDS.forEach(([open, close], kind) => {
  for (const mark of open) kindOf.set(mark, { kind, opens: true });
  for (const mark of close) kindOf.set(mark, { kind, opens: false });
});

/** No mark stands among the ideographs and the syllables behind them: of these no table need be asked. */
const sorts = new Map([...kindOf].map(([mark, sort]) => [mark.charCodeAt(0), sort]));
const sortOf = (code: number): Sort | undefined => ((code - 0x3100) >>> 0 < 0xce00 ? undefined : sorts.get(code));

/** The kind of “ and ”. */
export const QUOTE = 0;

export const isOpening = (mark: string): boolean => kindOf.get(mark)?.opens === true;

/** The other mark of the pair, in the same width. */
export function partner(mark: string): string {
  const { kind, opens } = kindOf.get(mark) ?? { kind: QUOTE, opens: true };
  const [open, close] = KINDS[kind];
  return opens ? close[open.indexOf(mark)] : open[close.indexOf(mark)];
}

/** The marks of one paragraph that stay alone, in order. One pass: every mark is pushed and popped at most once. */
export function alone(text: string): Alone[] {
  const open: Alone[] = [];
  const depth = KINDS.map(() => 0);
  const left: Alone[] = [];
  for (let at = 0; at < text.length; at++) {
    const sort = sortOf(text.charCodeAt(at));
    if (!sort) continue;
    const { kind, opens } = sort;
    const mark = text[at];
    if (opens) {
      open.push({ at, mark, kind, opens });
      depth[kind]++;
      continue;
    }
    if (depth[kind] === 0) {
      if (!isNoBracket(text, at, mark)) left.push({ at, mark, kind, opens });
      continue;
    }
    if (isApostrophe(text, at, mark)) continue;
    // What was opened inside and not closed before this one closes stays alone.
    for (;;) {
      const top = open.pop() as Alone;
      depth[top.kind]--;
      if (top.kind === kind) break;
      left.push(top);
    }
  }
  return [...left, ...open].sort((a, b) => a.at - b.at);
}

const isApostrophe = (text: string, at: number, mark: string): boolean =>
  mark === '’' && /[A-Za-zÀ-ÿ]/.test(text[at - 1] ?? '') && /[A-Za-zÀ-ÿ]/.test(text[at + 1] ?? '');

/** Closing marks that close nothing by right: `1)` `a）` `（一` of lists, apostrophes, minutes and seconds, emoticons. */
function isNoBracket(text: string, at: number, mark: string): boolean {
  const before = text.slice(Math.max(0, at - 6), at);
  if (mark === '’') return /[A-Za-zÀ-ÿ0-9]$/.test(before);
  if (mark === '”') return /[0-9]$/.test(before) && /[’′]\s*[0-9.]*$/.test(before);
  if (mark === ')' || mark === '）')
    return (
      /(^|[\s，。；：、！？,.;:!?”’])([0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])\s?$/.test(before) ||
      /[:;]-?$/.test(before)
    );
  return false;
}

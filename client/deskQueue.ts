/** A problem as the correction desk takes it up; offsets are UTF-16, in the document as it stands. */
export interface Item {
  readonly code: string;
  /** What its rule is called, and the address of the rule's page. */
  readonly rule: string;
  readonly page?: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** Names the problem however the text around it moves: its code, its words, and how many like it stand before. */
  readonly key: string;
}

/** Problems in the order of the text with their names. `words` gives the text's characters of a range. */
export function items(
  problems: readonly Omit<Item, 'key'>[],
  words: (from: number, to: number) => string,
): readonly Item[] {
  const counts = new Map<string, number>();
  return [...problems]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((problem) => {
      const name = `${problem.code} ${words(problem.from, problem.to)}`;
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      return { ...problem, key: `${name} ${nth}` };
    });
}

/**
 * The problem to be taken up: the first from `at` on that was not skipped; past the end of the text the first again, then
 * those that were skipped. Undefined where nothing is left.
 */
export function nextItem(all: readonly Item[], at: number, skipped: ReadonlySet<string>): Item | undefined {
  const fresh = all.filter(({ key }) => !skipped.has(key));
  const among = fresh.length > 0 ? fresh : all;
  return among.find(({ from }) => from >= at) ?? among[0];
}

/** One change of a fix: the characters of [from, to) replaced. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The changes that give `text` back after `changes` (of its own offsets, none touching another) were made. */
export function inverseOf(text: string, changes: readonly Change[]): readonly Change[] {
  let shift = 0;
  return [...changes]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, insert }) => {
      const at = from + shift;
      shift += insert.length - (to - from);
      return { from: at, to: at + insert.length, insert: text.slice(from, to) };
    });
}

export interface Piece {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** So many characters are shown before and after what changes. */
const AROUND = 40;
/** More changes than this are not shown one by one. */
const MOST = 12;

/** The text around some changes with what goes out and what comes in; line ends are written ⏎, longer gaps as an ellipsis. */
export function preview(text: string, changes: readonly Change[]): Piece[] {
  const ordered = [...changes].sort((a, b) => a.from - b.from).slice(0, MOST);
  if (ordered.length === 0) return [];
  const pieces: Piece[] = [];
  const put = (kind: Piece['kind'], words: string) => {
    if (words !== '') pieces.push({ kind, text: words.replace(/\r\n?|\n/g, '⏎') });
  };
  let at = Math.max(0, ordered[0].from - AROUND);
  if (at > 0) put('same', '…');
  for (const { from, to, insert } of ordered) {
    if (from - at > 2 * AROUND) put('same', `${text.slice(at, at + AROUND)} … ${text.slice(from - AROUND, from)}`);
    else put('same', text.slice(at, from));
    put('out', text.slice(from, to));
    put('in', insert);
    at = to;
  }
  put('same', text.slice(at, at + AROUND));
  if (at + AROUND < text.length || changes.length > MOST) put('same', '…');
  return pieces;
}

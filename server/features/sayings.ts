import type { Saying } from '../parse/corrections';
import type { BlockKind, Sheet } from '../parse/sheet';
import type { Words } from '../text/words';

/** Something that a person may want to say of a place, with the lines (0-based) that it is then said of. */
export interface Offer {
  readonly says: Saying;
  readonly lines: readonly number[];
}

export const SAYING_TITLES: Readonly<Record<Saying, Words>> = {
  article: { en: 'Article starts here', zh: '此处是一篇稿件的开头' },
  split: { en: 'Split here: an article without a headline', zh: '从此处拆开：下面另是一篇（无标题）' },
  merge: { en: 'Merge with the article above', zh: '并入上一篇稿件' },
  'not-headline': { en: 'Not a headline', zh: '这不是标题' },
  subhead: { en: 'This is a subhead', zh: '这是小标题' },
};

const HEAD: ReadonlySet<BlockKind> = new Set(['kicker', 'headline', 'deck', 'column']);
/** UTF-16 units: what is longer is a paragraph. */
const LONGEST_TITLE = 60;

/** What makes sense to say of a line: only what would change how it is read now. */
export function sayings({ text, blocks, articles }: Sheet, line: number): Offer[] {
  const index = blocks.findIndex(({ lines }) => lines.first <= line && line <= lines.last);
  if (index < 0 || blocks[index].kind === 'blank' || blocks[index].kind === 'folio') return [];
  const block = blocks[index];
  const { first } = block.lines;
  const article = articles.findIndex(({ lines }) => lines.first === first);
  const isHead = HEAD.has(block.kind);
  const isShort = text.line(line).trim().length <= LONGEST_TITLE;
  const offers: Offer[] = [];
  const offer = (says: Saying, ...lines: number[]): void => void offers.push({ says, lines });
  if (text.line(line).trim() === '') return [];
  if (isShort && !(isHead && article >= 0)) offer('article', line);
  if (!isHead && article < 0) offer('split', line);
  if (article > 0 && adjoins(article)) offer('merge', ...(isHead ? headLines(article) : [first]));
  if (isHead) offer('not-headline', first);
  if (isShort && block.kind !== 'subhead') offer('subhead', line);
  return offers;

  /** Whether no page begins between an article and the one above: nothing goes on across a folio. */
  function adjoins(at: number): boolean {
    const from = articles[at - 1].blocks.to;
    return blocks.slice(from, articles[at].blocks.from).every(({ kind }) => kind === 'blank');
  }

  function headLines(at: number): number[] {
    const head = articles[at].head.filter(({ text: words }) => words !== '');
    return head.map((part) => part.line);
  }
}

import { digest } from '../issue/digest';
import { elsewhere } from '../issue/elsewhere';
import type { Sheet } from '../parse/sheet';
import { rangeOf } from '../text/range';
import type { Text } from '../text/text';
import { message } from '../text/words';
import { fits, fragments, LIKELY, surroundings } from './fragments';
import { cutProbability } from './opening';
import { type Paragraph, paragraphs } from './paragraphs';
import type { Context, Fix, Related } from './rule';

// Which halves of torn paragraphs belong together, and the fixes that move them there.

/** The halves in this file in which paragraph `i` of all may go on. */
export const tailsFor = (sheet: Sheet, all: readonly Paragraph[], i: number): Paragraph[] =>
  best(sheet, all, i, [...fragments(sheet).tails.keys()], (tail) => [all[i].text, all[tail].text]);

/** The halves in this file that may go on in paragraph `i` of all. */
export function headsFor(sheet: Sheet, all: readonly Paragraph[], i: number): Paragraph[] {
  const stray = [i - 2, i - 1, i + 1, i + 2].filter((n) => isStray(all[n]));
  return best(sheet, all, i, [...fragments(sheet).heads, ...stray], (head) => [all[head].text, all[i].text]);
}

/** A few words without a stop, on a line of their own: the beginning of something. */
const isStray = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined &&
  (paragraph.kind === 'body' || paragraph.kind === 'abstract' || paragraph.kind === 'subhead') &&
  paragraph.text.length <= 30 &&
  !/[。！？!?….；;：:”’」』）)】]$/.test(paragraph.text);

/** Of the candidates the three that fit best, the nearer ones first. */
function best(
  sheet: Sheet,
  all: readonly Paragraph[],
  i: number,
  candidates: readonly number[],
  seam: (candidate: number) => [string, string],
): Paragraph[] {
  const near = candidates.filter((n) => n !== i).sort((a, b) => Math.abs(a - i) - Math.abs(b - i));
  return near
    .slice(0, LOOKED_AT)
    .map((n) => ({ n, witnesses: fits(...seam(n), surroundings(sheet, all, i)) }))
    .filter(({ witnesses }) => witnesses > 0)
    .sort((a, b) => b.witnesses - a.witnesses)
    .slice(0, SHOWN)
    .map(({ n }) => all[n]);
}

const LOOKED_AT = 30;
const SHOWN = 3;

/** Where the halves are in which paragraph `i` of all may go on: in this file, then in others of the issue. */
export function relatedTails({ file, sheet, issue }: Context, i: number): Related[] {
  const all = paragraphs(sheet);
  const here = tailsFor(sheet, all, i).map(({ span }) => ({
    place: rangeOf(sheet.text, span),
    message: message(TAIL),
  }));
  const around = surroundings(sheet, all, i);
  const there = elsewhere(issue, digest(file, sheet))
    .filter(({ article: { opening } }) => opening !== '' && fits(all[i].text, opening, around) > 0)
    .filter(({ article }) => cutProbability(article.opening, '') >= LIKELY)
    .map((other) => ({ file: other.file, place: other.article.place, message: message(TAIL) }));
  return [...here, ...there].slice(0, SHOWN);
}

/** Where the halves are that may go on in paragraph `i` of all: in this file, then in others of the issue. */
export function relatedHeads({ file, sheet, issue }: Context, i: number): Related[] {
  const all = paragraphs(sheet);
  const here = headsFor(sheet, all, i).map(({ span }) => ({
    place: rangeOf(sheet.text, span),
    message: message(HEAD),
  }));
  const around = surroundings(sheet, all, i);
  const there = elsewhere(issue, digest(file, sheet))
    .filter(({ article: { ending } }) => ending !== '' && fits(ending, all[i].text, around) > 0)
    .map((other) => {
      const end = { line: other.article.endLine, character: 0 };
      return { file: other.file, place: { start: end, end }, message: message(HEAD) };
    });
  return [...here, ...there].slice(0, SHOWN);
}

export const HEAD = { en: 'Its beginning may stand here', zh: '段首文字可能在这里' };
const TAIL = { en: 'It may go on here', zh: '后文可能在这里' };

/** Moves the characters [from, to) of a text to `at`, outside them; not one is lost. */
export function moving(whole: Text, from: number, to: number, at: number): Pick<Fix, 'edits' | 'declares'> {
  return {
    edits: [
      { from: at, to: at, insert: whole.slice(from, to) },
      { from, to, insert: '' },
    ],
    declares: { removes: '', adds: '', moves: true },
  };
}

/** The fix that puts the two halves of a torn paragraph together again: the later words go to where the earlier ones end. */
export const reunited = (sheet: Sheet, head: Paragraph, tail: Paragraph): Fix => ({
  title: message(REUNITE, tail.text.slice(0, 8), head.text.slice(-8), sheet.text.lineAt(head.span.to) + 1),
  tier: 'possible',
  ...moving(sheet.text, tail.span.from, tail.span.to, head.span.to),
});

const REUNITE = {
  en: 'Move “{0}…” to where “…{1}” breaks off in line {2}',
  zh: '把“{0}…”移到第 {2} 行的“…{1}”之后',
};

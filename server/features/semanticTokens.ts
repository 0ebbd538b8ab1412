import type { BlockKind, Sheet } from '../parse/sheet';
import { overlaps, type Span } from '../text/span';

/** The kinds of words that are coloured; `package.json` says what each looks like where a theme does not know it. */
export const tokenTypes = [
  'folio',
  'kicker',
  'headline',
  'deck',
  'column',
  'byline',
  'person',
  'section',
  'subhead',
  'caption',
  'continuation',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** None of our own: a headline needs no `readonly`. The protocol wants the list all the same. */
export const tokenModifiers = [] as const;

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

/** The coloured words of a text, or of the part of it that `within` touches: in order, none overlapping another. */
export function tokens(sheet: Sheet, within?: Span): Token[] {
  const wanted = ({ span }: Token) => span.from < span.to && (!within || overlaps(span, within));
  return painted(layers(sheet).map((layer) => layer.filter(wanted)));
}

/** From the coarsest to the finest: a later layer shows above an earlier one. */
function layers({ blocks, pages, articles, continuations }: Sheet): Token[][] {
  const captions = blocks.filter(({ kind }) => CAPTION.has(kind));
  return [
    captions.map((span) => ({ span, type: 'caption' })),
    [
      ...pages.map(({ span }): Token => ({ span, type: 'folio' })),
      ...articles.flatMap(({ head }) => head.map(({ span, role }): Token => ({ span, type: role }))),
      ...articles.flatMap(({ subheads }) => subheads.map(({ span }): Token => ({ span, type: 'subhead' }))),
    ],
    articles.flatMap(({ bylines }) => bylines.map(({ span }) => ({ span, type: 'byline' }))),
    articles.flatMap(({ sections }) => sections.map(({ span }) => ({ span, type: 'section' }))),
    articles.flatMap(({ bylines }) =>
      bylines.flatMap(({ people }) => people.map(({ span }): Token => ({ span, type: 'person' }))),
    ),
    continuations.map(({ span }) => ({ span, type: 'continuation' })),
  ];
}

const CAPTION: ReadonlySet<BlockKind> = new Set(['caption']);

/** One layer of tokens out of several: each later one cuts what lies under it. */
function painted(layered: readonly (readonly Token[])[]): Token[] {
  let canvas: Token[] = [];
  for (const layer of layered) canvas = over(canvas, disjoint(layer));
  return canvas;
}

function disjoint(layer: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of [...layer].sort((a, b) => a.span.from - b.span.from))
    if (token.span.from >= (kept.at(-1)?.span.to ?? 0)) kept.push(token);
  return kept;
}

/** Both sorted and without overlaps; linear in their sizes. */
function over(under: readonly Token[], upper: readonly Token[]): Token[] {
  const result: Token[] = [...upper];
  let next = 0;
  for (const { span, type } of under) {
    let { from } = span;
    while (next < upper.length && upper[next].span.to <= from) next++;
    for (let i = next; i < upper.length && upper[i].span.from < span.to; i++) {
      if (upper[i].span.from > from) result.push({ span: { from, to: upper[i].span.from }, type });
      from = Math.max(from, upper[i].span.to);
    }
    if (from < span.to) result.push({ span: { from, to: span.to }, type });
  }
  return result.sort((a, b) => a.span.from - b.span.from);
}

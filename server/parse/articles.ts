import type { Span } from '../text/span';
import type { Text } from '../text/text';
import type { Tiling } from './blocks';
import { bylinesOf } from './bylines';
import type { Reference } from './forms/continuation';
import { titled } from './forms/fields';
import type { Line } from './line';
import { formsIn, formsOf, paragraphOf } from './paragraph';
import type { Article, Block, BlockKind, Byline, Caption, Continuation, HeadLine, HeadRole, Mark } from './sheet';

const HEAD: ReadonlySet<BlockKind> = new Set(['kicker', 'headline', 'deck', 'column']);

/** The articles of a text; each reaches to the next one's start or to the next folio, trailing blank lines left out. */
export function articlesOf(text: Text, tiling: Tiling): Article[] {
  const { blocks, starts } = tiling;
  const ids = new Map<string, number>();
  return starts.map((from, k) => {
    let to = from + 1;
    const stop = k + 1 < starts.length ? starts[k + 1] : blocks.length;
    while (to < stop && blocks[to].kind !== 'folio') to++;
    while (to > from + 1 && blocks[to - 1].kind === 'blank') to--;
    return articleOf(text, tiling, from, to, k, ids);
  });
}

function articleOf(
  text: Text,
  { blocks, whole }: Tiling,
  from: number,
  to: number,
  index: number,
  ids: Map<string, number>,
): Article {
  const head: HeadLine[] = [];
  const sections: Mark[] = [];
  const subheads: Mark[] = [];
  const captions: Caption[] = [];
  const continuations: Continuation[] = [];
  const bylines: Byline[] = [];
  let characters = 0;
  for (let k = from; k < to; k++) {
    const block = blocks[k];
    const line = whole[k];
    if (block.kind === 'blank') continue;
    characters += line ? line.length : block.to - block.from;
    // Most paragraphs hold nothing but text: a line's own facts say so without another look.
    if (line && block.kind === 'body' && !holdsForms(line)) continue;
    const paragraph = paragraphOf(text, block, line);
    const span = (from = 0): Span => spanIn(paragraph.at, from, paragraph.text.length);
    if (HEAD.has(block.kind)) {
      const from = titled(paragraph.text)?.from ?? 0;
      const role = block.kind as HeadRole;
      head.push({ line: block.lines.first, span: span(from), role, text: paragraph.text.slice(from) });
      // A wrapped headline is several physical lines of the block.
      for (const join of block.joins) head.push(restOf(text, join, block));
      continue;
    }
    const { confidence } = block;
    if (block.kind === 'subhead')
      subheads.push({ line: block.lines.first, span: span(), label: paragraph.text, confidence });
    if (block.kind === 'caption')
      captions.push({ line: block.lines.first, span: span(), credit: creditIn(paragraph.text) });
    const forms = line ? formsOf(line, paragraph) : formsIn(paragraph);
    if (forms.section) {
      const place = spanIn(forms.at, forms.section.from, forms.section.to);
      sections.push({ line: block.lines.first, span: place, label: forms.section.label, confidence });
    }
    for (const reference of [forms.resumption, forms.jump])
      if (reference)
        continuations.push(continuationOf(text, spanIn(forms.at, reference.from, reference.to), reference, index));
    bylines.push(...bylinesOf(text, block, forms));
  }
  const { headline, kicker, deck, column } = titles(head);
  const first = blocks[from].lines.first;
  const words = headline ?? paragraphOf(text, blocks[from], whole[from]).text.slice(0, 40);
  const id = hash(words);
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return {
    id: count > 1 ? `${id}-${count}` : id,
    lines: { first, last: blocks[to - 1].lines.last },
    span: { from: blocks[from].from, to: blocks[to - 1].to },
    confidence: blocks[from].confidence,
    headline,
    kicker,
    deck,
    column,
    head,
    bylines,
    sections,
    subheads,
    captions,
    continuations,
    blocks: { from, to },
    characters,
  };
}

const holdsForms = (line: Line): boolean =>
  Boolean(line.signature || line.closing || line.section || line.resumption || line.jump);

/** The head line that a wrapped headline goes on in: joined to the one before, so its own words are given once only. */
function restOf(text: Text, join: number, block: Block): HeadLine {
  let line = join + 1;
  while (line < block.lines.last && text.line(line).trim() === '') line++;
  const content = text.line(line);
  const lead = content.length - content.trimStart().length;
  const start = text.lineStart(line);
  return {
    line,
    span: { from: start + lead, to: start + content.trimEnd().length },
    role: block.kind as HeadRole,
    text: '',
  };
}

function titles(head: readonly HeadLine[]): Pick<Article, 'headline' | 'kicker' | 'deck' | 'column'> {
  const of = (role: HeadRole): string | null => {
    let words = '';
    for (const line of head)
      if (line.role === role && line.text !== '') words += words === '' ? line.text : ` ${line.text}`;
    return words || null;
  };
  const headline = of('headline');
  // Many papers print the column behind the headline: 谁来守护夜归人（民生观察）.
  const column = of('column');
  const bracketed =
    column === null &&
    headline &&
    '）)'.includes(headline[headline.length - 1]) &&
    /^(.{4,})[（(]([^（）()]{2,20})[）)]$/.exec(headline);
  return {
    headline: bracketed ? bracketed[1].trim() : headline,
    kicker: of('kicker'),
    deck: of('deck'),
    column: bracketed ? bracketed[2] : column,
  };
}

function continuationOf(text: Text, span: Span, reference: Reference, article: number): Continuation {
  const { direction, page, mark, title } = reference;
  const line = text.lineAt(direction === 'to' ? span.to - 1 : span.from);
  return { line, span, direction, page, mark, title, article };
}

const spanIn = (at: (offset: number) => number, from: number, to: number): Span => ({
  from: at(from),
  to: at(to - 1) + 1,
});

/** The credit at a caption's end: its last clause, where that speaks of a picture's making. */
function creditIn(text: string): string | null {
  const match =
    /(?:^|[。！？”）)])\s*([^。！？]{2,40}?(?:[摄攝供][图圖影]?|[图圖]|[发發])(?:[（(][^（）()]{2,16}[）)])?)[。]?$/.exec(
      text,
    );
  return match ? match[1].trim() : null;
}

/** FNV-1a, 32 bits, in base 36: short, and equal for equal words in every session. */
function hash(words: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
}

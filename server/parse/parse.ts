import type { Text } from '../text/text';
import { profileOf } from './profile';
import type { Article, Block, Continuation, Page, Sheet } from './sheet';

/** TEMPORARY stand-in so that other rooms can be built; the recogniser replaces it. */
export function parse(text: Text): Sheet {
  const blocks: Block[] = [];
  const pages: Page[] = [];
  const articles: Article[] = [];
  const continuations: Continuation[] = [];
  for (let line = 0; line < text.lineCount; line++) {
    const from = text.lineStart(line);
    const to = text.lineStart(line + 1);
    if (to === from) continue;
    const content = text.line(line).trim();
    const ends = /[。！？!?；;”」）)…]$/.test(content);
    const folio = /^第?([0-9A-Z]{1,4})版[:：](.*)$/.exec(content);
    const kind = content === '' ? 'blank' : folio ? 'folio' : content.length < 40 && !ends ? 'headline' : 'body';
    const lines = { first: line, last: line };
    blocks.push({ kind, from, to, lines, confidence: 0.9, joins: [] });
    const span = { from, to: text.lineEnd(line) };
    if (folio)
      pages.push({
        line,
        span,
        label: folio[1],
        name: folio[2] || null,
        date: null,
        weekday: null,
        paper: null,
        lines,
      });
    const previous = blocks.findLast((b, i) => i < blocks.length - 1 && b.kind !== 'blank');
    if (kind === 'headline' && previous?.kind !== 'headline')
      articles.push({
        id: content,
        lines,
        span: { from, to },
        confidence: 0.9,
        headline: content,
        kicker: null,
        deck: null,
        column: null,
        head: [{ line, span, role: 'headline', text: content }],
        bylines: [],
        sections: [],
        subheads: [],
        captions: [],
        continuations: [],
        blocks: { from: blocks.length - 1, to: blocks.length },
        characters: content.length,
      });
    for (const m of content.matchAll(/(上接|下转)(\d+)版([①②]?)/g))
      continuations.push({
        line,
        span: { from: from + m.index, to: from + m.index + m[0].length },
        direction: m[1] === '上接' ? 'from' : 'to',
        page: m[2],
        mark: m[3],
        title: null,
        article: Math.max(0, articles.length - 1),
      });
  }
  return { text, profile: profileOf(text), blocks, pages, articles, continuations };
}

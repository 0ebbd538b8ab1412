import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from '../../server/parse/parse';
import type { Sheet } from '../../server/parse/sheet';
import { Text } from '../../server/text/text';
import { content, TIMES } from './scraps';

const FIXTURES = join(__dirname, '../fixtures');
const pages = (readdirSync(FIXTURES, { recursive: true }) as string[])
  .filter((f) => f.endsWith('.txt') && !f.includes('source'))
  .map((f) => [f, readFileSync(join(FIXTURES, f), 'utf8')] as const);

/** What every sheet must be, whatever the text. */
function holds({ text, blocks, articles, pages, continuations }: Sheet): void {
  let at = 0;
  let line = 0;
  for (const block of blocks) {
    assert.equal(block.from, at, 'blocks tile the text');
    assert.equal(block.lines.first, line, 'blocks tile the lines');
    assert.equal(text.lineStart(block.lines.first), block.from);
    assert.ok(block.confidence >= 0 && block.confidence <= 1.0001);
    for (const join of block.joins) assert.ok(join >= block.lines.first && join < block.lines.last);
    at = block.to;
    line = block.lines.last + 1;
  }
  assert.equal(at, text.length);
  let last = -1;
  for (const article of articles) {
    assert.ok(article.lines.first > last, 'articles follow each other');
    last = article.lines.last;
    for (const part of [...article.head, ...article.bylines, ...article.sections, ...article.continuations]) {
      assert.ok(part.line >= article.lines.first && part.line <= article.lines.last);
      assert.ok(
        part.span.from >= article.span.from && part.span.to <= article.span.to && part.span.from < part.span.to,
      );
    }
  }
  for (const page of pages) assert.ok(page.lines.last < text.lineCount && page.span.to <= text.length);
  for (const c of continuations) assert.ok(articles[c.article].continuations.includes(c));
}

describe('whatever the text', () => {
  it('a sheet holds together', () => {
    fc.assert(
      fc.property(content, (text) => holds(parse(Text.of(text)))),
      { numRuns: 400 * TIMES },
    );
  });

  it('is read the same whether it was loaded or typed', () => {
    fc.assert(
      fc.property(content, content, fc.nat(), (text, insert, n) => {
        const at = n % (text.length + 1);
        const typed = parse(Text.of(text).replace(at, at, insert));
        const loaded = parse(Text.of(text.slice(0, at) + insert + text.slice(at)));
        assert.deepEqual(typed.blocks, loaded.blocks);
        assert.deepEqual(typed.articles, loaded.articles);
      }),
      { numRuns: 100 * TIMES },
    );
  });
});

describe('every prefix of every sample parses', () => {
  for (const [name, text] of pages)
    it(name, () => {
      // Of long pages a step that still cuts inside every line; every single one in the longer proof.
      const step = TIMES > 1 ? 1 : Math.max(1, Math.floor(text.length / 120));
      for (let to = 0; to <= text.length; to += step) holds(parse(Text.of(text.slice(0, to))));
    });
});

describe('extreme texts', () => {
  for (const [name, text] of [
    ['empty', ''],
    ['one line', '澄湖轮渡试行夜航'],
    ['blank lines only', '\n\n\r\n'],
    ['a line of 200,000 characters', '水'.repeat(200_000)],
    ['100,000 empty lines', '\n'.repeat(100_000)],
    ['50,000 short lines', '水\n'.repeat(50_000)],
    ['unclosed brackets', '（'.repeat(20_000)],
    ['nothing but blanks', '　'.repeat(50_000)],
  ] as const)
    it(name, () => holds(parse(Text.of(text)))).timeout(10_000);
});

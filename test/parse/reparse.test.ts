import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anchorOf } from '../../server/parse/anchor';
import { SAYINGS } from '../../server/parse/corrections';
import { type Notes, silence } from '../../server/parse/notes';
import { parse, reparse } from '../../server/parse/parse';
import type { Sheet } from '../../server/parse/sheet';
import { viewOf } from '../../server/parse/view';
import { Text } from '../../server/text/text';
import { HELD_BACK, PAPERS } from '../fixtures/made';
import { content, scrap, TIMES } from './scraps';

const pagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
const pages = pagesIn(PAPERS);
const held = pagesIn(HELD_BACK);

/** A place in a text, of which only the share of its length is known before the text is. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(fc.record({ at: place, remove: fc.nat({ max: 120 }), insert: scrap }), {
  minLength: 1,
  maxLength: 8,
});

/** What two sheets say; the texts that they hold may be made of other chunks. */
const said = ({ text, ...rest }: Sheet) => ({ content: text.toString(), ...rest });

describe('a text read again after an edit', () => {
  const same = (
    start: Text,
    changes: readonly { at: number; remove: number; insert: string }[],
    notes: Notes = silence,
  ): void => {
    let text = start;
    let sheet = parse(text, notes);
    for (const { at, remove, insert } of changes) {
      const from = Math.floor(at * text.length);
      text = text.replace(from, from + remove, insert);
      sheet = reparse(sheet, text, notes);
      assert.deepEqual(said(sheet), said(parse(Text.of(text.toString()), notes)));
    }
  };

  it('has the sheet that it has when read afresh, whatever the text', () => {
    fc.assert(
      fc.property(content, edits, (start, changes) => same(Text.of(start), changes)),
      { numRuns: 60 * TIMES },
    );
  });

  it('has it in real pages, hard-wrapped ones and long ones', () => {
    const page = fc.constantFrom(...pages, pages.join('\n'));
    fc.assert(
      fc.property(page, edits, (start, changes) => same(Text.of(start), changes)),
      { numRuns: 25 * TIMES },
    );
  });

  it('has it where an edit far away shows that no typesetter broke the lines', () => {
    const wrapped = [...held, ...pages].filter((page) => {
      const { kept, full } = viewOf(Text.of(page)).wraps;
      return kept && full.includes(1);
    });
    assert.ok(wrapped.length > 1);
    for (const page of wrapped) same(Text.of(page), [{ at: 1, remove: 0, insert: '\n船长说：“\n灯亮着就好。”\n' }]);
  });

  it('has it in long texts, where little is certain of a line and much of it is far from the edit', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '澄湖轮渡试行夜航',
        '石磨岭水渠昨天正式放水',
        '渡口',
        '老街书店重开，读者冒雨排队',
        '□本报记者 岳 清',
      ),
      fc.integer({ min: 4, max: 50 }).map((n) => `${'水渠放水'.repeat(n)}。`),
    );
    const long = fc.array(line, { minLength: 80, maxLength: 160 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(long, edits, (start, changes) => same(Text.of(start), changes)),
      { numRuns: 15 * TIMES },
    );
  });

  it('has it where people said things of its lines, which an edit moves, changes and takes away', () => {
    const words = fc.array(fc.record({ line: place, says: fc.constantFrom(...SAYINGS) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...pages), words, edits, (page, said, changes) => {
        const { lines } = viewOf(Text.of(page));
        const corrections = said.map(({ line, says }) => {
          return { says, anchor: anchorOf(lines, Math.floor(line * (lines.length - 1))) };
        });
        same(Text.of(page), changes, { corrections });
      }),
      { numRuns: 25 * TIMES },
    );
  });

  it('may come of any other text, and of one that people said other things of', () => {
    const paper = { outlets: [], columns: [], folios: ['第{page}版 {any}'], bylines: [] };
    const [first, second] = pages.map((page) => Text.of(page));
    for (const notes of [silence, { corrections: [], paper }])
      assert.deepEqual(said(reparse(parse(first), second, notes)), said(parse(second, notes)));
  });
});

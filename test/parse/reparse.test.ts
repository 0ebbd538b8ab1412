import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { silence } from '../../server/parse/notes';
import { parse, reparse } from '../../server/parse/parse';
import type { Sheet } from '../../server/parse/sheet';
import { Text } from '../../server/text/text';
import { content, scrap, TIMES } from './scraps';

const PAPERS = join(__dirname, '../fixtures/papers');
const pages = readdirSync(PAPERS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(PAPERS, name), 'utf8'));

/** A place in a text, of which only the share of its length is known before the text is. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(fc.record({ at: place, remove: fc.nat({ max: 120 }), insert: scrap }), {
  minLength: 1,
  maxLength: 8,
});

/** What two sheets say; the texts that they hold may be made of other chunks. */
const said = ({ text, ...rest }: Sheet) => ({ content: text.toString(), ...rest });

describe('a text read again after an edit', () => {
  const same = (start: Text, changes: readonly { at: number; remove: number; insert: string }[]): void => {
    let text = start;
    let sheet = parse(text);
    for (const { at, remove, insert } of changes) {
      const from = Math.floor(at * text.length);
      text = text.replace(from, from + remove, insert);
      sheet = reparse(sheet, text);
      assert.deepEqual(said(sheet), said(parse(Text.of(text.toString()))));
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

  it('may come of any other text, and of one that people said other things of', () => {
    const paper = { outlets: [], columns: [], folios: ['第{page}版 {any}'], bylines: [] };
    const [first, second] = pages.map((page) => Text.of(page));
    for (const notes of [silence, { corrections: [], paper }])
      assert.deepEqual(said(reparse(parse(first), second, notes)), said(parse(second, notes)));
  });
});

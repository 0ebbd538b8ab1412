import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anchorOf, printed } from '../../server/parse/anchor';
import { type Paper, paperOf } from '../../server/parse/paper';
import { parse } from '../../server/parse/parse';
import { Text } from '../../server/text/text';
import { say } from '../../server/text/words';

const TEXT = `青岩新语·周末·之 七 ·二〇〇一年二月三日

街巷

渡船夜航 灯火归家

作文者 安然

昨夜八时，青岩渡口的末班船靠岸，二十余名乘客依次上岸，船工最后一个离开，渡口的灯一直亮到深夜。

渡口自去年春天停航，两岸居民来往要绕行石桥，多走四公里，夜里尤其不便。
`;

const paper = (given: Partial<Paper>): Paper => {
  const { paper: read, fault } = paperOf(JSON.stringify(given));
  assert.ok(read, fault ? say('en', fault) : '');
  return read;
};
const read = (given: Partial<Paper>) => parse(Text.of(TEXT), { corrections: [], paper: paper(given) });
const kindOf = (sheet: ReturnType<typeof read>, words: string) =>
  sheet.blocks.find(({ lines }) => sheet.text.line(lines.first).startsWith(words))?.kind;
const fault = (content: string): string => {
  const { paper: none, fault: said } = paperOf(content);
  assert.strictEqual(none, null);
  return said ? say('en', said) : '';
};

describe('paper.json', () => {
  it('declares folios with their page', () => {
    const { pages } = read({ folios: ['青岩新语·{any}·之 {page} ·{date}'] });
    assert.deepStrictEqual(
      pages.map(({ label, line }) => [label, line]),
      [['7', 0]],
    );
  });

  it('declares bylines and columns', () => {
    const sheet = read({ bylines: ['作文者 {any}'], columns: ['街巷'] });
    assert.strictEqual(kindOf(sheet, '作文者'), 'byline');
    assert.ok(sheet.articles.some(({ lines, head }) => lines.first === 2 || head.some(({ line }) => line === 2)));
  });

  it('declares outlets: a line that opens with one is no headline', () => {
    const text = TEXT.replace('昨夜八时', '江心洲讯 昨夜八时');
    const sheet = parse(Text.of(text), { corrections: [], paper: paper({ outlets: ['江心洲'] }) });
    assert.strictEqual(kindOf(sheet, '江心洲讯'), 'body');
  });

  it('counts for less than what a person says of the line', () => {
    const lines = printed(Text.of(TEXT));
    const corrections = [{ says: 'subhead', anchor: anchorOf(lines, 3) }] as const;
    const sheet = parse(Text.of(TEXT), { corrections, paper: paper({ bylines: ['作文者 {any}'] }) });
    assert.strictEqual(kindOf(sheet, '作文者'), 'subhead');
  });

  it('says what is wrong with it', () => {
    assert.match(fault('{'), /^not JSON/);
    assert.match(fault('[]'), /^an object is expected/);
    assert.match(fault('{"colums": []}'), /no "colums"; there are outlets, columns/);
    assert.match(fault('{"outlets": "青岩"}'), /^"outlets" must be a list/);
    assert.match(fault('{"folios": ["青岩"]}'), /lacks \{page\}/);
  });

  it('never makes the text fall apart', () => {
    const form = fc.string({ unit: fc.constantFrom(...'{page}{any} 青(*[\\.渡船') });
    fc.assert(
      fc.property(fc.array(form), fc.array(form), (bylines, folios) => {
        const { paper: any } = paperOf(JSON.stringify({ bylines, folios, columns: bylines, outlets: bylines }));
        const sheet = parse(Text.of(TEXT), { corrections: [], ...(any && { paper: any }) });
        assert.strictEqual(sheet.blocks.map(({ from, to }) => sheet.text.slice(from, to)).join(''), TEXT);
      }),
    );
  });

  it('has a schema that knows the same members', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/paper.schema.json'), 'utf8'));
    const known = Object.keys(schema.properties).filter((key) => key !== '$schema');
    assert.deepStrictEqual(known.sort(), Object.keys(paper({})).sort());
  });
});

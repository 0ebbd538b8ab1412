import assert from 'node:assert';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import { type Dismissal, dismissalOf, undismissed, wordOf } from '../../server/rules/dismissal';
import type { Problem } from '../../server/rules/rule';
import { problems } from '../../server/rules/rules';
import { Text } from '../../server/text/text';
import { message } from '../../server/text/words';
import { page } from '../features/page';

const PAGE = page.replace('堤上的人', '堤上的错字，船上的别字，还有桥上的错字');

/** A problem wherever two characters stand that somebody once took for one. */
const found = (text: string): Problem[] =>
  [...text.matchAll(/错字|别字/g)].map(({ index }) => ({
    code: 'wrong-character',
    severity: 'information',
    confidence: 'low',
    span: { from: index, to: index + 2 },
    message: message({ en: 'A slip?', zh: '有误？' }),
  }));
const words = (text: string, list: readonly Problem[]): string[] =>
  list.map(({ span }) => text.slice(span.from, span.to));
const left = (text: string, ...dismissals: Dismissal[]): string[] =>
  words(text, undismissed(Text.of(text), found(text), dismissals));

/** "Not a problem here", said of the problem with this index in `PAGE`. */
function here(index: number): Dismissal {
  const all = found(PAGE);
  const dismissal = dismissalOf(Text.of(PAGE), all, all[index]);
  assert.ok(dismissal);
  return dismissal;
}

describe('dismissal', () => {
  it('is of one place: of equal ones on a line, of just that one', () => {
    assert.deepStrictEqual(left(PAGE), ['错字', '别字', '错字']);
    assert.deepStrictEqual(left(PAGE, here(1)), ['错字', '错字']);
    assert.deepStrictEqual(left(PAGE, here(0)), ['别字', '错字']);
    assert.deepStrictEqual(left(PAGE, here(0), here(2)), ['别字']);
  });

  it('lasts while lines come, go and move, and while its own line is edited', () => {
    assert.deepStrictEqual(left(`报头一行\n\n${PAGE}`, here(1)), ['错字', '错字']);
    assert.deepStrictEqual(left(PAGE.replace('堤上的', '大堤上的'), here(1)), ['错字', '错字']);
    assert.deepStrictEqual(left(PAGE.replaceAll('\n', '\n\n'), here(1)), ['错字', '错字']);
  });

  it('is of no other place once its own is gone', () => {
    assert.deepStrictEqual(left(PAGE.replace('别字', ''), here(1)), ['错字', '错字']);
    assert.deepStrictEqual(left(PAGE.replace('还有桥上的错字', ''), here(2)), ['错字', '别字']);
  });

  it('is of a word wherever it stands', () => {
    assert.strictEqual(wordOf(Text.of(PAGE), found(PAGE)[0]), '错字');
    const cut = Text.of('8\n\n0');
    assert.strictEqual(wordOf(cut, { ...found(PAGE)[0], span: { from: 0, to: cut.length } }), null, 'no word');
    assert.deepStrictEqual(left(PAGE, { scope: 'word', rule: 'wrong-character', word: '错字' }), ['别字']);
    assert.deepStrictEqual(left(PAGE, { scope: 'word', rule: 'name-variant', word: '错字' }).length, 3);
  });

  it('is of a whole rule, which is then not asked', () => {
    const damaged = page.replace('堤上的人', '堤上的⼈');
    const context = { file: 'a.txt', sheet: parse(Text.of(damaged)), issue: Issue.empty };
    const off = (rule: string): readonly Problem[] =>
      problems(context, { severities: {}, dismissals: [{ scope: 'off', rule }] });
    assert.strictEqual(off('compat-character').length, 0);
    assert.strictEqual(off('cut-off').length, 1);
  });
});

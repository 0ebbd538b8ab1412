import assert from 'node:assert';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import { type Dismissal, dismissalOf, wordOf } from '../../server/rules/dismissal';
import type { Context, Problem } from '../../server/rules/rule';
import { problems } from '../../server/rules/rules';
import { Text } from '../../server/text/text';
import { page } from '../features/page';

/** Three look-alike characters, two of them the same and on one line. */
const DAMAGED = page.replace('堤上的人', '堤上的⼈和⽼去的⼈');

const contextOf = (text: string): Context => ({ file: 'a.txt', sheet: parse(Text.of(text)), issue: Issue.empty });
const found = (text: string, ...dismissals: Dismissal[]): Problem[] =>
  problems(contextOf(text), { severities: {}, dismissals });
const words = (text: string, list: readonly Problem[]): string[] =>
  list.map(({ span }) => text.slice(span.from, span.to));

/** What is left in `text` after each problem of `DAMAGED` whose index is given was dismissed. */
function left(text: string, ...indices: number[]): string[] {
  const all = found(DAMAGED);
  const said = indices.map((index) => dismissalOf(Text.of(DAMAGED), all, all[index]));
  return words(text, found(text, ...said.filter((dismissal) => dismissal !== null)));
}

describe('dismissal', () => {
  it('is of one place: of equal ones on a line, of just that one', () => {
    assert.deepStrictEqual(words(DAMAGED, found(DAMAGED)), ['⼈', '⽼', '⼈']);
    assert.deepStrictEqual(left(DAMAGED, 1), ['⼈', '⼈']);
    assert.deepStrictEqual(left(DAMAGED, 0), ['⽼', '⼈']);
    assert.deepStrictEqual(left(DAMAGED, 0, 2), ['⽼']);
  });

  it('lasts while lines come, go and move, and while its own line is edited', () => {
    assert.deepStrictEqual(left(`报头一行\n\n${DAMAGED}`, 1), ['⼈', '⼈']);
    assert.deepStrictEqual(left(DAMAGED.replace('堤上的', '大堤上的'), 1), ['⼈', '⼈']);
    assert.deepStrictEqual(left(DAMAGED.replaceAll('\n', '\n\n'), 1), ['⼈', '⼈']);
  });

  it('does not outlive its problem', () => {
    assert.deepStrictEqual(left(DAMAGED.replace('⽼', ''), 1), ['⼈', '⼈']);
  });

  it('is of a word, or of a rule', () => {
    assert.strictEqual(wordOf(Text.of(DAMAGED), found(DAMAGED)[0]), '⼈');
    const rule = 'compat-character';
    assert.deepStrictEqual(words(DAMAGED, found(DAMAGED, { scope: 'word', rule, word: '⼈' })), ['⽼']);
    assert.deepStrictEqual(found(DAMAGED, { scope: 'off', rule }), []);
    assert.strictEqual(found(DAMAGED, { scope: 'off', rule: 'cut-off' }).length, 3);
  });
});

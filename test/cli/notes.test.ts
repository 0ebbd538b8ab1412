import assert from 'node:assert/strict';
import { correctionEntry, dismissalEntry, type Entry, written } from '../../server/features/ledger';
import { anchorOf, printed } from '../../server/parse/anchor';
import { Text } from '../../server/text/text';
import { type Files, failure, galley, PAGE } from './console';

const AT = '2001-02-03T04:05:06.789Z';
const LEDGER = '/archive/.galley/notes.jsonl';
const RADICAL = PAGE.replace('一切', '⼀切');
const lines = printed(Text.of(PAGE));
const merged = correctionEntry('a.txt', { says: 'subhead', anchor: anchorOf(lines, lines.length - 3) }, AT);
const never = dismissalEntry('', { scope: 'word', rule: 'compat-character', word: '⼀' }, AT);

const beside = (text: string, ...entries: Entry[]): Files => ({ 'a.txt': text, [LEDGER]: written(entries) });
const starts = (out: string): number[] => JSON.parse(out).articles.map(({ line }: { line: number }) => line);

describe('notes on the command line', () => {
  it('correct what is read, unless they are left out', async () => {
    assert.deepEqual(starts((await galley('inspect a.txt', { 'a.txt': PAGE })).out), [3, 9]);
    const files = beside(PAGE, merged);
    assert.deepEqual(starts((await galley('inspect a.txt', files)).out), [3]);
    assert.deepEqual(starts((await galley('inspect --no-notes a.txt', files)).out), [3, 9]);
  });

  it('dismiss problems, for check and for fix', async () => {
    assert.equal((await galley('check a.txt', { 'a.txt': RADICAL })).code, 1);
    const files = beside(RADICAL, never);
    assert.equal((await galley('check a.txt', files)).code, 0);
    assert.equal((await galley('check --no-notes a.txt', files)).code, 1);
    assert.equal((await galley('fix a.txt', files)).files['a.txt'], RADICAL);
  });

  it('count from the nearest folder above that has any', async () => {
    const nearer = { '/archive/.galley/notes.jsonl': written([]), '/.galley/notes.jsonl': written([never]) };
    assert.equal((await galley('check a.txt', { 'a.txt': RADICAL, ...nearer })).code, 1);
    assert.equal((await galley('check a.txt', { 'a.txt': RADICAL, '/.galley/notes.jsonl': written([never]) })).code, 0);
  });

  it('may declare the paper’s own forms', async () => {
    const own = PAGE.replace('第01版：要闻', '青岩新语·之一·街巷');
    const pages = async (files: Files): Promise<string[]> =>
      JSON.parse((await galley('inspect a.txt', files)).out).pages.map(({ label }: { label: string }) => label);
    const declared = '{ "folios": ["青岩新语·之{page}·{any}"] }';
    assert.deepEqual(await pages({ 'a.txt': own, '/archive/.galley/paper.json': declared }), ['1']);
    const { code, err } = await galley('inspect a.txt', {
      'a.txt': own,
      '/archive/.galley/paper.json': '{"folio":[]}',
    });
    assert.equal(code, 2);
    assert.match(err, /paper\.json: there is no "folio"; there are outlets, columns, folios, bylines\n$/);
  });

  it('tell what is wrong with them, once, and the code says so', async () => {
    const broken = `${written([never])}{"file":\n`;
    const { code, err } = await galley('check a.txt b.txt', { 'a.txt': RADICAL, 'b.txt': PAGE, [LEDGER]: broken });
    assert.equal(code, 2);
    assert.equal(err, `galley: ${LEDGER}: line 3 is left out: not JSON\n`);
    const zh = await galley('check a.txt', { 'a.txt': PAGE, [LEDGER]: broken }, 'zh_CN.UTF-8');
    assert.match(zh.err, /第 3 行未采用：不是 JSON/);
    const locked = await galley('check a.txt', { 'a.txt': PAGE, [LEDGER]: failure('EACCES') });
    assert.deepEqual([locked.code, locked.err], [2, `galley: ${LEDGER}: no permission to read it\n`]);
  });
});

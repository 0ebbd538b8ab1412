import assert from 'node:assert';
import fc from 'fast-check';
import {
  correctionEntry,
  described,
  dismissalEntry,
  type Entry,
  ledgerOf,
  notesFor,
  withoutLast,
  written,
} from '../../server/features/ledger';
import { anchorOf } from '../../server/parse/anchor';
import { SAYINGS } from '../../server/parse/corrections';
import { say } from '../../server/text/words';

const anchor = anchorOf([{ at: 0, text: '渡船夜航 灯火归家' }], 0);
const time = (n: number): string => `2001-02-03T04:05:${String(n).padStart(2, '0')}.000Z`;
const subhead = correctionEntry('02/03.txt', { says: 'subhead', anchor }, time(1));
const never = dismissalEntry('', { scope: 'word', rule: 'name-variant', word: '清岩' }, time(2));
const off = dismissalEntry('02', { scope: 'off', rule: 'cut-off' }, time(3));
const here = dismissalEntry(
  '02/03.txt',
  { scope: 'place', rule: 'lost-digit', anchor, words: '四十', nth: 0 },
  time(4),
);
const ALL = [subhead, never, off, here];

describe('ledger', () => {
  it('reads what it wrote', () => {
    const { entries, faults } = ledgerOf(written(ALL));
    assert.deepStrictEqual(faults, []);
    assert.deepStrictEqual(new Set(entries.map((e) => JSON.stringify(e))), new Set(ALL.map((e) => JSON.stringify(e))));
  });

  it('is the same file in whatever order things come to it, and one word more is one line more', () => {
    const entry = fc.record({ at: fc.nat(59).map(time), file: fc.constantFrom('a.txt', '版/b.txt', 'c.txt') });
    const any = entry.map((e): Entry => ({ ...e, says: SAYINGS[e.at.length % 5], anchor }));
    fc.assert(
      fc.property(fc.array(any), any, (entries, more) => {
        const before = written(entries).split('\n');
        assert.deepStrictEqual(written([...entries].reverse()).split('\n'), before);
        const after = written([...entries, more]).split('\n');
        const added = JSON.stringify(more);
        after.splice(after.lastIndexOf(added), 1);
        assert.deepStrictEqual(after, before);
      }),
    );
  });

  it('gives each text what counts for it', () => {
    const rules = (path: string) => notesFor(ALL, path).dismissals.map(({ rule }) => rule);
    assert.deepStrictEqual(rules('02/03.txt'), ['name-variant', 'cut-off', 'lost-digit']);
    assert.deepStrictEqual(rules('02/04.txt'), ['name-variant', 'cut-off']);
    assert.deepStrictEqual(rules('021/04.txt'), ['name-variant']);
    assert.deepStrictEqual(notesFor(ALL, '02/03.txt').corrections, [{ says: 'subhead', anchor }]);
  });

  it('names the lines that it cannot read, and keeps the others', () => {
    const [first, ...rest] = written(ALL).split('\n');
    const broken = [first, '<<<<<<< HEAD', '{"file":"a.txt","says":"poem","at":"x"}', ...rest].join('\r\n');
    const { entries, faults } = ledgerOf(broken);
    assert.strictEqual(entries.length, 4);
    assert.deepStrictEqual(
      faults.map(({ line, reason }) => [line, say('en', reason)]),
      [
        [1, 'not JSON'],
        [2, 'not a note that Galley knows'],
      ],
    );
    const newer = ledgerOf('{"schema":"galley.notes/2"}\n');
    assert.match(say('en', newer.faults[0].reason), /galley\.notes\/2.*galley\.notes\/1/);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (content) => void ledgerOf(content)));
    fc.assert(fc.property(fc.json(), (content) => void ledgerOf(content)));
  });

  it('keeps members that it does not know', () => {
    const line = JSON.stringify({ ...subhead, because: '版面如此' });
    assert.ok(written(ledgerOf(line).entries).includes(line));
  });

  it('takes back what was said last, all of one time', () => {
    const two = [subhead, { ...here, at: time(9) }, { ...off, at: time(9) }];
    assert.deepStrictEqual(withoutLast(two).kept, [subhead]);
    assert.deepStrictEqual(withoutLast([]), { kept: [], last: [] });
  });

  it('says in words what was said', () => {
    assert.deepStrictEqual(
      ALL.map((entry) => say('en', described(entry))),
      ['Subhead: 渡船夜航灯火归家', 'Never this word: 清岩 (name-variant)', 'Rule off in 02: cut-off'].concat(
        'Not a problem here: 四十 (lost-digit)',
      ),
    );
  });
});

import assert from 'node:assert/strict';
import { CUT, galley, type Outcome, PAGE } from './console';

const A = '/archive/18/a.txt';
const LOG = '/archive/18/.galley/log/2001-02-03.jsonl';
const HURT = CUT.replace('一切', '⼀切');
const fixed = (line = `fix --tier likely --log ${A}`): Promise<Outcome> => galley(line, { [A]: HURT });

describe('galley fix --log, galley revert', () => {
  it('writes down what was done only where that is asked for', async () => {
    assert.equal((await fixed(`fix ${A}`)).files[LOG], undefined);
    assert.equal((await fixed(`fix --log --dry-run ${A}`)).files[LOG], undefined);
    const { files, text } = await fixed();
    assert.equal(text(A), PAGE);
    const lines = String(files[LOG]).trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line));
    assert.deepEqual(new Set(records.map(({ rule }) => rule)), new Set(['broken-line', 'compat-character']));
    for (const { schema, at, file } of records)
      assert.deepEqual([schema, at, file], ['galley.log/1', '2001-02-03T04:05:06.789Z', 'a.txt']);
    const radical = records.find(({ rule }) => rule === 'compat-character').edits[0];
    assert.deepEqual([radical.before, radical.after, radical.line], ['⼀', '一', 9]);
  });

  it('lies where the ledger is', async () => {
    const { files } = await galley(`fix --log ${A}`, { [A]: HURT, '/archive/.galley/notes.jsonl': '' });
    assert.match(String(files['/archive/.galley/log/2001-02-03.jsonl']), /"file":"18\/a\.txt"/);
  });

  it('takes everything back, or one kind alone', async () => {
    const { files } = await fixed();
    const all = await galley(`revert ${LOG}`, files);
    assert.deepEqual([all.code, all.text(A)], [0, HURT]);
    assert.match(all.out, /taken back: 2; left as they are: 0/);
    const one = await galley(`revert --rules compat-character ${LOG}`, files);
    assert.equal(one.text(A), PAGE.replace('一切', '⼀切'));
    const dry = await galley(`revert --dry-run ${LOG}`, files);
    assert.equal(dry.text(A), PAGE);
    assert.match(dry.out, /would take back: 2/);
  });

  it('leaves alone what was changed since, and says so', async () => {
    const { files, text } = await fixed();
    const rewritten = text(A).replace('供水、供电一切正常', '水电如常');
    const { code, err, text: after } = await galley(`revert ${LOG}`, { ...files, [A]: rewritten });
    assert.equal(code, 2);
    assert.match(err, /not taken back: compat-character, once in line 9/);
    assert.equal(after(A), CUT.replace('供水、供电一切正常', '水电如常'));
  });

  it('takes nothing back from what is no log', async () => {
    const { files } = await fixed();
    const { code, err, text } = await galley(`revert ${LOG}`, { ...files, [LOG]: `${files[LOG]}{}\n` });
    assert.deepEqual([code, text(A)], [2, PAGE]);
    assert.match(err, /line 3 is none of a log/);
    assert.match((await galley('revert none.jsonl')).err, /no such file/);
  });
});

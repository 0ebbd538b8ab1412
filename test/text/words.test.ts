import assert from 'node:assert';
import { message, say, type Words } from '../../server/text/words';

const COUNTS: Words = { en: '{0} {0|page|pages}, {1} {1|person|people}', zh: '{0} 版，{1} 人' };

describe('a sentence', () => {
  it('is filled in, in either language', () => {
    assert.strictEqual(say('en', message(COUNTS, 3, 2)), '3 pages, 2 people');
    assert.strictEqual(say('zh', message(COUNTS, 3, 2)), '3 版，2 人');
  });

  it('has the word for one thing where there is one, and that for more where there is none', () =>
    assert.strictEqual(say('en', message(COUNTS, 1, 0)), '1 page, 0 people'));

  it('leaves what nothing is given for', () => assert.strictEqual(say('en', message({ en: '{0}', zh: '' })), '{0}'));
});

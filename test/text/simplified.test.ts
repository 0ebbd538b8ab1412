import assert from 'node:assert/strict';
import { simplified } from '../../server/text/simplified';
import { pairs } from '../../server/text/simplified.json';
import { simplifiedPairs } from '../simplified';

describe('simplified', () => {
  it('writes words as the fitted tables do', () =>
    assert.equal(simplified('記者發現，河水長流'), '记者发现，河水长流'));
  it('leaves all else as it is', () => assert.equal(simplified('澄湖 A4，𠮷'), '澄湖 A4，𠮷'));
  it('knows every character of the tables as they are now', () => assert.equal(pairs, simplifiedPairs()));
});

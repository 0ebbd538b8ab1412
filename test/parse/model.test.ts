import assert from 'node:assert/strict';
import { FEATURES } from '../../server/parse/evidence';
import { fitted, MOST_FEATURES } from '../../server/parse/model';
import { STATES } from '../../server/parse/state';

describe('the weights', () => {
  it('are so small that two states can be summed in the halves of one number', () => {
    const largest = fitted.unary.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    assert.ok(largest * MOST_FEATURES < 0x8000, `${largest}`);
  });

  it('are the same in pairs as one by one', () => {
    const halves = fitted.pairs.length / FEATURES.length;
    for (let f = 0; f < FEATURES.length; f++)
      for (let s = 0; s < STATES; s++) {
        const pair = fitted.pairs[f * halves + (s >> 1)];
        const lower = (pair << 16) >> 16;
        assert.equal(s & 1 ? (pair - lower) >> 16 : lower, fitted.unary[f * STATES + s]);
      }
  });
});

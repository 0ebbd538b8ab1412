import assert from 'node:assert/strict';
import { Concordance, pairOf } from '../../server/parse/concordance';
import { type Line, lineOf } from '../../server/parse/line';

describe('concordance', () => {
  it('answers about the very first line, behind and before which nothing stands', () => {
    const line = lineOf('渡船亮了灯。', 0, 0) as Line;
    const concordance = new Concordance(() => 0, 10);
    concordance.cover([line], 0, 1);
    const end = concordance.placeOf(1) - 1;
    assert.ok(concordance.lastOf(pairOf('渡'.charCodeAt(0), '船'.charCodeAt(0)), end) < end);
  });
});

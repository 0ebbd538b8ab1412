import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checksum } from '../../server/lsp/checksum';

describe('a checksum', () => {
  it('is the same for the same bytes, wherever they lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), (bytes, before) => {
        const room = new Uint8Array(before + bytes.length + 3).fill(255);
        room.set(bytes, before);
        assert.equal(checksum(room.subarray(before, before + bytes.length)), checksum(bytes));
        assert.match(checksum(bytes), /^[\da-f]{16}$/);
      }),
    );
  });

  it('is another where a bit is wrong, and where some bytes are missing or too many', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, at) => {
        const wrong = bytes.slice();
        wrong[at % bytes.length] ^= 1 << (at & 7);
        assert.notEqual(checksum(wrong), checksum(bytes));
        assert.notEqual(checksum(bytes.subarray(0, at % bytes.length)), checksum(bytes));
        assert.notEqual(checksum(Uint8Array.of(...bytes, 0)), checksum(bytes));
      }),
    );
  });
});

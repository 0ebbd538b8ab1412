import assert from 'node:assert';
import fc from 'fast-check';
import { Text } from '../../server/text/text';

// Against the plainest model there is: one string, and its lines split anew each time.

const piece = fc.constantFrom(
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\f',
  '\u0085',
  '江',
  '州',
  'a',
  '😀',
  '\ud83d',
  '。',
  '\0',
);
/** Short texts of many line ends, and long ones that take several chunks. */
const content = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('').repeat(2500)),
);
const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.nat(5), fc.nat(20_000)), insert: content });

const linesOf = (model: string): string[] => model.split(/\r\n|\r|\n/);

function same(text: Text, model: string): void {
  const lines = linesOf(model);
  assert.strictEqual(text.toString(), model);
  assert.strictEqual(text.length, model.length);
  assert.strictEqual(text.lineCount, lines.length);
  const ends = [...model.matchAll(/\r\n|\r|\n/g)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
  const some = lines.length > 50 ? [0, 1, 7, lines.length >> 1, lines.length - 2, lines.length - 1] : lines.keys();
  for (const line of some) {
    assert.strictEqual(text.line(line), lines[line], `line ${line}`);
    assert.strictEqual(text.lineStart(line), line === 0 ? 0 : ends[line - 1].to);
    assert.strictEqual(text.lineEnd(line), ends[line]?.from ?? model.length);
  }
}

describe('Text', () => {
  it('has the lines of its characters', () => {
    fc.assert(fc.property(content, (model) => same(Text.of(model), model)));
  });

  it('stays equal to a string through edits, and leaves the text before an edit as it was', () => {
    fc.assert(
      fc.property(content, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        let model = start;
        let text = Text.of(start);
        for (const { at, length, insert } of edits) {
          const from = at % (model.length + 1);
          const to = Math.min(model.length, from + length);
          const [before, old] = [text, model];
          text = text.replace(from, to, insert);
          model = model.slice(0, from) + insert + model.slice(to);
          same(text, model);
          assert.strictEqual(before.length, old.length);
          assert.strictEqual(before.slice(from, to), old.slice(from, to));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the line of an offset', () => {
    fc.assert(
      fc.property(content, fc.nat(), (model, n) => {
        const at = n % (model.length + 1);
        const before = model.slice(0, at);
        // Between the two characters of a line end, one is still on the line it ends.
        const split = model[at - 1] === '\r' && model[at] === '\n' ? 1 : 0;
        assert.strictEqual(Text.of(model).lineAt(at), linesOf(before).length - 1 - split);
      }),
    );
  });

  it('slices and gives units as a string does, and clamps', () => {
    fc.assert(
      fc.property(
        content,
        fc.integer({ min: -5, max: 60_000 }),
        fc.integer({ min: -5, max: 60_000 }),
        (model, a, b) => {
          const text = Text.of(model);
          assert.strictEqual(text.slice(a, b), model.slice(Math.max(0, a), Math.max(0, b)));
          assert.strictEqual(text.codeAt(a), a < 0 ? Number.NaN : model.charCodeAt(a));
        },
      ),
    );
  });

  it('clamps lines and edits that lie outside', () => {
    const text = Text.of('甲\n乙');
    assert.strictEqual(text.lineStart(-1), 0);
    assert.strictEqual(text.lineStart(9), 3);
    assert.strictEqual(text.lineAt(99), 1);
    assert.strictEqual(text.lineAt(-1), 0);
    assert.strictEqual(text.replace(-3, 1, '丙').toString(), '丙\n乙');
    assert.strictEqual(text.replace(9, 12, '丁').toString(), '甲\n乙丁');
  });

  it('is one empty line when empty, also after everything was taken away', () => {
    for (const text of [Text.of(''), Text.of('甲\n乙').replace(0, 3, '')]) {
      assert.strictEqual(text.lineCount, 1);
      assert.strictEqual(text.line(0), '');
      assert.strictEqual(text.lineAt(0), 0);
      assert.strictEqual(text.replace(0, 0, '丙\n').lineCount, 2);
    }
  });

  it('gives all lines from one on', () => {
    assert.deepStrictEqual([...Text.of('甲\r\n乙\r丙\n').lines(1)], ['乙', '丙', '']);
  });

  it('tells which lines an edit left', () => {
    const edit = fc.record({ from: fc.nat(), remove: fc.nat(9), insert: fc.constantFrom('', '字', '\n', '\r') });
    fc.assert(
      fc.property(content, edit, (model, { from, remove, insert }) => {
        const before = Text.of(model);
        const at = from % (model.length + 1);
        const after = before.replace(at, at + remove, insert);
        const { head, tail } = after.linesKept(before);
        const [old, fresh] = [[...before.lines()], [...after.lines()]];
        assert.ok(head + tail <= Math.min(old.length, fresh.length));
        assert.deepStrictEqual(fresh.slice(0, head), old.slice(0, head));
        assert.deepStrictEqual(fresh.slice(fresh.length - tail), old.slice(old.length - tail));
        assert.ok(head >= before.lineAt(at) - 1, `${head} lines before line ${before.lineAt(at)}`);
      }),
    );
  });

  it('gives lines and their starts all together as it does one by one', () => {
    fc.assert(
      fc.property(content, fc.nat(), (model, n) => {
        const text = Text.of(model);
        const from = n % (text.lineCount + 1);
        const numbers = Array.from({ length: text.lineCount + 1 }, (_, line) => line);
        assert.deepStrictEqual(
          [...text.lines(from)],
          numbers.slice(from, -1).map((line) => text.line(line)),
        );
        assert.deepStrictEqual(
          [...text.lineStarts()],
          numbers.map((line) => text.lineStart(line)),
        );
      }),
    );
  });

  it('does not fall to crumbs under typing', () => {
    let text = Text.of('报'.repeat(30_000));
    for (let i = 0; i < 3000; i++) text = text.replace(15_000 + i, 15_000 + i, '字');
    const { chunks } = text as unknown as { chunks: readonly unknown[] };
    assert.ok(chunks.length <= 12, `${chunks.length} chunks`);
  });
});

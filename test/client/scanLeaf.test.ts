import assert from 'node:assert';
import { type LeafFacts, leafOf } from '../../client/scan/leaf';

const page = (label: string, more: Partial<LeafFacts> = {}): LeafFacts => ({
  label,
  ofIssue: true,
  inFile: 0,
  fileLeaves: 1,
  inIssue: 0,
  ...more,
});

describe('the leaf of a PDF that shows a page', () => {
  it('is the one of the folio’s number', () => {
    assert.strictEqual(leafOf(page('03'), 8), 2);
    assert.strictEqual(leafOf(page('8'), 8), 7);
  });

  it('is the one that the PDF itself calls so', () => {
    assert.strictEqual(leafOf(page('A02'), 8, ['i', 'A1', 'A2', 'B1']), 2);
    assert.strictEqual(leafOf(page('2'), 3, ['封面', '01', '02']), 2);
  });

  it('is the one in its place where the number says nothing', () => {
    assert.strictEqual(leafOf(page('B03', { inIssue: 6 }), 8), 6);
    assert.strictEqual(leafOf(page('', { inIssue: 1 }), 8), 1);
    assert.strictEqual(leafOf(page('12', { inIssue: 9 }), 8), 7, 'never past the end');
  });

  it('is the first of a file that is this page’s alone', () => {
    assert.strictEqual(leafOf(page('02', { ofIssue: false }), 2), 0);
    assert.strictEqual(leafOf(page('02'), 1), 0);
  });

  it('is in its place among the pages of one text file', () => {
    assert.strictEqual(leafOf(page('06', { ofIssue: false, inFile: 1, fileLeaves: 4 }), 4), 1);
    assert.strictEqual(leafOf(page('2', { ofIssue: false, inFile: 0, fileLeaves: 3 }), 8), 1);
  });
});

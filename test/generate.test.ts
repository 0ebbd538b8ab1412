import assert from 'node:assert/strict';
import { generateIssue } from './generate';

describe('generate', () => {
  it('prints the same issue for the same seed and another for another', () => {
    assert.deepEqual(generateIssue(7), generateIssue(7));
    assert.notEqual(generateIssue(7).pages[0].text, generateIssue(8).pages[0].text);
    assert.equal(generateIssue(0).folder, '2001-01-01');
  });

  it('fills pages of about the size asked for, with truth that fits the text', () => {
    for (const seed of [1, 401, 801, 1201]) {
      const { pages } = generateIssue(seed, { pages: 3, characters: 2000 });
      assert.equal(pages.length, 3);
      for (const { text, gold } of pages) {
        assert.ok(text.length >= 2000 && text.length < 4500, `${text.length}`);
        const lines = text.split('\n');
        assert.equal(lines.length - 1, gold.lines);
        assert.match(lines[gold.pages[0].line - 1], /第0\d版/);
        for (const a of gold.articles) {
          assert.notEqual(lines[a.line - 1].trim(), '');
          for (const b of a.bylines) assert.match(lines[b.line - 1], /记者/);
        }
        for (const line of gold.breaks) assert.notEqual(lines[line].trim(), '');
      }
    }
  });

  it('gives each continuation its other end on the page that it names', () => {
    for (const seed of [2, 402, 1202]) {
      const { pages } = generateIssue(seed);
      const ends = pages.flatMap(({ gold }) =>
        gold.articles.flatMap((a) => a.continuations.map((c) => ({ ...c, file: gold.file }))),
      );
      assert.equal(ends.length, 8);
      for (const end of ends) {
        assert.equal(end.targetFile, `${end.page}.txt`);
        const page = pages.find(({ gold }) => gold.file === end.targetFile);
        const line = page?.text.split('\n')[(end.target ?? 0) - 1] ?? '';
        const other = ends.find((e) => e.file === end.targetFile && e.target === end.line && e.line === end.target);
        assert.equal(other?.mark, end.mark);
        assert.ok(line.includes(end.mark), line);
      }
    }
  });
});

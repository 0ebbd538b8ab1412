import assert from 'node:assert';
import { childrenOf, editionNode, type IssueNode, pageNodes, placeOf, shown } from '../../client/issueNode';
import type * as requests from '../../server/lsp/requests';
import { issue, l10n } from './issue';

const root: IssueNode = { kind: 'edition', id: 'a', edition: issue };
const [first] = pageNodes(root, issue);
const [flood, ferry] = childrenOf(first);

describe('a node of the Issue view', () => {
  it('says what it is and how it fares', () => {
    const texts = [root, first, flood, ferry].map((node) => {
      const { label, description, problems } = shown(node, l10n);
      return `${label} | ${description} | ${problems}`;
    });
    assert.deepStrictEqual(texts, [
      '2025-06-18 | 青岩日报 · 2 pages · 3 articles | 0',
      'Page 01 | 1.3/10k · 2 articles · 1600 characters | 1',
      '河水漫堤 城西停课 | 安然 · 1200 characters · 8.3/10k | 1',
      '渡船夜航 <今起> & 试行 | 400 characters | 0',
    ]);
    assert.match(shown(first, l10n).spoken, /error rate 1\.3 per 10,000 characters/);
    assert.match(shown(flood, l10n).spoken, /1 problem, error rate 8\.3 per 10,000 characters/);
    assert.doesNotMatch(shown(ferry, l10n).spoken, /error rate/);
  });

  it('is called by its file where a page has no number', () => {
    const page = { ...issue.leaves[0], uri: 'file:///%E6%97%A7%E6%8A%A5/zm-1.txt', label: '', name: null };
    assert.strictEqual(shown(pageNodes(root, { ...issue, leaves: [page] })[0], l10n).label, 'zm-1.txt');
  });

  it('leads to its line, and an issue to none', () => {
    const [section] = childrenOf(flood);
    assert.deepStrictEqual([root, first, ferry, section].map(placeOf), [
      null,
      { uri: 'file:///01.txt', line: 0 },
      { uri: 'file:///01.txt', line: 12 },
      { uri: 'file:///01.txt', line: 5 },
    ]);
  });

  it('has a name of its own, where two articles have the same words too', () => {
    const twice = {
      ...issue,
      leaves: [{ ...issue.leaves[0], articles: [0, 0].map((i) => issue.leaves[0].articles[i]) }],
    };
    const ids = childrenOf(pageNodes(root, twice)[0]).map(({ id }) => id);
    assert.strictEqual(new Set(ids).size, 2);
  });

  describe('keeps its id, by which VS Code keeps it unfolded,', () => {
    const [page] = issue.leaves;
    const [one, two] = page.articles;
    const below = (articles: readonly requests.ArticleOverview[], before?: readonly IssueNode[]) =>
      childrenOf(pageNodes(root, { ...issue, leaves: [{ ...page, articles }] })[0], before);
    const ids = (nodes: readonly IssueNode[]) => nodes.map(({ id }) => id);
    const before = below([one, two]);
    const [first, second] = ids(before);

    it('when a line is written above a page of the same file', () => {
      const lower = { ...issue, leaves: issue.leaves.map((leaf) => ({ ...leaf, first: leaf.first + 1 })) };
      assert.deepStrictEqual(ids(pageNodes(root, lower)), ids(pageNodes(root, issue)));
    });

    it('each page of a file another one', () => {
      const leaves = [-1, 0, 1].map((index) => ({ ...page, index }));
      assert.strictEqual(new Set(ids(pageNodes(root, { ...issue, leaves }))).size, 3);
    });

    it('when the paper’s name becomes known', () => {
      assert.strictEqual(editionNode({ ...issue, paper: null }).id, editionNode(issue).id);
    });

    it('as a headline is typed', () => {
      const typed = below([{ ...one, id: 'floods' }, two], before);
      assert.deepStrictEqual(ids(typed), [first, second]);
      assert.deepStrictEqual(ids(below([{ ...one, id: 'flooded' }, two], typed)), [first, second]);
    });

    it('when an article comes before it, goes, or changes places with another', () => {
      const more = ids(below([{ ...one, id: 'new' }, one, two], before));
      assert.deepStrictEqual(more.slice(1), [first, second]);
      assert.strictEqual(new Set(more).size, 3);
      assert.deepStrictEqual(ids(below([two], before)), [second]);
      assert.deepStrictEqual(ids(below([two, one], before)), [second, first]);
    });

    it('each of two articles with the same words its own', () => {
      const twins = below([one, one]);
      assert.deepStrictEqual(ids(below([one, one], twins)), ids(twins));
      const three = ids(below([one, one, one], twins));
      assert.deepStrictEqual(three.slice(0, 2), ids(twins));
      assert.strictEqual(new Set(three).size, 3);
    });

    it('and no other gets it that is given the headline it had', () => {
      const typed = below([{ ...one, id: 'floods' }, two], before);
      const again = ids(below([{ ...one, id: 'floods' }, one, two], typed));
      assert.deepStrictEqual([again[0], again[2]], [first, second]);
      assert.strictEqual(new Set(again).size, 3);
    });
  });
});

import assert from 'node:assert';
import type { IssueNode } from '../../client/issueNode';
import { IssueNodes } from '../../client/issueNodes';
import type * as requests from '../../server/lsp/requests';
import { issue } from './issue';

/** As the server does it: only articles with problems, only pages with such articles. */
const filtered = (filter: requests.Filter | undefined): requests.EditionResult => ({
  ...issue,
  leaves: issue.leaves
    .map((page) => ({ ...page, articles: page.articles.filter(({ problems }) => !filter || problems.length > 0) }))
    .filter(({ articles }) => articles.length > 0),
});

const names = (nodes: readonly IssueNode[]): string[] =>
  nodes.map((node) => (node.kind === 'article' ? node.article.id : node.id));

describe('the nodes of the Issue view', () => {
  let waiting: (() => void)[] = [];
  const nodes = () =>
    new IssueNodes({
      editions: async () => [issue],
      edition: async ({ filter }) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return filtered(filter);
      },
    });
  /** Lets everything asked for be answered. */
  const answered = async <T>(asked: Promise<T>): Promise<T> => {
    let done = false;
    void asked.then(() => {
      done = true;
    });
    while (!done) {
      for (const go of waiting.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return asked;
  };
  beforeEach(() => {
    waiting = [];
  });

  it('are issue, pages, articles; the same objects until they are asked for anew', async () => {
    const tree = nodes();
    const [root] = await tree.below();
    const pages = await answered(tree.below(root));
    assert.deepStrictEqual(names(await tree.below(pages[0])), ['flood', 'ferry']);
    assert.strictEqual(await tree.below(root), pages);
    tree.forget();
    assert.notStrictEqual(await answered(tree.below(root)), pages);
  });

  it('of a filtered view are not those that a page held before, whoever still asks for them', async () => {
    const tree = nodes();
    const [root] = await tree.below();
    const [before] = await answered(tree.below(root));
    await tree.below(before);
    tree.filter = { withProblems: true };
    tree.forget();
    // The editor asks for what it still shows, before it asks for the whole anew.
    assert.deepStrictEqual(names(await answered(tree.below(before))), ['flood']);
    const [after] = await answered(tree.below((await tree.below())[0]));
    assert.deepStrictEqual(names(await answered(tree.below(after))), ['flood']);
  });

  it('that come after they were forgotten are not remembered', async () => {
    const tree = nodes();
    const [root] = await tree.below();
    const late = tree.below(root);
    tree.filter = { withProblems: true };
    tree.forget();
    await answered(late);
    assert.strictEqual((await answered(tree.below(root))).length, 1);
  });

  it('of a page that is no longer shown are none', async () => {
    const tree = nodes();
    const [root] = await tree.below();
    const [, second] = await answered(tree.below(root));
    tree.filter = { withProblems: true };
    tree.forget();
    assert.deepStrictEqual(await answered(tree.below(second)), []);
  });

  it('are called as before when they are asked for anew while a headline is typed', async () => {
    const [page, other] = issue.leaves;
    let words = 'flood';
    const tree = new IssueNodes({
      editions: async () => [issue],
      edition: async () => {
        const articles = page.articles.map((article, i) => (i === 0 ? { ...article, id: words } : article));
        return { ...issue, leaves: [{ ...page, articles }, other] };
      },
    });
    const articles = async () => tree.below((await tree.below((await tree.below())[0]))[0]);
    const before = await articles();
    for (words of ['floo', 'floods']) {
      tree.forget();
      const now = await articles();
      assert.deepStrictEqual(names(now), [words, 'ferry']);
      assert.deepStrictEqual(
        now.map(({ id }) => id),
        before.map(({ id }) => id),
      );
    }
  });

  it('are found by a line of a file', async () => {
    const tree = nodes();
    const [root] = await tree.below();
    const at = (line: number) => tree.at((uri) => uri === 'file:///01.txt', line);
    assert.strictEqual(at(13), undefined);
    const [page] = await answered(tree.below(root));
    assert.deepStrictEqual(names([at(13) ?? page]), ['ferry']);
    assert.strictEqual(at(0), page);
  });
});

import type * as requests from '../server/lsp/requests';
import { childrenOf, editionNode, holds, type IssueNode, pageNodes } from './issueNode';
import type { Overviews } from './overviews';

/** What the Issue view shows, as far as it was asked for; the cursor is looked for among it. */
export class IssueNodes {
  /** Which articles are to be shown; what was asked for with another filter is to be forgotten. */
  filter: requests.Filter | undefined;
  /** Children by their parent's id. Another map once they are forgotten: what comes too late is kept in the old one. */
  private known = new Map<string, IssueNode[]>();
  /** The articles that each page had when it was last looked into. */
  private readonly before = new Map<string, IssueNode[]>();

  constructor(private readonly overviews: Pick<Overviews, 'editions' | 'edition'>) {}

  forget(): void {
    this.known = new Map();
  }

  /** The children of a node, or the issues; the same objects until they are forgotten. */
  async below(node?: IssueNode): Promise<IssueNode[]> {
    const id = node?.id ?? '';
    const { known } = this;
    const before = known.get(id);
    if (before) return before;
    const children = await this.read(node);
    known.set(id, children);
    return children;
  }

  /** How many issues there are, as far as that is known. */
  get issues(): number | undefined {
    return this.known.get('')?.length;
  }

  /** The innermost article or page known that holds a line (0-based) of a file. */
  at(isOf: (uri: string) => boolean, line: number): IssueNode | undefined {
    const pages = [...this.known.values()].flat().flatMap((node) => (node.kind === 'page' ? [node] : []));
    const page = pages.find(({ page }) => isOf(page.uri) && holds(page, line));
    if (!page) return undefined;
    const articles = this.known.get(page.id) ?? this.articlesOf(page);
    this.known.set(page.id, articles);
    return articles.find((node) => node.kind === 'article' && holds(node.article, line)) ?? page;
  }

  private async read(node: IssueNode | undefined): Promise<IssueNode[]> {
    const { filter } = this;
    if (!node) {
      const editions = await this.overviews.editions(filter);
      return editions.map(editionNode);
    }
    if (node.kind === 'edition') {
      const edition = await this.overviews.edition({ key: node.edition.key, filter });
      return edition ? pageNodes(node, edition) : [];
    }
    if (node.kind !== 'page') return childrenOf(node);
    // The editor may still ask for a page as it was before: its articles are those that it has by now.
    const now = (await this.below(node.parent)).find(({ id }) => id === node.id);
    return now ? this.articlesOf(now) : [];
  }

  private articlesOf(page: IssueNode): IssueNode[] {
    const articles = childrenOf(page, this.before.get(page.id));
    this.before.set(page.id, articles);
    return articles;
  }
}

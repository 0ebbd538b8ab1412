import type { l10n as vscodeL10n } from 'vscode';
import type * as requests from '../server/lsp/requests';
import * as count from './counts';
import { base } from './scan/paths';

type L10n = Pick<typeof vscodeL10n, 't'>;

/** What stands in the Issue view: issue › page › article › part. */
export type IssueNode =
  | { readonly kind: 'edition'; readonly id: string; readonly edition: requests.EditionSummary }
  | PageNode
  | ArticleNode
  | { readonly kind: 'part'; readonly id: string; readonly parent: ArticleNode; readonly part: Part };

interface PageNode {
  readonly kind: 'page';
  readonly id: string;
  readonly parent: IssueNode;
  readonly page: requests.PageOverview;
}

export interface ArticleNode {
  readonly kind: 'article';
  readonly id: string;
  readonly parent: IssueNode;
  readonly page: requests.PageOverview;
  readonly article: requests.ArticleOverview;
}

type Part = requests.ArticleOverview['parts'][number];

/** How a node is shown; `spoken` is what a screen reader says. */
export interface Shown {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  /** A codicon. */
  readonly icon: string;
  /** How many there are; shown at the end of the row. */
  readonly problems: number;
}

export function shown(node: IssueNode, l10n: L10n): Shown {
  switch (node.kind) {
    case 'edition':
      return shownEdition(node.edition, l10n);
    case 'page':
      return shownPage(node.page, l10n);
    case 'article':
      return shownArticle(node.article, l10n);
    case 'part': {
      const { kind, name } = node.part;
      return { label: name, description: '', spoken: name, icon: PART_ICONS[kind], problems: 0 };
    }
  }
}

const PART_ICONS = { section: 'tag', subhead: 'list-selection', caption: 'device-camera' } as const;

function shownEdition({ date, paper, pages, articles }: requests.EditionSummary, l10n: L10n): Shown {
  const label = date ?? l10n.t('Undated');
  const counts = [count.pages(pages, l10n), count.articles(articles, l10n)];
  const description = [paper, ...counts].filter(Boolean).join(' · ');
  return { label, description, spoken: `${label}, ${description}`, icon: 'calendar', problems: 0 };
}

/** A page without a number is called by its file. */
export const pageName = ({ uri, label, name }: requests.PageOverview, l10n: L10n): string =>
  [label ? l10n.t('Page {0}', label) : decodeURIComponent(base(uri)), name].filter(Boolean).join(' ');

function shownPage(page: requests.PageOverview, l10n: L10n): Shown {
  const label = pageName(page, l10n);
  const held = [count.articles(page.articles.length, l10n), count.characters(page.characters, l10n)];
  const [sign, words] = rateOf(page, l10n);
  const { problems } = page;
  return {
    label,
    description: [...sign, ...held].join(' · '),
    spoken: [label, ...found(problems, l10n), ...words, ...held].join(', '),
    icon: 'notebook',
    problems,
  };
}

function shownArticle(article: requests.ArticleOverview, l10n: L10n): Shown {
  const { name, people, characters } = article;
  const held = [...(people.length > 0 ? [people.join('、')] : []), count.characters(characters, l10n)];
  const [sign, words] = rateOf(article, l10n);
  const problems = article.problems.length;
  return {
    label: name,
    // A narrow view shows the beginning: who wrote it tells more of an article than its rate.
    description: [...held, ...sign].join(' · '),
    spoken: [name, ...found(problems, l10n), ...words, ...held].join(', '),
    icon: 'file-text',
    problems,
  };
}

/** How many problems, in words; nothing where there are none. */
export const found = (problems: number, l10n: L10n): string[] => (problems > 0 ? [count.problems(problems, l10n)] : []);

/** The error rate as a sign to see and in words to hear. */
function rateOf({ errorRate }: { readonly errorRate: number }, l10n: L10n): readonly [string[], string[]] {
  if (errorRate === 0) return [[], []];
  const rate = errorRate.toFixed(1);
  return [[l10n.t('{0}/10k', rate)], [l10n.t('error rate {0} per 10,000 characters', rate)]];
}

/** An issue as a node. By the nodes' ids VS Code keeps which are unfolded: none may hold what typing or reading on changes. */
export const editionNode = (edition: requests.EditionSummary): IssueNode => ({
  kind: 'edition',
  id: edition.key,
  edition,
});

/** The pages of an issue as nodes, and below them articles and their parts. */
export const pageNodes = (parent: IssueNode, { leaves }: requests.EditionResult): IssueNode[] =>
  leaves.map((page) => ({ kind: 'page', id: `${parent.id}/${page.uri}#${page.index}`, parent, page }));

/** What stands below a node; `before` is what stood there, whose articles keep their ids. */
export function childrenOf(node: IssueNode, before: readonly IssueNode[] = []): IssueNode[] {
  if (node.kind === 'page') {
    const ids = articleIds(node, before);
    return node.page.articles.map((article, i) => ({
      kind: 'article',
      id: ids[i],
      parent: node,
      page: node.page,
      article,
    }));
  }
  if (node.kind === 'article')
    return node.article.parts.map((part, i) => ({ kind: 'part', id: `${node.id}/${i}`, parent: node, part }));
  return [];
}

/** An article's own id is made of its headline: as that is typed, the node keeps the id of the one that stood in its place. */
function articleIds({ id, page: { articles } }: PageNode, before: readonly IssueNode[]): string[] {
  const earlier = before.flatMap((node) => (node.kind === 'article' ? [node] : []));
  // Articles with the same words have the same id: the first keeps the first one's.
  const known = new Map<string, string[]>();
  for (const node of earlier) known.set(node.article.id, [...(known.get(node.article.id) ?? []), node.id]);
  const still = new Set(articles.map((article) => article.id));
  const replaced = (i: number) =>
    earlier.length === articles.length && !still.has(earlier[i].article.id) ? earlier[i].id : undefined;
  const kept = articles.map((article, i) => known.get(article.id)?.shift() ?? replaced(i));
  const taken = new Set(kept);
  return articles.map((article, i) => {
    let own = kept[i] ?? `${id}/${article.id}`;
    // VS Code shows nothing at all where two have the same.
    while (!kept[i] && taken.has(own)) own += '/';
    taken.add(own);
    return own;
  });
}

/** Whether a page or an article holds a line (0-based). */
export const holds = ({ first, last }: { readonly first: number; readonly last: number }, line: number): boolean =>
  line >= first && line <= last;

/** Where a node's text begins: a file and a line (0-based); null for an issue, which is no one file's. */
export function placeOf(node: IssueNode): { readonly uri: string; readonly line: number } | null {
  switch (node.kind) {
    case 'edition':
      return null;
    case 'page':
      return { uri: node.page.uri, line: node.page.first };
    case 'article':
      return { uri: node.page.uri, line: node.article.first };
    case 'part':
      return { uri: node.parent.page.uri, line: node.part.line };
  }
}

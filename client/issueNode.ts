import type { l10n as vscodeL10n } from 'vscode';
import type * as requests from '../server/lsp/requests';
import * as count from './counts';
import { base } from './scan/paths';

type L10n = Pick<typeof vscodeL10n, 't'>;

/** What stands in the Issue view: issue › page › article › part. */
export type IssueNode =
  | { readonly kind: 'edition'; readonly id: string; readonly edition: requests.EditionSummary }
  | { readonly kind: 'page'; readonly id: string; readonly parent: IssueNode; readonly page: requests.PageOverview }
  | ArticleNode
  | { readonly kind: 'part'; readonly id: string; readonly parent: ArticleNode; readonly part: Part };

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
  readonly hasProblems: boolean;
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
      return { label: name, description: '', spoken: name, icon: PART_ICONS[kind], hasProblems: false };
    }
  }
}

const PART_ICONS = { section: 'tag', subhead: 'list-selection', caption: 'device-camera' } as const;

function shownEdition({ date, paper, pages, articles }: requests.EditionSummary, l10n: L10n): Shown {
  const label = date ?? l10n.t('Undated');
  const counts = [count.pages(pages, l10n), count.articles(articles, l10n)];
  const description = [paper, ...counts].filter(Boolean).join(' · ');
  return { label, description, spoken: `${label}, ${description}`, icon: 'calendar', hasProblems: false };
}

/** A page without a number is called by its file. */
export const pageName = ({ uri, label, name }: requests.PageOverview, l10n: L10n): string =>
  [label ? l10n.t('Page {0}', label) : decodeURIComponent(base(uri)), name].filter(Boolean).join(' ');

function shownPage(page: requests.PageOverview, l10n: L10n): Shown {
  const { articles, characters, problems } = page;
  const label = pageName(page, l10n);
  const held = [count.articles(articles.length, l10n), count.characters(characters, l10n)];
  const { spoken, description } = withCounts(label, page, held, l10n);
  return { label, description, spoken, icon: 'notebook', hasProblems: problems > 0 };
}

/** What is counted, as signs to see and in words to hear. A narrow view shows the beginning: what there is to be done. */
function withCounts(
  label: string,
  { problems, errorRate }: { readonly problems: number; readonly errorRate: number },
  held: readonly string[],
  l10n: L10n,
) {
  const found = problems > 0 ? [count.problems(problems, l10n)] : [];
  const rate = errorRate.toFixed(1);
  const [sign, words] =
    errorRate > 0 ? [[l10n.t('{0}/10k', rate)], [l10n.t('error rate {0} per 10,000 characters', rate)]] : [[], []];
  return {
    spoken: [label, ...found, ...words, ...held].join(', '),
    description: [...found, ...sign, ...held].join(' · '),
  };
}

function shownArticle({ name, people, characters, problems, errorRate }: requests.ArticleOverview, l10n: L10n): Shown {
  const held = [...(people.length > 0 ? [people.join('、')] : []), count.characters(characters, l10n)];
  const { spoken, description } = withCounts(name, { problems: problems.length, errorRate }, held, l10n);
  return { label: name, description, spoken, icon: 'file-text', hasProblems: problems.length > 0 };
}

/** The pages of an issue as nodes, and below them articles and their parts. */
export const pageNodes = (parent: IssueNode, { leaves }: requests.EditionResult): IssueNode[] =>
  leaves.map((page) => ({ kind: 'page', id: `${parent.id}/${page.uri}#${page.first}`, parent, page }));

export function childrenOf(node: IssueNode): IssueNode[] {
  if (node.kind === 'page')
    return node.page.articles.map((article, i, all) => ({
      kind: 'article',
      // Two articles with the same words have the same id: no two nodes may.
      id: `${node.id}/${article.id}${all.findIndex(({ id }) => id === article.id) === i ? '' : `/${i}`}`,
      parent: node,
      page: node.page,
      article,
    }));
  if (node.kind === 'article')
    return node.article.parts.map((part, i) => ({ kind: 'part', id: `${node.id}/${i}`, parent: node, part }));
  return [];
}

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

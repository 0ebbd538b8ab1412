import type * as requests from '../../server/lsp/requests';

/** Stands in for the editor's translations: English, the places filled in. */
export const l10n = {
  t(words: unknown, ...args: unknown[]): string {
    return String(words).replace(/\{(\d+)\}/g, (_, n) => String(args[Number(n)]));
  },
};

const article = (
  id: string,
  name: string,
  first: number,
  more: Partial<requests.ArticleOverview> = {},
): requests.ArticleOverview => ({
  id,
  name,
  titled: true,
  people: [],
  first,
  last: first + 8,
  characters: 400,
  errorRate: 0,
  problems: [],
  parts: [],
  continues: [],
  ...more,
});

const page = (label: string, articles: readonly requests.ArticleOverview[]): requests.PageOverview => ({
  uri: `file:///${label}.txt`,
  index: 0,
  label,
  name: null,
  first: 0,
  last: 40,
  characters: articles.reduce((sum, { characters }) => sum + characters, 0),
  problems: articles.reduce((sum, { problems }) => sum + problems.length, 0),
  errorRate: 1.25,
  articles,
});

/** Two pages; a story runs from the first to the second. */
export const issue: requests.EditionResult = {
  key: 'a',
  date: '2025-06-18',
  paper: '青岩日报',
  pages: 2,
  articles: 3,
  characters: 2000,
  errorRate: 1.25,
  problems: 1,
  leaves: [
    page('01', [
      article('flood', '河水漫堤 城西停课', 2, {
        people: ['安然'],
        characters: 1200,
        errorRate: 8.3,
        problems: [{ line: 6, severity: 'warning' }],
        parts: [{ kind: 'section', name: '理', line: 5 }],
        continues: [{ uri: 'file:///02.txt', id: 'rest' }],
      }),
      article('ferry', '渡船夜航 <今起> & 试行', 12),
    ]),
    page('02', [article('rest', '河水漫堤 城西停课', 2)]),
  ],
};

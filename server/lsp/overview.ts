import { titlesIn } from '../features/location';
import { holds, type PageOverview, pageOverview, pageSpan } from '../features/overview';
import type { Edition, Leaf } from '../issue/edition';
import { joints } from '../issue/story';
import type { Sheet } from '../parse/sheet';
import { Errors } from '../rules/error-rate';
import type { Problem } from '../rules/rule';
import { problemsByRule } from '../rules/rules';
import { countWhile } from '../text/search';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import { say } from '../text/words';
import { breath, unhurried } from './breath';
import { problemsOf } from './diagnostics';
import type * as requests from './requests';
import type { Session } from './session';
import { fileOf } from './uris';

// The issues of the workspace as the Issue view and the page at a glance show them.

export async function editions(
  { workspace }: Session,
  { filter }: requests.EditionsParams,
): Promise<requests.EditionsResult> {
  await foreseen(workspace.issue);
  return workspace.issue
    .editions()
    .filter((edition) => !filter?.words || edition.leaves.some((leaf) => speaksOf(workspace.issue, leaf, filter.words)))
    .map((edition) => summary(workspace.issue, edition));
}

/** Reads where the pages of all files belong, others having their turn meanwhile: of an archive nobody has asked before. */
async function foreseen(issue: Issue): Promise<void> {
  for (const digest of issue.digests()) {
    issue.foresee(digest);
    await breath();
  }
}

export async function edition(
  session: Session,
  { key, uri, filter }: requests.EditionParams,
): Promise<requests.EditionResult | null> {
  const { workspace } = session;
  if (uri) await workspace.ready(uri);
  await foreseen(workspace.issue);
  const { issue } = workspace;
  const file = uri && fileOf(uri);
  const found = issue
    .editions()
    .find((edition) => (key ? edition.key === key : edition.leaves.some((leaf) => leaf.file === file)));
  if (!found) return null;
  const leaves: requests.PageOverview[] = [];
  const errors = new Errors();
  for (const leaf of found.leaves) {
    const sheet = await workspace.sheet(leaf.file);
    if (!sheet) continue;
    const span = pageSpan(sheet, leaf.page);
    const own = beginningIn(span, await problemsIn(session, leaf.file, sheet));
    leaves.push(shown(session, leaf, sheet, pageOverview(sheet, leaf.page, own, filter, titlesIn(issue, leaf.file))));
    errors.add(sheet, own, span);
  }
  return {
    ...summary(issue, found),
    leaves: filter ? leaves.filter(({ articles }) => articles.length > 0) : leaves,
    errorRate: errors.rate.rate,
    problems: leaves.reduce((sum, page) => sum + page.problems, 0),
  };
}

/** Those that begin within a span, in the order of the text: looked up, as a text may have many pages. */
function beginningIn({ from, to }: Span, problems: readonly Problem[]): readonly Problem[] {
  const all = inOrder.get(problems) ?? [...problems].sort((a, b) => a.span.from - b.span.from);
  inOrder.set(problems, all);
  const before = (at: number): number => countWhile(all.length, (i) => all[i].span.from < at);
  return all.slice(before(from), before(to));
}
const inOrder = new WeakMap<readonly Problem[], readonly Problem[]>();

/** The error rate of a whole issue. */
export async function rateOf(session: Session, { leaves }: Edition): Promise<number> {
  const errors = new Errors();
  for (const { file, page } of leaves) {
    const sheet = await session.workspace.sheet(file);
    if (!sheet) continue;
    const span = pageSpan(sheet, page);
    errors.add(sheet, beginningIn(span, await problemsIn(session, file, sheet)), span);
  }
  return errors.rate.rate;
}

type Issue = Session['workspace']['issue'];

const articlesOn = (issue: Issue, { file, page }: Leaf) =>
  issue.get(file)?.articles.filter((article) => article.page === page) ?? [];

/** Of a file whose names hold none of the words the articles need not be looked at. */
const speaksOf = (issue: Issue, leaf: Leaf, words: string | undefined): boolean =>
  holds(words, [issue.get(leaf.file)?.names ?? '']) &&
  articlesOn(issue, leaf).some(({ headline, column, people, sections }) =>
    holds(words, [headline ?? '', column ?? '', ...people, ...sections]),
  );

function summary(issue: Issue, { key, date, paper, leaves }: Edition): requests.EditionSummary {
  const tallies = leaves.map((leaf) => tallyOf(issue, leaf));
  return {
    key,
    date,
    paper,
    pages: leaves.length,
    articles: tallies.reduce((sum, tally) => sum + (tally?.articles ?? 0), 0),
    characters: tallies.reduce((sum, tally) => sum + (tally?.characters ?? 0), 0),
  };
}

const tallyOf = (issue: Issue, { file, page }: Leaf) =>
  page < 0 ? issue.get(file)?.before : issue.get(file)?.pages[page];

function shown({ workspace, client }: Session, leaf: Leaf, sheet: Sheet, page: PageOverview): requests.PageOverview {
  const { file, label } = leaf;
  const { text } = sheet;
  return {
    uri: workspace.uriOf(file),
    // A page that bears no folio yet is the first, as it will be once that is written.
    index: sheet.pages.length > 0 ? leaf.page : 0,
    label: sheet.pages[leaf.page]?.label || label,
    name: sheet.pages[leaf.page]?.name ?? null,
    first: page.lines.first,
    last: page.lines.last,
    characters: page.characters,
    problems: page.problems,
    errorRate: page.errorRate,
    articles: page.articles.map((article) => ({
      id: article.id,
      name: say(client.language, article.name),
      titled: article.titled,
      people: article.people,
      first: article.lines.first,
      last: article.lines.last,
      characters: article.characters,
      errorRate: article.errorRate,
      problems: article.problems.map(({ span, severity }) => ({ line: text.lineAt(span.from), severity })),
      parts: article.parts.map((part) => ({ ...part, name: say(client.language, part.name) })),
      continues: joints(workspace.issue, { file, article: article.index }, 'to').flatMap(({ other }) => {
        const target = workspace.issue.get(other.file)?.articles[other.article];
        return target ? [{ uri: workspace.uriOf(other.file), id: target.id }] : [];
      }),
    })),
  };
}

/** Those of a file, open or not; worked out once while nothing that they rest on changes. */
export async function problemsIn(session: Session, file: string, sheet: Sheet): Promise<readonly Problem[]> {
  const { workspace, documents, settings } = session;
  const uri = workspace.uriOf(file);
  const document = documents.get(uri);
  if (document) return problemsOf(session, document);
  const own = await settings.of(uri);
  const { dismissals } = await session.notes.fresh(uri);
  const { revision } = workspace;
  const basis = JSON.stringify([own, dismissals]);
  const earlier = found.get(sheet.text);
  if (earlier?.basis === basis && earlier.revision === revision) return earlier.problems;
  const all = await unhurried(problemsByRule({ file, sheet, issue: workspace.issue }, { ...own, dismissals }));
  found.set(sheet.text, { basis, revision, problems: all });
  return all;
}

interface Found {
  /** The settings and dismissals that it rests on. */
  readonly basis: string;
  readonly revision: number;
  readonly problems: readonly Problem[];
}
const found = new WeakMap<Text, Found>();

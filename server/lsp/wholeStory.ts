import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { storyLenses } from '../features/storyLenses';
import { wholeStory } from '../features/wholeStory';
import { story } from '../issue/story';
import type { Sheet } from '../parse/sheet';
import { message, say, type Words } from '../text/words';
import type { OpenDocument } from './document';
import type { WholeStoryParams, WholeStoryResult } from './requests';
import { knowing, type Session } from './session';
import { fileOf } from './uris';

/** A story as it stands now, of open documents and of files on disk; null where the article is not known any more. */
export async function joinedStory(
  { workspace, client }: Session,
  { uri, article }: WholeStoryParams,
): Promise<WholeStoryResult | null> {
  await workspace.ready(uri);
  const file = fileOf(uri);
  const articles = workspace.issue.get(file)?.articles ?? [];
  const index = articles.findIndex(({ id, line, endLine }) =>
    typeof article === 'string' ? id === article : line <= article && article <= endLine,
  );
  if (index < 0) return null;
  const sheets = new Map<string, Sheet>();
  for (const part of story(workspace.issue, { file, article: index })) {
    const sheet = await workspace.sheet(part.file);
    if (sheet) sheets.set(part.file, sheet);
  }
  const joined = wholeStory(workspace.issue, { file, article: index }, (part) => sheets.get(part), client.language);
  if (!joined) return null;
  const parts = joined.parts.map(({ file, page, lines, at, found }) => ({
    uri: workspace.uriOf(file),
    page,
    ...lines,
    line: joined.text.slice(0, at).match(/\n/g)?.length ?? 0,
    found,
  }));
  const tokens = joined.tokens.map(({ span, type }) => ({ ...span, type }));
  return { title: joined.title, text: joined.text, article: articles[index].id, parts, tokens };
}

/** Above every article that goes on on another page, unless `galley.lens` is off: how many parts its story has, and the way to all of it. */
export async function codeLenses(
  session: Session,
  document: OpenDocument,
  _params: CodeLensParams,
): Promise<CodeLens[]> {
  const { lens } = await session.settings.of(document.uri);
  if (!lens) return [];
  const { file, issue } = await knowing(session, document);
  return storyLenses(issue, file).map(({ id, place, parts }) => ({
    range: place,
    command: {
      title: say(session.client.language, message(LENS, parts)),
      command: 'galley.wholeStory',
      arguments: [document.uri, id],
    },
  }));
}

const LENS: Words = { en: 'Whole story, {0} {0|part|parts}', zh: '全文（共 {0} 部分）' };

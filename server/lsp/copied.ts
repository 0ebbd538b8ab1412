import { citation } from '../features/citation';
import { cleanText } from '../features/cleanText';
import { certainFixes as certain } from '../features/fixes';
import { articleAt } from '../features/location';
import { story } from '../issue/story';
import type { Sheet } from '../parse/sheet';
import { argumentOf } from './choices';
import { textEditsOf } from './convert';
import { logging } from './logging';
import { isMisread } from './misreading';
import type * as requests from './requests';
import type { Session } from './session';
import { fileOf } from './uris';

// What is taken from an article, or done to it, from outside its editor.

export async function copied(
  { workspace }: Session,
  { uri, article, form }: requests.CopiedParams,
): Promise<requests.CopiedResult> {
  const file = fileOf(uri);
  await workspace.ready(uri);
  const sheet = await workspace.sheet(file);
  const index = sheet ? indexOf(sheet, article) : -1;
  if (!sheet || index < 0) return null;
  if (form === 'text') return cleanText(sheet, index);
  if (form === 'id') return sheet.articles[index].id;
  const sheets = new Map<string, Sheet | undefined>();
  for (const part of story(workspace.issue, { file, article: index }))
    sheets.set(part.file, (await workspace.sheet(part.file)) ?? undefined);
  const cited = citation(workspace.issue, file, sheet, index, (other) => sheets.get(other));
  if (!cited) return null;
  return form === 'csl' ? JSON.stringify([cited.csl], null, 2) : cited.gbt7714;
}

export async function articleLines(
  { workspace }: Session,
  { uri, article }: requests.ArticleLinesParams,
): Promise<requests.ArticleLinesResult> {
  const sheet = await workspace.sheet(fileOf(uri));
  return sheet?.articles[indexOf(sheet, article)]?.lines ?? null;
}

export async function certainFixes(
  session: Session,
  { uri, first, last }: requests.CertainFixesParams,
): Promise<requests.CertainFixesResult> {
  const { workspace } = session;
  const file = fileOf(uri);
  const sheet = await workspace.sheet(file);
  if (!sheet || isMisread(sheet)) return { problems: 0, edits: [], text: '' };
  const { text } = sheet;
  const [from, to] = [text.lineStart(first), text.lineStart(last + 1)];
  // What a person has dismissed is no problem to be mended here either.
  const own = session.notes.settings(uri, await session.settings.of(uri));
  const context = { file, sheet, issue: workspace.issue };
  const { done } = certain(context, own, ({ span }) =>
    last >= text.lineCount - 1 ? span.from >= from : span.from >= from && span.from < to,
  );
  const edits = textEditsOf(
    text,
    done.flatMap((one) => one.edits),
  );
  return {
    problems: done.length,
    edits,
    text: text.toString(),
    log: argumentOf(await logging(session, uri, text, done)),
  };
}

const indexOf = (sheet: Sheet, article: string | number): number =>
  typeof article === 'number'
    ? articleAt(sheet, sheet.text.lineStart(article))
    : sheet.articles.findIndex(({ id }) => id === article);

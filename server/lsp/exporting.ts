import { type Exported, ending, written } from '../features/exported';
import { pageIndexAt } from '../parse/places';
import type { Sheet } from '../parse/sheet';
import type * as requests from './requests';
import type { Session } from './session';
import { fileOf } from './uris';

/** The articles of an issue, or those that begin on some lines of a file, as a file of their own; null where there are none. */
export async function exported(
  { workspace }: Session,
  { of, format }: requests.ExportedParams,
): Promise<requests.ExportedResult> {
  const articles: Exported[] = [];
  const add = async (file: string, wanted: (sheet: Sheet, line: number) => boolean): Promise<void> => {
    const sheet = await workspace.sheet(file);
    sheet?.articles.forEach(({ lines }, article) => {
      if (wanted(sheet, lines.first)) articles.push({ file: workspace.uriOf(file), sheet, article });
    });
  };
  if ('key' in of) {
    const edition = workspace.issue.editions().find(({ key }) => key === of.key);
    for (const { file, page } of edition?.leaves ?? [])
      await add(file, (sheet, line) => pageIndexAt(sheet, line) === page);
  } else {
    await workspace.ready(of.uri);
    await add(fileOf(of.uri), (_, line) => line >= of.first && line <= of.last);
  }
  if (articles.length === 0) return null;
  return articles.map((article, i) => written(article, format, i === 0)).join('') + ending(format, false);
}

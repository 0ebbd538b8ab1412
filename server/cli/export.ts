import { type ExportFormat, ending, written } from '../features/exported';
import type { Session } from './session';

/**
 * `galley export`: the articles, their broken paragraphs joined, the files as they are. Exit code 0, or 2 where a file
 * could not be read.
 */
export async function exportArticles(
  session: Session,
  paths: readonly string[],
  format: ExportFormat,
): Promise<number> {
  const { io } = session;
  const { files, failed } = await session.open(paths);
  let printed = 0;
  for await (const { path, sheet } of files())
    for (const index of sheet.articles.keys()) {
      await io.out(written({ file: path, sheet, article: index }, format, printed === 0));
      printed++;
    }
  await io.out(ending(format, printed === 0));
  return failed > 0 ? 2 : 0;
}

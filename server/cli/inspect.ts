import { problems } from '../rules/rules';
import { inspection } from './inspection';
import type { Session } from './session';
import { settingsOf } from './sources';

/** `galley inspect`: everything understood of each file, as JSON. Exit code 0, or 2 where a file could not be read. */
export async function inspect(session: Session, paths: readonly string[], format: 'json' | 'ndjson'): Promise<number> {
  const { io, language } = session;
  const { issue, files, failed } = await session.open(paths);
  const names = new Map(paths.map((path) => [io.absolute(path), path]));
  const view = { language, pathOf: (key: string) => names.get(key) ?? key };
  let printed = 0;
  for await (const source of files()) {
    const context = { file: source.key, sheet: source.sheet, issue };
    const result = inspection(source, issue, problems(context, settingsOf(source)), view);
    if (format === 'ndjson') await io.out(`${JSON.stringify(result)}\n`);
    else await io.out(`${printed === 0 ? '[' : ','}\n${JSON.stringify(result, null, 2)}`);
    printed++;
  }
  if (format === 'json') await io.out(printed === 0 ? '[]\n' : '\n]\n');
  return failed > 0 ? 2 : 0;
}

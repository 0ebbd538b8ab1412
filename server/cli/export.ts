import { cleanParagraphs } from '../features/cleanText';
import type { BlockKind, Sheet } from '../parse/sheet';
import type { Session } from './session';

export const EXPORTS = ['json', 'ndjson', 'markdown', 'text'] as const;
export type ExportFormat = (typeof EXPORTS)[number];

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
      const article = piece(path, sheet, index);
      if (format === 'json') await io.out(`${printed === 0 ? '[' : ','}\n${JSON.stringify(article, null, 2)}`);
      else if (format === 'ndjson') await io.out(`${JSON.stringify(article)}\n`);
      else await io.out(`${printed === 0 ? '' : '\n'}${format === 'markdown' ? markdown(article) : plain(article)}`);
      printed++;
    }
  if (format === 'json') await io.out(printed === 0 ? '[]\n' : '\n]\n');
  return failed > 0 ? 2 : 0;
}

/** One article as other programs take it. Lines are 1-based. */
interface Piece {
  readonly file: string;
  readonly line: number;
  /** The label of the page that it stands on and the date printed there; null before the first folio. */
  readonly page: string | null;
  readonly date: string | null;
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly deck: string | null;
  readonly column: string | null;
  readonly people: readonly { name: string; role: string | null }[];
  readonly paragraphs: readonly { kind: BlockKind; text: string }[];
}

/** Of these the head already speaks. */
const HEAD: readonly BlockKind[] = ['kicker', 'headline', 'deck', 'column'];

function piece(file: string, sheet: Sheet, index: number): Piece {
  const article = sheet.articles[index];
  const page = sheet.pages.findLast(({ line }) => line <= article.lines.first);
  const { headline, kicker, deck, column, bylines } = article;
  return {
    file,
    line: article.lines.first + 1,
    page: page?.label ?? null,
    date: page?.date ?? null,
    headline,
    kicker,
    deck,
    column,
    people: bylines.flatMap(({ people }) => people.map(({ name, role }) => ({ name, role }))),
    paragraphs: cleanParagraphs(sheet, index)
      .filter(({ kind }) => !HEAD.includes(kind))
      .map(({ kind, text }) => ({ kind, text })),
  };
}

function plain({ column, kicker, headline, deck, paragraphs: body }: Piece): string {
  const head = [column, kicker, headline, deck].filter((line) => line !== null);
  return [...head, ...(head.length > 0 ? [''] : []), ...body.map(({ text }) => `　　${text}`), ''].join('\n');
}

function markdown({ column, kicker, headline, deck, paragraphs: body }: Piece): string {
  const above = [column, kicker].filter((line) => line !== null).map((line) => `*${escaped(line)}*`);
  const head = [
    ...above,
    ...(headline === null ? [] : [`## ${escaped(headline)}`]),
    ...(deck === null ? [] : [`**${escaped(deck)}**`]),
  ];
  return `${[...head, ...body.map(({ kind, text }) => (kind === 'subhead' ? `### ${escaped(text)}` : escaped(text)))].join('\n\n')}\n`;
}

/** Characters that Markdown (CommonMark) reads as its own are escaped, so that the text stays what it was. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

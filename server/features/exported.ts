import { pageAt } from '../parse/places';
import type { BlockKind, Sheet } from '../parse/sheet';
import { cleanParagraphs } from './cleanText';

export const EXPORTS = ['json', 'ndjson', 'markdown', 'text'] as const;
export type ExportFormat = (typeof EXPORTS)[number];

/** An article (index into `Sheet.articles`), and what its file is to be called. */
export interface Exported {
  readonly file: string;
  readonly sheet: Sheet;
  readonly article: number;
}

/** An article in a format, with what divides it from the one before. After the last stands `ending`. */
export function written(exported: Exported, format: ExportFormat, isFirst: boolean): string {
  const article = piece(exported);
  switch (format) {
    case 'json':
      return `${isFirst ? '[' : ','}\n${JSON.stringify(article, null, 2)}`;
    case 'ndjson':
      return `${JSON.stringify(article)}\n`;
    default:
      return `${isFirst ? '' : '\n'}${format === 'markdown' ? markdown(article) : plain(article)}`;
  }
}

export const ending = (format: ExportFormat, isEmpty: boolean): string =>
  format !== 'json' ? '' : isEmpty ? '[]\n' : '\n]\n';

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

function piece({ file, sheet, article: index }: Exported): Piece {
  const article = sheet.articles[index];
  const page = pageAt(sheet, article.lines.first);
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

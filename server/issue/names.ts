import type { DigestArticle } from './digest';

// The names that a file's articles bear, in one string: ten thousand files are searched in the time it takes to look at a
// thousand articles. ASCII has the separators: a record for each article, in it a field for each of the four kinds.

const [RECORD, FIELD, ITEM] = ['\u001e', '\u001f', '\u001d'];

/** An article's names as they are compared: see `fold`. Empty where it has none. */
export interface ArticleNames {
  /** Index into `Digest.pages`, or -1. */
  readonly page: number;
  readonly headline: string;
  readonly column: string;
  readonly people: readonly string[];
  readonly sections: readonly string[];
}

/** Letters of any width and case alike. */
export const fold = (name: string): string => name.normalize('NFKC').toLowerCase();

/** `Digest.names` for these articles, in their order. */
export const namesOf = (articles: readonly DigestArticle[]): string =>
  articles
    .map(({ page, headline, column, people, sections }) =>
      [String(page), clean(headline), clean(column), people.map(clean).join(ITEM), sections.map(clean).join(ITEM)].join(
        FIELD,
      ),
    )
    .join(RECORD);

/** What `namesOf` wrote, taken apart: one record for each article. */
export const records = (names: string): string[] => (names === '' ? [] : names.split(RECORD));

/** The names in one record. */
export function namesIn(record: string): ArticleNames {
  const [page, headline, column, people, sections] = record.split(FIELD);
  return { page: Number(page), headline, column, people: items(people), sections: items(sections) };
}

const items = (field: string): string[] => (field === '' ? [] : field.split(ITEM));

/** Controls, of which damaged texts have some, would be taken for separators. */
const clean = (name: string | null): string => fold(name ?? '').replace(/\p{Cc}/gu, ' ');

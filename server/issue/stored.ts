import type { Digest } from './digest';

/** Raised whenever a digest's shape, or how it is made, changes: what an older version stored is read anew from its file. */
export const DIGEST_VERSION = 1;

/** A digest as JSON, to be kept until the file changes. Read it back with `restored`. */
export const stored = (digest: Digest): string => JSON.stringify({ version: DIGEST_VERSION, digest });

/** What `stored` gave, or null where it is damaged or of another version: then the file must be read again. */
export function restored(json: string): Digest | null {
  try {
    const { version, digest } = JSON.parse(json);
    return version === DIGEST_VERSION && isDigest(digest) ? digest : null;
  } catch {
    return null;
  }
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isInteger(value);
const textOrNull: Check = (value) => value === null || text(value);
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const record =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const position = record({ line: count, character: count });
const range = record({ start: position, end: position });

const shape = record({
  file: text,
  complete: (value) => typeof value === 'boolean',
  pages: list(record({ label: text, name: textOrNull, date: textOrNull, paper: textOrNull, line: count })),
  articles: list(
    record({
      id: text,
      page: count,
      headline: textOrNull,
      column: textOrNull,
      people: list(text),
      sections: list(text),
      characters: count,
      signature: text,
      line: count,
      endLine: count,
      place: range,
    }),
  ),
  continuations: list(
    record({
      direction: (value) => value === 'to' || value === 'from',
      page: text,
      mark: text,
      title: textOrNull,
      article: count,
      on: count,
      context: text,
      place: range,
    }),
  ),
});

const isDigest = (value: unknown): value is Digest => shape(value);

import { type Language, message, say } from '../text/words';
import type { problemOf } from './inspection';
import { sarif } from './sarif';
import * as words from './words';

export type Found = ReturnType<typeof problemOf>;

export const FORMATS = ['text', 'json', 'ndjson', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** What is printed for each file, in order, and at the end; an empty string where that is nothing. */
export interface Report {
  file(path: string, found: readonly Found[]): string;
  end(): string;
}

export function report(format: Format, language: Language, version: string): Report {
  switch (format) {
    case 'text':
      return text(language);
    case 'json':
      return json();
    case 'ndjson':
      return {
        file: (path, found) => found.map((one) => `${JSON.stringify({ file: path, ...one })}\n`).join(''),
        end: () => '',
      };
    case 'sarif':
      return sarif(language, version);
  }
}

/** One problem a line, as editors and `grep` read it; the last line sums up. */
function text(language: Language): Report {
  let files = 0;
  let troubled = 0;
  let all = 0;
  return {
    file(path, found) {
      files++;
      all += found.length;
      if (found.length > 0) troubled++;
      return found
        .map((one) => `${path}:${one.line}:${one.column} ${one.severity} ${one.code} ${one.message}\n`)
        .join('');
    },
    end: () => `${say(language, message(words.SUM, all, troubled, files))}\n`,
  };
}

/** One array of all problems. */
function json(): Report {
  let empty = true;
  return {
    file(path, found) {
      const lines = found.map((one) => JSON.stringify({ file: path, ...one }));
      if (lines.length === 0) return '';
      const start = empty ? '[\n' : ',\n';
      empty = false;
      return start + lines.join(',\n');
    },
    end: () => (empty ? '[]\n' : '\n]\n'),
  };
}

import type { Text } from '../text/text';
import type { Folio } from './forms/folio';
import type { Line } from './line';
import type { Page } from './sheet';
import { State } from './state';
import type { View } from './view';

/** The pages that a text's folios announce; each reaches to the line before the next folio. */
export function pagesOf(text: Text, view: View, states: Uint8Array): Page[] {
  const headers = headersIn(view.lines, states);
  return headers.map((lines, k) => {
    const [top] = lines;
    const bottom = lines[lines.length - 1];
    const last = k + 1 < headers.length ? headers[k + 1][0].at - 1 : text.lineCount - 1;
    const first = <T>(of: (folio: Folio) => T | null): T | null =>
      lines.reduce<T | null>((found, { folio }) => found ?? (folio && of(folio)), null);
    return {
      line: (lines.find(({ folio }) => folio?.label) ?? top).at,
      span: { from: text.lineStart(top.at) + top.first, to: text.lineStart(bottom.at) + bottom.last },
      label: first(({ label }) => label || null) ?? '',
      name: first(({ name }) => name),
      date: first(({ date }) => date),
      weekday: first(({ weekday }) => weekday),
      paper: first(({ paper }) => paper),
      lines: { first: top.at, last },
    };
  });
}

/** The lines of each page header: several where the page, the paper and the day have a line each. */
function headersIn(lines: readonly Line[], states: Uint8Array): Line[][] {
  const headers: Line[][] = [];
  for (let i = 0; i < states.length; i++) {
    if (states[i] !== State.Folio || !lines[i].folio) continue;
    const above = i > 0 && states[i - 1] === State.Folio ? headers.at(-1) : undefined;
    const numbered = above?.some(({ folio }) => folio?.label) && lines[i].folio?.label;
    if (above && !numbered) above.push(lines[i]);
    else headers.push([lines[i]]);
  }
  return headers;
}

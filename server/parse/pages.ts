import type { Text } from '../text/text';
import type { Line } from './line';
import type { Page } from './sheet';
import { State } from './state';
import type { View } from './view';

/** The pages that a text's folios announce; each reaches to the line before the next folio. */
export function pagesOf(text: Text, view: View, states: Uint8Array): Page[] {
  const folios: Line[] = [];
  for (let i = 0; i < states.length; i++) if (states[i] === State.Folio) folios.push(view.lines[i]);
  return folios.flatMap((line, k) => {
    if (!line.folio) return [];
    const { label, name, date, weekday, paper } = line.folio;
    const start = text.lineStart(line.at);
    const last = k + 1 < folios.length ? folios[k + 1].at - 1 : text.lineCount - 1;
    return [
      {
        line: line.at,
        span: { from: start + line.first, to: start + line.last },
        label,
        name,
        date,
        weekday,
        paper,
        lines: { first: line.at, last },
      },
    ];
  });
}

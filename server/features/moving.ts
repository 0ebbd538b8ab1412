import type { Sheet } from '../parse/sheet';

/** What a reader steps through: where articles begin, or their headlines (of those that have one). */
export type Stop = 'article' | 'headline';
export type Direction = 'next' | 'previous';

/** The offset of the nearest stop after `at`, or before it; null where there is none. */
export function nearestStop(sheet: Sheet, at: number, stop: Stop, direction: Direction): number | null {
  const stops = stop === 'article' ? starts(sheet) : headlines(sheet);
  const found = direction === 'next' ? stops.find((place) => place > at) : stops.findLast((place) => place < at);
  return found ?? null;
}

const starts = ({ text, articles }: Sheet): number[] => articles.map(({ lines }) => text.lineStart(lines.first));

const headlines = ({ articles }: Sheet): number[] =>
  articles.flatMap(({ head }) => head.find(({ role }) => role === 'headline')?.span.from ?? []);

import { cutProbability } from './opening';

/** A clause, a stop or a number that the line end between `before` and `after` cuts (GB/T 15834 for the marks). */
export function straddles(before: string, after: string): boolean {
  const marks = /[，、；,;（(《“‘「『【〔]$/.test(before) || /^[，。、；：！？）》”’」』】〕…—%％,.;:!?)]/.test(after);
  return marks || (/[0-9０-９.]$/.test(before) && /^[0-9０-９.]/.test(after));
}

/** Whether a word reaches over the line end, by the host's dictionary: a witness for the few that nothing else settles. */
export function cutsWord(before: string, after: string): boolean {
  const head = before.slice(-REACH);
  for (const { index } of segmenter.segment(head + after.slice(0, REACH))) if (index === head.length) return false;
  return true;
}

/** Characters on either side that tell whether a word straddles. */
const REACH = 8;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words after which no sentence and no heading ends, or an opening that no paragraph has. */
export const wantsMore = (before: string, after: string): boolean =>
  /[和与及或的了在到对向从把被将为以于由是等就也都而但]$/.test(before) ||
  /^[（(]/.test(after) ||
  cutProbability(after, '') > 0.5;

import { resolve } from '../issue/continuations';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import type { Sheet } from '../parse/sheet';
import { overlaps, type Span } from '../text/span';
import type { Language } from '../text/words';
import { type Location, locationOf, titleOf } from './location';

/** A few words shown after a reference, that are not in the text. */
export interface Hint {
  readonly at: number;
  readonly label: string;
  readonly target: Location;
}

const LONGEST = 24;

/** After every reference inside `within` that is linked: the headline it leads to. */
export function inlayHints(issue: Issue, file: string, sheet: Sheet, within: Span, language: Language): Hint[] {
  const known = issue.with(digest(file, sheet));
  return sheet.continuations.flatMap(({ span, direction }, index) => {
    if (!overlaps(span, within)) return [];
    const { target } = resolve(known, file, index);
    const location = target && locationOf(known, target);
    if (!target || !location) return [];
    const arrow = direction === 'to' ? '→' : '←';
    return [{ at: span.to, label: `${arrow} ${short(titleOf(known, target, language))}`, target: location }];
  });
}

const short = (title: string): string => (title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title);

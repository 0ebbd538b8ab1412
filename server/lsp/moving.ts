import { movedArticle } from '../features/moveArticle';
import { nearestStop } from '../features/moving';
import { unitAt } from '../features/selection';
import { offsetOf, positionOf, rangeOf } from '../text/range';
import { textEditsOf } from './convert';
import type { OpenDocument } from './document';
import type * as requests from './requests';
import type { Session } from './session';
import { sheetOf } from './sheets';

export function nextStop(
  _: Session,
  { text }: OpenDocument,
  { position, stop, direction }: requests.NextStopParams,
): requests.NextStopResult {
  const found = nearestStop(sheetOf(text), offsetOf(text, position), stop, direction);
  return found === null ? null : positionOf(text, found);
}

export const unitsAt = (
  _: Session,
  { text }: OpenDocument,
  { positions, unit }: requests.UnitsAtParams,
): requests.UnitsAtResult =>
  positions.map((position) => {
    const span = unitAt(sheetOf(text), offsetOf(text, position), unit);
    return span && rangeOf(text, span);
  });

export function moveArticle(
  _: Session,
  { text }: OpenDocument,
  { position, direction }: requests.MoveArticleParams,
): requests.MoveArticleResult {
  const moved = movedArticle(sheetOf(text), offsetOf(text, position), direction);
  return moved && { edits: textEditsOf(text, moved.edits), lines: moved.lines };
}

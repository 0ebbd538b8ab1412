import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definition } from '../features/definition';
import { highlights } from '../features/highlights';
import type * as features from '../features/location';
import { references } from '../features/references';
import { offsetOf, rangeOf } from '../text/range';
import type { OpenDocument } from './document';
import { knowing, type Session } from './session';

export async function definitions(
  session: Session,
  document: OpenDocument,
  { position }: DefinitionParams,
): Promise<LocationLink[] | Location[]> {
  const { file, sheet, issue } = await knowing(session, document);
  const found = definition(issue, file, sheet, offsetOf(document.text, position));
  return session.client.locationLinks
    ? found.map(({ origin, target }) => ({
        originSelectionRange: rangeOf(document.text, origin),
        targetUri: session.workspace.uriOf(target.file),
        targetRange: target.range,
        targetSelectionRange: target.selection,
      }))
    : found.map(({ target }) => locationOf(session, target));
}

export async function referencesTo(
  session: Session,
  document: OpenDocument,
  { position }: ReferenceParams,
): Promise<Location[]> {
  const { file, sheet, issue } = await knowing(session, document);
  return references(issue, file, sheet, offsetOf(document.text, position)).map((found) => locationOf(session, found));
}

export async function documentHighlights(
  session: Session,
  document: OpenDocument,
  { position }: DocumentHighlightParams,
): Promise<DocumentHighlight[]> {
  const { file, sheet, issue } = await knowing(session, document);
  const spans = highlights(issue, file, sheet, offsetOf(document.text, position));
  return spans.map((span) => ({ range: rangeOf(document.text, span), kind: DocumentHighlightKind.Text }));
}

/** A place as plain clients want it: where the cursor is to go. */
export const locationOf = ({ workspace }: Session, { file, selection }: features.Location): Location => ({
  uri: workspace.uriOf(file),
  range: selection,
});

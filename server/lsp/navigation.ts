import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { definition } from '../features/definition';
import { offsetOf, rangeOf } from '../text/range';
import type { OpenDocument } from './document';
import { contextOf, type Session } from './session';

/** The folder is read first: the other end of a continuation stands in a file that nobody may have opened. */
export async function definitions(
  session: Session,
  document: OpenDocument,
  { position }: DefinitionParams,
): Promise<LocationLink[] | Location[]> {
  await session.workspace.ready(document.uri);
  const { file, sheet, issue } = contextOf(session, document);
  const found = definition(issue, file, sheet, offsetOf(document.text, position));
  return session.client.locationLinks
    ? found.map(({ origin, target }) => ({
        originSelectionRange: rangeOf(document.text, origin),
        targetUri: session.workspace.uriOf(target.file),
        targetRange: target.range,
        targetSelectionRange: target.selection,
      }))
    : found.map(({ target }) => ({ uri: session.workspace.uriOf(target.file), range: target.selection }));
}

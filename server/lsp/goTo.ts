import { type CodeAction, CodeActionKind, type ExecuteCommandParams, type Range } from 'vscode-languageserver';
import { leads } from '../features/leads';
import { say } from '../text/words';
import { spanIn } from './convert';
import { diagnostic } from './diagnostics';
import type { OpenDocument } from './document';
import { locationOf } from './navigation';
import { contextOf, type Session } from './session';
import { nameOf } from './uris';

export const GO_TO = 'galley.goTo';

/** Actions that change nothing, and lead to where what is missing may stand; none where the client shows no document when asked. */
export async function goToActions(session: Session, document: OpenDocument, range: Range): Promise<CodeAction[]> {
  if (!session.client.showsDocuments) return [];
  const settings = session.notes.settings(document.uri, await session.settings.of(document.uri));
  const offered = leads(contextOf(session, document), settings, spanIn(document.text, range), (file) =>
    nameOf(session.workspace.uriOf(file)),
  );
  return Promise.all(
    offered.map(async (lead) => {
      const title = say(session.client.language, lead.title);
      return {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [await diagnostic(session, document, lead.problem)],
        command: { title, command: GO_TO, arguments: [locationOf(session, lead.to)] },
      };
    }),
  );
}

/** Carries out `galley.goTo`. */
export async function goTo({ connection }: Session, { arguments: [place] = [] }: ExecuteCommandParams): Promise<void> {
  const { uri, range } = place as ReturnType<typeof locationOf>;
  await connection.window.showDocument({ uri, selection: range, takeFocus: true });
}

import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover } from '../features/hover';
import { offsetOf, rangeOf } from '../text/range';
import { problemsOf } from './diagnostics';
import type { OpenDocument } from './document';
import { knowing, type Session } from './session';

export async function hoverAt(
  session: Session,
  document: OpenDocument,
  { position }: HoverParams,
): Promise<Hover | null> {
  const known = await knowing(session, document);
  const problems = await problemsOf(session, document);
  const found = hover({ ...known, problems }, offsetOf(document.text, position), session.client.language);
  return (
    found && {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: rangeOf(document.text, found.span),
    }
  );
}

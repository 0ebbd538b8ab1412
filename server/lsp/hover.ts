import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover } from '../features/hover';
import { offsetOf, rangeOf } from '../text/range';
import { problemsOf } from './diagnostics';
import type { OpenDocument } from './document';
import { rateOf } from './overview';
import { knowing, type Session } from './session';

export async function hoverAt(
  session: Session,
  document: OpenDocument,
  { position }: HoverParams,
): Promise<Hover | null> {
  const known = await knowing(session, document);
  const problems = await problemsOf(session, document);
  const at = offsetOf(document.text, position);
  const page = known.sheet.pages.findIndex(({ span }) => at >= span.from && at <= span.to);
  const edition = page < 0 ? undefined : known.issue.edition(known.file, page);
  const issueRate = edition && edition.leaves.length > 1 ? await rateOf(session, edition) : undefined;
  const found = hover({ ...known, problems, issueRate }, at, session.client.language);
  return (
    found && {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: rangeOf(document.text, found.span),
    }
  );
}

import {
  type DocumentLink,
  type DocumentLinkParams,
  type InlayHint,
  type InlayHintParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { inlayHints } from '../features/inlayHints';
import { links, linkTarget } from '../features/links';
import { positionOf, rangeOf } from '../text/range';
import { spanIn } from './convert';
import type { OpenDocument } from './document';
import { locationOf } from './navigation';
import { knowing, type Session } from './session';

/** What a link carries to be resolved by; worthless once the document has another version. */
interface LinkData {
  readonly uri: string;
  readonly version: number;
  readonly index: number;
}

export async function documentLinks(
  session: Session,
  document: OpenDocument,
  _params: DocumentLinkParams,
): Promise<DocumentLink[]> {
  const { file, sheet, issue } = await knowing(session, document);
  return links(issue, file, sheet).map(({ span, index }) => {
    const data: LinkData = { uri: document.uri, version: document.version, index };
    return { range: rangeOf(document.text, span), data };
  });
}

export async function resolvedLink(session: Session, link: DocumentLink): Promise<DocumentLink> {
  const { uri, version, index } = link.data as LinkData;
  const document = session.documents.get(uri);
  if (document?.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, uri);
  const { file, issue } = await knowing(session, document);
  const found = linkTarget(issue, file, index, session.client.language);
  if (!found) return link;
  const { line, character } = found.target.selection.start;
  const target = `${session.workspace.uriOf(found.target.file)}#L${line + 1},${character + 1}`;
  return { ...link, target, tooltip: found.tooltip };
}

export async function hintsIn(
  session: Session,
  document: OpenDocument,
  { range }: InlayHintParams,
): Promise<InlayHint[]> {
  const { file, sheet, issue } = await knowing(session, document);
  const found = inlayHints(issue, file, sheet, spanIn(document.text, range), session.client.language);
  return found.map(({ at, label, target }) => ({
    position: positionOf(document.text, at),
    label: [{ value: label, location: locationOf(session, target) }],
    paddingLeft: true,
  }));
}

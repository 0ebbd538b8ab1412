import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from 'vscode-languageserver';
import { continuedFrom, continuesIn, type StoryItem, storyItem } from '../features/callHierarchy';
import { offsetOf } from '../text/range';
import type { OpenDocument } from './document';
import { knowing, type Session } from './session';

// A story over several pages as a call hierarchy: what an article continues in, it "calls".

export async function prepareStory(
  session: Session,
  document: OpenDocument,
  { position }: CallHierarchyPrepareParams,
): Promise<CallHierarchyItem[] | null> {
  const { file, sheet, issue } = await knowing(session, document);
  const item = storyItem(issue, file, sheet, offsetOf(document.text, position), session.client.language);
  return item && [shown(session, item)];
}

export const storyBefore = (session: Session, params: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] =>
  continuedFrom(session.workspace.issue, params.item.data, session.client.language).map(({ item, ranges }) => ({
    from: shown(session, item),
    fromRanges: [...ranges],
  }));

export const storyAfter = (session: Session, params: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] =>
  continuesIn(session.workspace.issue, params.item.data, session.client.language).map(({ item, ranges }) => ({
    to: shown(session, item),
    fromRanges: [...ranges],
  }));

/** `data` names the article by its id, which outlives edits elsewhere in the file. */
const shown = ({ workspace }: Session, { file, id, name, page, range, selection }: StoryItem): CallHierarchyItem => ({
  name,
  detail: page,
  kind: SymbolKind.Class,
  uri: workspace.uriOf(file),
  range,
  selectionRange: selection,
  data: { file, id },
});

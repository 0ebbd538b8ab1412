import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import { certainFixes, quickFixes } from '../features/fixes';
import type { Edit } from '../text/edit';
import { message, say, type Words } from '../text/words';
import { spanIn, textEditsOf } from './convert';
import { diagnostic } from './diagnostics';
import type { OpenDocument } from './document';
import { kindActions } from './fixKind';
import { goToActions } from './goTo';
import { logging } from './logging';
import { dismissalActions, sayingActions } from './noting';
import { contextOf, type Session } from './session';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.galley`;
const FIX_ALL_TITLE: Words = {
  en: 'Fix everything that is certain in this file',
  zh: '修复本文件中所有确定无疑的问题',
};
const FIX_MOST_TITLE: Words = {
  en: 'Fix what is certain in this file, but for {0} that touch what others change: repeat it for these',
  zh: '修复本文件中确定无疑的问题；另有 {0} 处与其他修复相邻，须再做一次',
};

/** Worked out from the text as it stands: what diagnostics a client sends back is not looked at, it may be of an older one. */
export async function codeActions(
  session: Session,
  document: OpenDocument,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const { range, context } = params;
  const { only } = context;
  if (!session.client.codeActionLiterals) return [];
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    actions.push(...(await quick(session, document, range)));
    actions.push(...(await goToActions(session, document, range)));
    actions.push(...(await kindActions(session, document, range)));
    actions.push(...(await dismissalActions(session, document, params)));
  }
  if (wants(only, CodeActionKind.RefactorRewrite)) actions.push(...sayingActions(session, document, params));
  if (only && wants(only, FIX_ALL)) actions.push(...(await everything(session, document)));
  return actions;
}

async function quick(
  session: Session,
  document: OpenDocument,
  range: CodeActionParams['range'],
): Promise<CodeAction[]> {
  const settings = session.notes.settings(document.uri, await session.settings.of(document.uri));
  const offered = quickFixes(contextOf(session, document), settings, spanIn(document.text, range));
  const actions = offered.map(async ({ title, edits, problems, preferred, done }) => ({
    title: say(session.client.language, title),
    kind: CodeActionKind.QuickFix,
    isPreferred: preferred,
    diagnostics: await Promise.all(problems.map((problem) => diagnostic(session, document, problem))),
    edit: workspaceEdit(session, document, edits),
    command: await logging(session, document.uri, document.text, done),
  }));
  return Promise.all(actions);
}

async function everything(session: Session, document: OpenDocument): Promise<CodeAction[]> {
  const settings = session.notes.settings(document.uri, await session.settings.of(document.uri));
  const { done, leftOut } = certainFixes(contextOf(session, document), settings);
  const edits = done.flatMap((one) => one.edits);
  const command = await logging(session, document.uri, document.text, done);
  const title = say(session.client.language, message(leftOut > 0 ? FIX_MOST_TITLE : FIX_ALL_TITLE, leftOut));
  return edits.length === 0 ? [] : [{ title, kind: FIX_ALL, edit: workspaceEdit(session, document, edits), command }];
}

/** Kinds are a hierarchy: who asks for `source` gets `source.fixAll.galley`. */
const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '');

function workspaceEdit(
  { client }: Session,
  { uri, version, text }: OpenDocument,
  edits: readonly Edit[],
): WorkspaceEdit {
  const textEdits = textEditsOf(text, edits);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

import {
  type CancellationToken,
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type ExecuteCommandParams,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { fixesOfKind } from '../features/fixes';
import { articleAt } from '../features/location';
import { type Done, logged } from '../features/provenance';
import type { Sheet } from '../parse/sheet';
import { ruleOf } from '../rules/rules';
import type { Span } from '../text/span';
import { message, say, type Words } from '../text/words';
import { breath } from './breath';
import { spanIn, textEditsOf } from './convert';
import { problemsOf } from './diagnostics';
import type { OpenDocument } from './document';
import { writeDown } from './logging';
import { withProgress } from './progress';
import * as requests from './requests';
import { contextOf, type Session } from './session';
import { fileOf } from './uris';

// "Fix all of this kind": in an article, a file, or the workspace, looked through by a person before it is done.

export const FIX_KIND = 'galley.fixKind';

type Scope = 'article' | 'file' | 'workspace';

interface Wanted {
  readonly uri: string;
  readonly code: string;
  readonly scope: Scope;
  /** An offset in the article. */
  readonly at: number;
}

/** Offered where there is a problem whose kind can be mended, in each place that holds more of it than the one before. */
export async function kindActions(session: Session, document: OpenDocument, range: Range): Promise<CodeAction[]> {
  if (!session.client.versionedEdits) return [];
  const within = spanIn(document.text, range);
  const all = await problemsOf(session, document);
  const here = all.filter(({ span }) => span.from <= within.to && within.from <= span.to);
  const settings = session.notes.settings(document.uri, await session.settings.of(document.uri));
  const context = contextOf(session, document);
  return [...new Map(here.map((problem) => [problem.code, problem])).values()].flatMap(({ code, span }) => {
    const inFile = fixesOfKind(context, settings, code).done.length;
    const article = articleSpan(context.sheet, span.from);
    const inArticle = article ? fixesOfKind(context, settings, code, article).done.length : 0;
    const scopes: Scope[] = [];
    if (inArticle > 1 && inArticle < inFile) scopes.push('article');
    if (inFile > 1) scopes.push('file');
    if (inFile > 0) scopes.push('workspace');
    return scopes.map((scope) => {
      const title = titleOf(session, scope, code);
      const wanted: Wanted = { uri: document.uri, code, scope, at: span.from };
      return { title, kind: CodeActionKind.QuickFix, command: { title, command: FIX_KIND, arguments: [wanted] } };
    });
  });
}

/** Carries out `galley.fixKind`: hands the editor all edits as ones that a person has to confirm, and logs what was applied. */
export async function fixKind(
  session: Session,
  { arguments: [argument] = [] }: ExecuteCommandParams,
  token: CancellationToken,
): Promise<void> {
  const wanted = argument as Wanted;
  const { language } = session.client;
  const label = titleOf(session, wanted.scope, wanted.code);
  const { mendings, elsewhere, readOnly, touching } = await withProgress(
    session,
    message({ en: label, zh: label }),
    (task) => gathered(session, wanted, () => task.cancelled),
    token,
  );
  if (token.isCancellationRequested) return;
  const warn = (words: Words, count: number) =>
    count > 0 && session.connection.window.showWarningMessage(say(language, message(words, count)));
  warn(OTHER_ENCODING, elsewhere);
  warn(READ_ONLY, readOnly);
  warn(TOUCHING, touching);
  if (mendings.length === 0) {
    if (elsewhere + readOnly === 0) session.connection.window.showInformationMessage(say(language, message(NOTHING)));
    return;
  }
  if (session.client.changeAnnotations && !told.has(session)) {
    told.add(session);
    session.connection.window.showInformationMessage(say(language, message(TICK)));
  }
  const annotation: ChangeAnnotation = { label, needsConfirmation: true };
  const annotated = session.client.changeAnnotations;
  const documentChanges = mendings.map(({ uri, version, sheet, done }): TextDocumentEdit => {
    const edits = textEditsOf(
      sheet.text,
      done.flatMap((one) => one.edits),
    );
    return {
      textDocument: { uri, version },
      edits: annotated ? edits.map((edit) => ({ ...edit, annotationId: 'kind' })) : edits,
    };
  });
  const { applied } = await session.connection.workspace.applyEdit({
    label,
    edit: { documentChanges, ...(annotated && { changeAnnotations: { kind: annotation } }) },
  });
  if (!applied) return;
  for (const { uri, sheet, done } of mendings)
    if ((await session.settings.of(uri)).log)
      await writeDown(session, { uri, records: logged(sheet.text, done, '', '') });
}

interface Mending {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly sheet: Sheet;
  readonly done: readonly Done[];
  /** How many fixes touch what others change. */
  readonly leftOut: number;
}

async function gathered(session: Session, { uri, code, scope, at }: Wanted, cancelled: () => boolean) {
  const { workspace } = session;
  const mendings: Mending[] = [];
  let elsewhere = 0;
  const files = scope === 'workspace' ? [...workspace.issue.digests()].map(({ file }) => file).sort() : [fileOf(uri)];
  for (const file of files) {
    if (cancelled()) break;
    const name = workspace.uriOf(file);
    await session.notes.ready(name);
    const sheet = await workspace.sheet(file);
    const version = session.documents.get(name)?.version ?? null;
    if (sheet) {
      const settings = session.notes.settings(name, await session.settings.of(name));
      const within = scope === 'article' ? (articleSpan(sheet, at) ?? undefined) : undefined;
      const { done, leftOut } = fixesOfKind({ file, sheet, issue: workspace.issue }, settings, code, within);
      if (done.length > 0 && version === null && !(await workspace.readsAlike(file))) elsewhere++;
      else if (done.length > 0) mendings.push({ uri: name, version, sheet, done, leftOut });
    }
    if (version === null) {
      session.settings.closed(name);
      session.notes.closed(name);
    }
    await breath();
  }
  const shut = await readOnlyOf(session, mendings);
  const open = mendings.filter((mending) => !shut.has(mending.uri));
  const touching = open.reduce((sum, { leftOut }) => sum + leftOut, 0);
  return { mendings: open, elsewhere, readOnly: shut.size, touching };
}

/** An edit of the workspace would be written into such files all the same, and only the editor knows them. */
async function readOnlyOf({ client, connection }: Session, mendings: readonly Mending[]): Promise<Set<string>> {
  if (!client.readsFiles || mendings.length === 0) return new Set();
  const params: requests.ReadOnlyFilesParams = { uris: mendings.map(({ uri }) => uri) };
  return new Set(await connection.sendRequest<readonly string[]>(requests.readOnlyFiles, params));
}

function articleSpan(sheet: Sheet, at: number): Span | null {
  const index = articleAt(sheet, at);
  return index < 0 ? null : sheet.articles[index].span;
}

function titleOf({ client: { language } }: Session, scope: Scope, code: string): string {
  const rule = ruleOf(code)?.title ?? { en: code, zh: code };
  return say(language, message(TITLES[scope], rule[language]));
}

const TITLES: Readonly<Record<Scope, Words>> = {
  article: { en: 'Look through and fix all in this article: {0}…', zh: '逐一查看并修复本稿件中的全部此类问题：{0}…' },
  file: { en: 'Look through and fix all in this file: {0}…', zh: '逐一查看并修复本文件中的全部此类问题：{0}…' },
  workspace: {
    en: 'Look through and fix all in the workspace: {0}…',
    zh: '逐一查看并修复整个工作区中的全部此类问题：{0}…',
  },
};
/** An editor's preview has nothing ticked at first, and does not say so. */
const TICK: Words = {
  en: 'Tick the files or changes that are to be made, then choose Apply.',
  zh: '请勾选要修改的文件或改动，再点“应用”。',
};
const told = new WeakSet<Session>();
const NOTHING: Words = { en: 'There is nothing of this kind that can be fixed.', zh: '没有可修复的此类问题。' };
const TOUCHING: Words = {
  en: 'Fixes left out, as they touch what others change: {0}. Repeat the command for these.',
  zh: '有 {0} 处修复与其他修复相邻，此次未列入；请再执行一次。',
};
const READ_ONLY: Words = {
  en: 'Files left out, as they are read-only: {0}.',
  zh: '有 {0} 个文件为只读，未作处理。',
};
const OTHER_ENCODING: Words = {
  en: '{0} files are left out: the editor would open them in another encoding. Fix them one by one, or with galley fix.',
  zh: '有 {0} 个文件未处理：编辑器会以另一种编码打开它们。请逐个打开修复，或使用 galley fix。',
};

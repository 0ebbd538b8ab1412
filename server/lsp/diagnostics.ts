import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Problem, Settings } from '../rules/rule';
import { problemsByRule } from '../rules/rules';
import { rangeOf } from '../text/range';
import { message, say, type Words } from '../text/words';
import { unhurried } from './breath';
import { severityOf } from './convert';
import type { OpenDocument } from './document';
import { isMisread, misreadDiagnostic } from './misreading';
import { contextOf, type Session } from './session';
import { isTooLong, sheetOf } from './sheets';

/** Answers `unchanged` where text, settings and everything known of other files are what the client's result rests on. */
export async function pulledDiagnostics(
  session: Session,
  document: OpenDocument,
  { previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const resultId = [numberOf(document), revisionOf(session), session.settings.generation].join('.');
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnostics(session, document) };
}

export async function diagnostics(session: Session, document: OpenDocument): Promise<Diagnostic[]> {
  if (isMisread(document)) return [misreadDiagnostic(session)];
  const all = await problemsOf(session, document);
  const items = await Promise.all(all.map((problem) => diagnostic(session, document, problem)));
  return isTooLong(document.text) ? [...items, tooLong(session, document)] : items;
}

/** The problems of a document under its own settings; worked out once while nothing that they rest on changes. */
export async function problemsOf(session: Session, document: OpenDocument): Promise<readonly Problem[]> {
  if (isMisread(document)) return [];
  await session.notes.ready(document.uri);
  const settings = session.notes.settings(document.uri, await session.settings.of(document.uri));
  const context = contextOf(session, document);
  const known = found.get(document);
  const revision = revisionOf(session);
  if (known?.settings === settings && known.revision === revision) return known.problems;
  const fresh = { settings, revision, problems: unhurried(problemsByRule(context, settings)) };
  found.set(document, fresh);
  return fresh.problems;
}

interface Found {
  readonly settings: Settings;
  readonly revision: number;
  readonly problems: Promise<readonly Problem[]>;
}
const found = new WeakMap<OpenDocument, Found>();

export async function diagnostic(session: Session, { uri, text }: OpenDocument, problem: Problem): Promise<Diagnostic> {
  const { language, relatedInformation } = session.client;
  const href = rulePage(session, problem.code);
  const related = relatedInformation ? (problem.related ?? []) : [];
  const located = related.map(({ file, place, message }) => ({
    location: { uri: file === undefined ? uri : session.workspace.uriOf(file), range: place },
    message: say(language, message),
  }));
  return {
    range: rangeOf(text, problem.span),
    severity: severityOf[problem.severity],
    code: problem.code,
    ...(href && { codeDescription: { href } }),
    source: 'galley',
    message: say(language, problem.message),
    ...(located.length > 0 && { relatedInformation: located }),
  };
}

/** The address of a rule's page in the client's language; undefined where the client has none. */
export const rulePage = ({ client: { language, rulePages } }: Session, code: string): string | undefined =>
  rulePages === null ? undefined : `${rulePages}${code}${language === 'zh' ? '.zh-cn' : ''}.md`;

/** Says where a text that is too long is not read on. */
function tooLong({ client }: Session, { text }: OpenDocument): Diagnostic {
  const { length } = sheetOf(text).text;
  return {
    range: rangeOf(text, { from: length, to: text.lineEnd(text.lineAt(length)) }),
    severity: DiagnosticSeverity.Information,
    source: 'galley',
    code: 'too-long',
    message: say(client.language, message(TOO_LONG, text.length, length)),
  };
}

const TOO_LONG: Words = {
  en: 'This text has {0} characters. Galley reads the first {1}: from here on it shows nothing and finds nothing.',
  zh: '此文本共 {0} 个字符，Galley 只读前 {1} 个：从此处起不作显示，也不查找问题。',
};

/** Asking for the issue first: edits that were not looked at yet may raise the count. */
function revisionOf({ workspace }: Session): number {
  void workspace.issue;
  return workspace.revision;
}

/** A number for each document ever seen, so that a result can say what it rests on. */
const numbers = new WeakMap<OpenDocument, number>();
let last = 0;
function numberOf(value: OpenDocument): number {
  if (!numbers.has(value)) numbers.set(value, ++last);
  return numbers.get(value) as number;
}

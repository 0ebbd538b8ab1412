import type { CodeAction } from 'vscode-languageserver';
import { quickFixes } from '../features/fixes';
import type { Problem } from '../rules/rule';
import { rangeOf } from '../text/range';
import { say } from '../text/words';
import { spanIn, textEditsOf } from './convert';
import { problemsOf, rulePage } from './diagnostics';
import type { OpenDocument } from './document';
import { logging } from './logging';
import { dismissals, titleOf } from './noting';
import type * as requests from './requests';
import { contextOf, type Session } from './session';

// The problems of a document one by one, for the correction desk: asked for and not waited for as diagnostics are, so that
// the answer is of the text as it stands.

export async function openProblems(session: Session, document: OpenDocument): Promise<requests.ProblemsOfResult> {
  const all = await problemsOf(session, document);
  return all.map(({ code, severity, span, message }) => ({
    code,
    rule: titleOf(code, session.client.language),
    page: rulePage(session, code),
    severity,
    message: say(session.client.language, message),
    range: rangeOf(document.text, span),
  }));
}

export async function choicesOf(
  session: Session,
  document: OpenDocument,
  { range, code }: requests.ChoicesOfParams,
): Promise<requests.ChoicesOfResult> {
  const { text, uri } = document;
  const settings = session.notes.settings(uri, await session.settings.of(uri));
  const wanted = spanIn(text, range);
  const isIt = (problem: Problem) =>
    problem.code === code && problem.span.from === wanted.from && problem.span.to === wanted.to;
  const offered = quickFixes(contextOf(session, document), settings, wanted).filter(({ problems }) =>
    problems.some(isIt),
  );
  const fixes = offered.map(async ({ title, edits, done }) => ({
    title: say(session.client.language, title),
    edits: textEditsOf(text, edits),
    log: argumentOf(await logging(session, uri, text, done)),
  }));
  const problem = (await problemsOf(session, document)).find(isIt);
  return { fixes: await Promise.all(fixes), dismissals: problem ? dismissals(session, document, problem) : [] };
}

/** What the command of an action takes. */
export const argumentOf = (command: CodeAction['command']): object | undefined => command?.arguments?.[0];

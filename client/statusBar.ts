import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import * as counts from './counts';
import { isOf, LANGUAGE, newspaperInSight } from './editors';
import { holds, pageName } from './issueNode';
import type { Overviews } from './overviews';
import type { Server } from './server';

/** How often the state of the index is asked for while it reads. */
const POLL_MS = 1000;

/** Where in which issue the cursor is, and how the page fares: in the status bar and beside the language's name. */
export function positionStatus(server: Server, overviews: Overviews): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('galley.position', vscode.StatusBarAlignment.Left, -10);
  bar.name = 'Galley';
  bar.command = 'galley.glance';
  const beside = vscode.languages.createLanguageStatusItem('galley.position', { language: LANGUAGE });
  const subject = vscode.l10n.t('Issue and page');
  beside.name = subject;
  beside.command = { command: 'galley.issue.focus', title: vscode.l10n.t('Show the issue') };
  // Until the page was read; without a text it would be an empty line with a link.
  beside.text = subject;
  beside.busy = true;
  let edition: requests.EditionResult | undefined;
  let asked = 0;

  const read = async () => {
    const uri = newspaperInSight()?.document.uri.toString();
    const turn = ++asked;
    const found = uri ? await overviews.edition({ uri }) : undefined;
    if (turn !== asked) return;
    edition = found;
    beside.busy = false;
    show();
  };
  const show = () => {
    const editor = newspaperInSight();
    const page = editor && edition && pageAt(edition, editor);
    const article = editor && page?.articles.find((one) => holds(one, editor.selection.active.line));
    if (!edition || !page) {
      bar.hide();
      beside.text = beside.busy ? subject : vscode.l10n.t('No page');
      beside.detail = undefined;
      return;
    }
    const name = pageName(page, vscode.l10n);
    const rates = [
      vscode.l10n.t('error rate {0} per 10,000 characters', page.errorRate.toFixed(1)),
      ...(article ? [vscode.l10n.t('this article: {0}', article.errorRate.toFixed(1))] : []),
      ...(edition.leaves.length > 1 ? [vscode.l10n.t('whole issue: {0}', edition.errorRate.toFixed(1))] : []),
    ].join(', ');
    const articles = counts.articles(page.articles.length, vscode.l10n);
    const problems = counts.problems(page.problems, vscode.l10n);
    const issue = [edition.paper, edition.date].filter(Boolean).join(' ');
    const rate = page.errorRate > 0 ? ` · ${vscode.l10n.t('{0}/10k', page.errorRate.toFixed(1))}` : '';
    const sign = page.problems > 0 ? `$(warning) ${page.problems}${rate}` : '$(check)';
    bar.text = [`$(notebook) ${[edition.date, name].filter(Boolean).join(' · ')}`, articles, sign].join('  ');
    bar.tooltip = [issue, name, articles, problems, rates].filter(Boolean).join('\n');
    bar.accessibilityInformation = { label: [issue, name, articles, problems, rates].filter(Boolean).join(', ') };
    bar.show();
    // One line beside a link: the rest stands in the status bar.
    beside.text = name;
    beside.detail = [articles, problems].join(' · ');
  };
  return vscode.Disposable.from(
    bar,
    beside,
    indexStatus(server),
    overviews.onDidChange(read),
    vscode.window.onDidChangeActiveTextEditor(read),
    vscode.window.onDidChangeTextEditorSelection(show),
  );
}

function pageAt(edition: requests.EditionResult, { document, selection }: vscode.TextEditor) {
  const pages = edition.leaves.filter(({ uri }) => isOf(document.uri, uri));
  return pages.find((page) => holds(page, selection.active.line)) ?? pages[0];
}

/** Busy while files of the workspace are still being read. */
function indexStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('galley.index', { language: LANGUAGE });
  item.text = item.name = vscode.l10n.t('Index of the workspace');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    clearTimeout(timer);
    if (!server.isStarted) return;
    // A server that keeps no index has nothing to say of one.
    const state = await server.ask<object, requests.IndexState>(requests.indexState, {}).catch(() => undefined);
    if (!state) return;
    item.busy = !state.settled;
    item.severity = state.stopped ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.command = state.stopped ? { command: 'galley.readOn', title: vscode.l10n.t('Read on') } : undefined;
    item.text = counts.newspaperFiles(state.files, vscode.l10n);
    item.detail = state.leftOut.length > 0 ? vscode.l10n.t('{0} left out', state.leftOut.length) : undefined;
    if (state.stopped) item.detail = vscode.l10n.t('Reading was stopped before its end');
    if (!state.settled) timer = setTimeout(look, POLL_MS);
  };
  const readOn = async () => {
    const done = server.ask<object, null>(requests.readOn, {});
    await look();
    await done;
  };
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand('galley.readOn', readOn),
    server.onDidChangeState(look),
    server.onDidChangeIssue(look),
    { dispose: () => clearTimeout(timer) },
  );
}

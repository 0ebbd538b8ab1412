import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { applied } from './applying';
import { problems } from './counts';
import { newspaperEditor, newspaperInFront } from './editors';
import type { IssueNode } from './issueNode';
import type { Server } from './server';

/** An article that a command is about: one of the Issue view, or that of the cursor (by a line of it, 0-based). */
interface Chosen {
  readonly uri: string;
  readonly article: string | number;
}

/** The commands that take something from an article, or mend it: in the Issue view, in the editor, and by name. */
export function articleCommands(server: Server): vscode.Disposable[] {
  const copy = (form: requests.CopiedParams['form']) => async (node?: IssueNode) => {
    const chosen = articleOf(node);
    const text = chosen && (await copied(server, chosen, form));
    if (text) await toClipboard(form === 'id' ? linkTo(chosen.uri, text) : text);
    else notify(vscode.l10n.t('There is no article here.'));
  };
  const command = (name: string, act: (node?: IssueNode) => Promise<void>) =>
    vscode.commands.registerCommand(`galley.${name}`, act);
  return [
    command('copyText', copy('text')),
    command('copyCitation', copy('gbt7714')),
    command('copyCslJson', copy('csl')),
    command('copyLink', copy('id')),
    command('storyOf', async (node) => {
      const chosen = articleOf(node);
      const id = chosen && (await copied(server, chosen, 'id'));
      if (id) await vscode.commands.executeCommand('galley.wholeStory', chosen.uri, id);
    }),
    command('fixHere', (node) => fixHere(server, node)),
    command('fixAll', () => fixAll(server)),
    vscode.window.registerUriHandler({ handleUri: (uri) => openLink(server, uri) }),
  ];
}

function articleOf(node: IssueNode | undefined): Chosen | undefined {
  if (node?.kind === 'article') return { uri: node.page.uri, article: node.article.id };
  if (node?.kind === 'part') return articleOf(node.parent);
  const editor = newspaperEditor();
  return editor && { uri: editor.document.uri.toString(), article: editor.selection.active.line };
}

const copied = (server: Server, chosen: Chosen, form: requests.CopiedParams['form']) =>
  server.ask<requests.CopiedParams, requests.CopiedResult>(requests.copied, { ...chosen, form });

async function toClipboard(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  notify(vscode.l10n.t('Copied.'));
}

const notify = (words: string): void => void vscode.window.setStatusBarMessage(words, 3000);

/** Opens in any VS Code that has Galley and the file; the article is found by its id wherever it then stands. */
const linkTo = (uri: string, article: string): string =>
  vscode.Uri.from({
    scheme: vscode.env.uriScheme,
    authority: 'galley.galley',
    path: '/article',
    query: new URLSearchParams({ uri, article }).toString(),
  }).toString();

async function openLink(server: Server, { path, query }: vscode.Uri): Promise<void> {
  const params = new URLSearchParams(query);
  const [uri, article] = [params.get('uri'), params.get('article')];
  if (path !== '/article' || !uri || !article) return;
  const file = await fileHere(vscode.Uri.parse(uri));
  if (!file) {
    const missing = vscode.l10n.t('The link leads to a file that is not here: {0}', vscode.Uri.parse(uri).path);
    return void vscode.window.showWarningMessage(missing);
  }
  const lines = await server.ask<requests.ArticleLinesParams, requests.ArticleLinesResult>(requests.articleLines, {
    uri: file.toString(),
    article,
  });
  if (!lines) notify(vscode.l10n.t('There is no such article in this file any more.'));
  const at = new vscode.Position(lines?.first ?? 0, 0);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
}

/** The file that a link names; on another machine, the one file of the workspace with its name in a folder of its folder's name. */
async function fileHere(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (found) return uri;
  const name = uri.path.split('/').slice(-2).join('/');
  const others = await vscode.workspace.findFiles(`**/${name.replace(/[[\]{}*?]/g, '[$&]')}`, undefined, 2);
  return others.length === 1 ? others[0] : undefined;
}

async function fixHere(server: Server, node: IssueNode | undefined): Promise<void> {
  const chosen = await linesOf(server, node);
  if (chosen) await fix(server, chosen);
  else notify(vscode.l10n.t('There is no article here.'));
}

async function fixAll(server: Server): Promise<void> {
  const { document } = (await newspaperInFront()) ?? {};
  if (document) await fix(server, { uri: document.uri.toString(), first: 0, last: document.lineCount - 1 });
}

/** Mends what is certain in some lines of a file: one undo step of it. */
async function fix(server: Server, lines: requests.CertainFixesParams): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(lines.uri));
  const { version } = document;
  const fixes = await server.ask<requests.CertainFixesParams, requests.CertainFixesResult>(
    requests.certainFixes,
    lines,
  );
  if (!fixes || document.version !== version) return;
  if (fixes.edits.length === 0) return notify(vscode.l10n.t('Nothing here can be fixed for certain.'));
  const changes = fixes.edits.map(({ range, newText }) => ({ range: rangeOf(range), newText }));
  if (!plain(document.getText()).startsWith(plain(fixes.text))) {
    const name = vscode.workspace.asRelativePath(document.uri);
    const other = vscode.l10n.t('The editor reads {0} in another encoding than its own: nothing was changed.', name);
    return void vscode.window.showWarningMessage(other);
  }
  if (!(await applied(document, changes))) return;
  if (fixes.log) await vscode.commands.executeCommand('galley.log', fixes.log);
  notify(vscode.l10n.t('{0} fixed.', problems(fixes.problems, vscode.l10n)));
}

async function linesOf(server: Server, node: IssueNode | undefined): Promise<requests.CertainFixesParams | undefined> {
  if (node?.kind === 'page') return { uri: node.page.uri, first: node.page.first, last: node.page.last };
  const chosen = articleOf(node);
  const article = chosen && (await copied(server, chosen, 'id'));
  if (!article) return undefined;
  const { uri } = chosen;
  const lines = await server.ask<requests.ArticleLinesParams, requests.ArticleLinesResult>(requests.articleLines, {
    uri,
    article,
  });
  return lines ? { uri, ...lines } : undefined;
}

/** A text without what the editor does not show of it. Of a very long one the server reads the beginning. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

const rangeOf = ({ start, end }: requests.CertainFixesResult['edits'][number]['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { isOf, newspaperEditor } from './editors';
import { childrenOf, editionNode, holds, type IssueNode, pageName, pageNodes } from './issueNode';
import type { Overviews } from './overviews';
import type { Server } from './server';

type Format = requests.ExportedParams['format'];
const FORMATS: Readonly<Record<string, Format>> = { md: 'markdown', txt: 'text', json: 'json', ndjson: 'ndjson' };

/** The command that writes an issue, a page or an article of the Issue view into a file: Markdown, text or JSON. */
export function exportCommand(server: Server, overviews: Overviews): vscode.Disposable {
  return vscode.commands.registerCommand('galley.export', async (chosen?: IssueNode, to?: unknown) => {
    const node = chosen ?? (await asked(overviews));
    if (!node) return;
    const target = to instanceof vscode.Uri ? to : await targetOf(node);
    if (!target) return;
    const format = FORMATS[/\.(\w+)$/.exec(target.path)?.[1].toLowerCase() ?? ''] ?? 'markdown';
    const content = await server.ask<requests.ExportedParams, requests.ExportedResult>(requests.exported, {
      of: extentOf(node),
      format,
    });
    if (!content) return void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to be exported.'));
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
    if (to instanceof vscode.Uri) return;
    const open = vscode.l10n.t('Open');
    const done = vscode.l10n.t('Exported: {0}', vscode.workspace.asRelativePath(target));
    if ((await vscode.window.showInformationMessage(done, open)) === open)
      await vscode.commands.executeCommand('vscode.open', target);
  });
}

/** The article, page or issue that the cursor is in, as a person chooses; undefined where there is none. */
async function asked(overviews: Overviews): Promise<IssueNode | undefined> {
  const editor = newspaperEditor();
  const edition = editor && (await overviews.edition({ uri: editor.document.uri.toString() }));
  if (!edition) return undefined;
  const { line } = editor.selection.active;
  const root = editionNode(edition);
  const page = pageNodes(root, edition).find(
    (node) => node.kind === 'page' && isOf(editor.document.uri, node.page.uri) && holds(node.page, line),
  );
  const article = page && childrenOf(page).find((node) => node.kind === 'article' && holds(node.article, line));
  const items = [article, page, root].flatMap((node) => (node ? [{ label: nameOf(node), node }] : []));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What is to be exported?') }))?.node;
}

function extentOf(node: IssueNode): requests.ExportedParams['of'] {
  if (node.kind === 'edition') return { key: node.edition.key };
  if (node.kind === 'part') return extentOf(node.parent);
  const { first, last } = node.kind === 'page' ? node.page : node.article;
  return { uri: node.page.uri, first, last };
}

function nameOf(node: IssueNode): string {
  if (node.kind === 'part') return nameOf(node.parent);
  if (node.kind === 'article') return node.article.name;
  if (node.kind === 'page') return pageName(node.page, vscode.l10n);
  return [node.edition.paper, node.edition.date].filter(Boolean).join(' ') || vscode.l10n.t('Undated');
}

/** Where it is to be written, as a person chooses; the ending they give says in which form. */
async function targetOf(node: IssueNode): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = nameOf(node)
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 80);
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: folder && vscode.Uri.joinPath(folder, `${name}.md`),
    filters: { Markdown: ['md'], [vscode.l10n.t('Text')]: ['txt'], JSON: ['json'], NDJSON: ['ndjson'] },
  });
}

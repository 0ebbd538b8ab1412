import * as vscode from 'vscode';
import type * as requests from '../server/lsp/requests';
import { badged, problemBadges } from './badges';
import { isOf, newspaperEditor } from './editors';
import { following } from './follower';
import { childrenOf, found, type IssueNode, placeOf, shown } from './issueNode';
import { IssueNodes } from './issueNodes';
import type { Overviews } from './overviews';

/** The Issue view: every issue of the workspace as pages, articles and their parts; it follows the cursor. */
export function issueView(overviews: Overviews): vscode.Disposable {
  const tree = new IssueTree(overviews);
  const view = vscode.window.createTreeView('galley.issue', { treeDataProvider: tree, showCollapseAll: true });

  const filtered = (by: requests.Filter | undefined) =>
    vscode.commands.executeCommand('setContext', 'galley.filtered', by !== undefined);
  const filter = (next: requests.Filter | undefined) => {
    tree.nodes.filter = next;
    view.message = next && filterMessage(next);
    void filtered(next);
    tree.refresh();
  };
  const follow = following<IssueNode>({
    at() {
      const editor = newspaperEditor();
      const isHere = (uri: string) => editor !== undefined && isOf(editor.document.uri, uri);
      return editor && view.visible ? tree.nodes.at(isHere, editor.selection.active.line) : undefined;
    },
    async show(node) {
      if (view.selection.some(({ id }) => id === node.id)) return;
      await view.reveal(node, { select: true, focus: false, expand: node.kind === 'page' });
    },
    unrest: () => tree.unrest,
    // VS Code answers in the order in which things happened to it: whatever it did before this is heard of before the answer.
    told: () => filtered(tree.nodes.filter),
  });

  return vscode.Disposable.from(
    view,
    tree,
    problemBadges(),
    view.onDidChangeVisibility(() => follow('moved')),
    tree.onDidRead(() => follow('read')),
    vscode.window.onDidChangeTextEditorSelection(() => follow('moved')),
    vscode.window.onDidChangeActiveTextEditor(() => follow('moved')),
    vscode.commands.registerCommand('galley.filterIssue', async () => {
      const words = await vscode.window.showInputBox({
        title: vscode.l10n.t('Show only the articles with …'),
        placeHolder: vscode.l10n.t('Words of a headline, a person, a section'),
        value: tree.nodes.filter?.words,
      });
      if (words !== undefined) filter(words.trim() ? { ...tree.nodes.filter, words: words.trim() } : undefined);
    }),
    vscode.commands.registerCommand('galley.filterProblems', () =>
      filter({ ...tree.nodes.filter, withProblems: true }),
    ),
    vscode.commands.registerCommand('galley.clearFilter', () => filter(undefined)),
    vscode.commands.registerCommand('galley.refreshIssue', () => tree.refresh()),
  );
}

function filterMessage({ words, withProblems }: requests.Filter): string {
  const conditions = [...(words ? [words] : []), ...(withProblems ? [vscode.l10n.t('with problems')] : [])];
  return vscode.l10n.t('Only articles: {0}', conditions.join(' · '));
}

/** A tree has been redrawn so long after VS Code last asked for a part of it. */
const REST_MS = 250;
/** So long it may take until VS Code asks, once it is told of changes; of a tree that is not seen it asks nothing. */
const DELAY_MS = 3000;

class IssueTree implements vscode.TreeDataProvider<IssueNode>, vscode.Disposable {
  readonly nodes: IssueNodes;
  private readonly changes = new vscode.EventEmitter<undefined>();
  private readonly reads = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private stirred = 0;
  private asked = true;
  readonly onDidChangeTreeData = this.changes.event;
  /** Fires when pages were read that may hold the cursor. */
  readonly onDidRead = this.reads.event;

  constructor(overviews: Overviews) {
    this.nodes = new IssueNodes(overviews);
    this.subscription = overviews.onDidChange(() => this.refresh());
  }

  refresh(): void {
    this.nodes.forget();
    this.stirred = Date.now();
    this.asked = false;
    this.changes.fire(undefined);
  }

  /**
   * For how many milliseconds VS Code may still be redrawing the tree: it waits for that with what is to be revealed, and then
   * shows the view although it may have been left meanwhile.
   */
  get unrest(): number {
    return this.stirred + (this.asked ? REST_MS : DELAY_MS) - Date.now();
  }

  async getChildren(node?: IssueNode): Promise<IssueNode[]> {
    const children = await this.nodes.below(node);
    this.stirred = Date.now();
    this.asked = true;
    if (node?.kind === 'edition') setTimeout(() => this.reads.fire());
    return children;
  }

  getParent(node: IssueNode): IssueNode | undefined {
    return node.kind === 'edition' ? undefined : node.parent;
  }

  getTreeItem(node: IssueNode): vscode.TreeItem {
    const { label, description, spoken, icon, problems } = shown(node, vscode.l10n);
    const item = new vscode.TreeItem(label, this.state(node));
    item.id = node.id;
    item.description = description;
    item.resourceUri = badged(node.id, problems);
    item.tooltip = [label, ...found(problems, vscode.l10n), description].filter(Boolean).join('\n');
    item.contextValue = node.kind === 'article' && problems > 0 ? 'article.problems' : node.kind;
    item.accessibilityInformation = { label: spoken };
    const color = problems > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined;
    item.iconPath = new vscode.ThemeIcon(icon, color);
    const place = placeOf(node);
    if (place) {
      const at = new vscode.Position(place.line, 0);
      const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at), preserveFocus: true };
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [vscode.Uri.parse(place.uri), options],
      };
    }
    return item;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
    this.reads.dispose();
  }

  private state(node: IssueNode): vscode.TreeItemCollapsibleState {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (node.kind === 'edition') return (this.nodes.issues ?? 1) === 1 || this.nodes.filter ? Expanded : Collapsed;
    if (node.kind === 'page') return this.nodes.filter ? Expanded : Collapsed;
    return childrenOf(node).length > 0 ? Collapsed : None;
  }
}

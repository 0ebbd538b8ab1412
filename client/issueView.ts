import * as vscode from 'vscode';
import type * as requests from '../server/lsp/requests';
import { badged, problemBadges } from './badges';
import { isOf, newspaperEditor } from './editors';
import { childrenOf, found, type IssueNode, placeOf, shown } from './issueNode';
import { IssueNodes } from './issueNodes';
import type { Overviews } from './overviews';

/** Why the view looks for the cursor: it moved, or what is shown was read anew. */
type Reason = 'moved' | 'read';

/** The Issue view: every issue of the workspace as pages, articles and their parts; it follows the cursor. */
export function issueView(overviews: Overviews): vscode.Disposable {
  const tree = new IssueTree(overviews);
  const view = vscode.window.createTreeView('galley.issue', { treeDataProvider: tree, showCollapseAll: true });

  const filter = (next: requests.Filter | undefined) => {
    tree.nodes.filter = next;
    view.message = next && filterMessage(next);
    void vscode.commands.executeCommand('setContext', 'galley.filtered', next !== undefined);
    tree.refresh();
  };
  /** The node that the cursor was last found in. */
  let followed: string | undefined;
  const reveal = async (why: Reason) => {
    // VS Code waits for what is being redrawn, and then shows the view although it may have been left meanwhile.
    await tree.rested();
    const editor = newspaperEditor();
    const isHere = (uri: string) => editor !== undefined && isOf(editor.document.uri, uri);
    const node = editor && view.visible ? tree.nodes.at(isHere, editor.selection.active.line) : undefined;
    if (!node || (why === 'read' && node.id === followed)) return;
    followed = node.id;
    if (view.selection.some(({ id }) => id === node.id)) return;
    try {
      await view.reveal(node, { select: true, focus: false, expand: node.kind === 'page' });
    } catch {
      // The tree was redrawn meanwhile: it will follow then.
      followed = undefined;
    }
  };
  let pending: Reason | undefined;
  let following = false;
  /**
   * One after the other: of two at once the earlier might end last, and stay. Only a cursor that moved is followed anew: to
   * reveal a node brings back the view, which a person may just have left for another.
   */
  const follow = async (why: Reason) => {
    if (pending !== 'moved') pending = why;
    if (following) return;
    following = true;
    while (pending) {
      const next = pending;
      pending = undefined;
      await reveal(next);
    }
    following = false;
  };

  return vscode.Disposable.from(
    view,
    tree,
    problemBadges(),
    view.onDidChangeVisibility(() => void follow('moved')),
    tree.onDidRead(() => void follow('read')),
    vscode.window.onDidChangeTextEditorSelection(() => void follow('moved')),
    vscode.window.onDidChangeActiveTextEditor(() => void follow('moved')),
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

  /** Resolves when the tree was neither refreshed nor asked for a moment, which is at once most of the time. */
  async rested(): Promise<void> {
    while (this.stirred + (this.asked ? REST_MS : DELAY_MS) > Date.now())
      await new Promise((resolve) => setTimeout(resolve, REST_MS / 5));
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

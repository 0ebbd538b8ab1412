import * as vscode from 'vscode';
import { isOf, newspaperEditor, newspaperSeen, showLine } from '../editors';
import { holds, type IssueNode, placeOf } from '../issueNode';
import type { Overviews } from '../overviews';
import type { FromPage, Heading, Kept, ToPage } from './messages';
import { originalPage, whileReading, whyNothing, whyUnshown } from './page';
import { endingOf } from './paths';
import { lookUp, type Shown, subjectAt } from './subject';

const ID = 'galley.original';
/** In bytes: what is larger is left to another program. */
const LARGEST = 256e6;

/** The command that shows the original of the page a person is in, beside the text; the panel comes back with the window. */
export function originalCommand(context: vscode.ExtensionContext, overviews: Overviews): vscode.Disposable {
  let open: Original | undefined;
  const take = (panel: vscode.WebviewPanel, kept: Kept | undefined): Original => {
    const own = new Original(context, overviews, panel, kept);
    panel.onDidDispose(() => {
      if (open === own) open = undefined;
    });
    open = own;
    return own;
  };
  const command = vscode.commands.registerCommand('galley.original', async (node?: IssueNode) => {
    const place = node && placeOf(node);
    if (place) await showLine(place);
    const editor = newspaperEditor();
    const kept = editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    if (open) open.panel.reveal(undefined, true);
    else {
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
      take(vscode.window.createWebviewPanel(ID, vscode.l10n.t('Original'), where, {}), kept);
    }
    await open?.update();
  });
  const serializer = vscode.window.registerWebviewPanelSerializer(ID, {
    deserializeWebviewPanel: async (panel, state?: { readonly kept?: Kept }) => take(panel, state?.kept).update(),
  });
  return vscode.Disposable.from(command, serializer, { dispose: () => open?.panel.dispose() });
}

class Original {
  private readonly subscription: vscode.Disposable;
  /** While the cursor stays in its page there is nothing to do. */
  private shown: Shown | undefined;
  /** The file that the panel's page holds. */
  private sent = '';
  private turn = 0;
  /** Whether the server has told of a page yet. */
  private read = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly overviews: Overviews,
    readonly panel: vscode.WebviewPanel,
    /** The text whose page is shown: the last newspaper text that was in front. */
    private at: Kept | undefined,
  ) {
    const root = vscode.Uri.joinPath(context.extensionUri, 'dist');
    const media = vscode.Uri.joinPath(context.extensionUri, 'client', 'media');
    panel.webview.options = { enableScripts: true, localResourceRoots: [root, media] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'newspaper-light.svg'),
      dark: vscode.Uri.joinPath(media, 'newspaper-dark.svg'),
    };
    const uri = (folder: vscode.Uri, name: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, name));
    this.subscription = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.told(message)),
      overviews.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.cameBack()),
      // A text in front may become newspaper text only once it was looked into.
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('galley.scan')) void this.lookAgain();
      }),
    );
    panel.onDidDispose(() => this.subscription.dispose());
    panel.webview.html = originalPage({
      script: uri(root, 'scan.js').toString(),
      styles: ['panel.css', 'scan.css'].map((name) => uri(media, name).toString()),
      pdf: uri(root, 'pdf.js').toString(),
      tiff: uri(root, 'tiff.js').toString(),
    });
  }

  /** Shows the original of the page that the cursor is in, unless it is shown already. */
  async update(): Promise<void> {
    const own = ++this.turn;
    // A panel that came back with the window may know of no text yet: it takes the one beside it.
    const editor = newspaperEditor() ?? (this.at ? undefined : newspaperSeen());
    if (editor) this.at = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
    // Once it is seen again its page asks for everything anew.
    if (!this.panel.visible) return;
    if (!this.at) return this.post({ show: 'nothing', html: whyNothing(undefined), heading: NOWHERE });
    if (!this.read) this.post({ show: 'nothing', html: whileReading(), heading: { ...NOWHERE, kept: this.at } });
    const subject = await subjectAt(this.overviews, this.at);
    this.read = true;
    if (own !== this.turn) return;
    if (this.shown?.key === subject.key) this.shown = { ...this.shown, ...subject };
    else {
      const shown = await lookUp(subject);
      if (own === this.turn) await this.show(shown);
    }
  }

  private follow(editor: vscode.TextEditor): void {
    if (editor !== newspaperEditor()) return;
    const { page } = this.shown ?? {};
    const stays = page && isOf(editor.document.uri, page.uri) && holds(page, editor.selection.active.line);
    if (!stays) void this.update();
  }

  /** A person may have been away to bring the file that was missing. */
  private cameBack(): Promise<void> {
    return this.shown?.found.uri ? this.update() : this.lookAgain();
  }

  private lookAgain(): Promise<void> {
    this.shown = undefined;
    return this.update();
  }

  private async show(shown: Shown): Promise<void> {
    this.shown = shown;
    const { found, heading, leaf } = shown;
    this.panel.title = vscode.l10n.t('Original: {0}', heading.page);
    if (!found.uri) return this.post({ show: 'nothing', html: whyNothing(found), heading });
    const file = found.uri.toString();
    if (file === this.sent) return this.post({ show: 'same', file, leaf, heading });
    try {
      const { size } = await vscode.workspace.fs.stat(found.uri);
      if (size > LARGEST) throw new Error(vscode.l10n.t('it is larger than {0} MB', LARGEST / 1e6));
      const bytes = plain(await vscode.workspace.fs.readFile(found.uri));
      if (this.shown?.key !== shown.key) return;
      const ending = endingOf(file);
      const kind = ending === 'pdf' ? 'pdf' : ending.startsWith('tif') ? 'tiff' : 'picture';
      this.post({ show: kind, bytes, type: `image/${ending === 'jpg' ? 'jpeg' : ending}`, file, leaf, heading });
    } catch (error) {
      this.failed(error instanceof Error ? error.message : String(error));
    }
  }

  private failed(reason: string): void {
    if (!this.shown) return;
    const { heading } = this.shown;
    this.post({ show: 'nothing', html: whyUnshown(heading.file, reason), heading });
  }

  private post(message: ToPage): void {
    if ('show' in message) this.sent = 'file' in message ? message.file : '';
    void this.panel.webview.postMessage(message);
  }

  private async told(message: FromPage): Promise<void> {
    if ('ready' in message) {
      // A page that was hidden begins anew.
      this.sent = '';
      return this.lookAgain();
    }
    if ('part' in message) return this.give(message.part);
    if ('failed' in message) return this.failed(message.failed);
    const { act } = message;
    if (act === 'again') return this.lookAgain();
    if (act === 'settings')
      return void vscode.commands.executeCommand('workbench.action.openSettings', 'galley.scan.path');
    if (act === 'outside') return this.openOutside();
    return this.turnTo(act === 'next' ? 1 : -1);
  }

  /** The next page of the issue, in the text too. */
  private async turnTo(step: 1 | -1): Promise<void> {
    const next = this.shown?.page && this.shown.pages[this.shown.pages.indexOf(this.shown.page) + step];
    if (!next) return;
    this.at = { uri: next.uri, line: next.first };
    await showLine(this.at, true);
    await this.update();
  }

  private async openOutside(): Promise<void> {
    const { uri } = this.shown?.found ?? {};
    if (!uri) return;
    const local = uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
    if (local) await vscode.env.openExternal(uri);
    else await vscode.commands.executeCommand('vscode.open', uri);
  }

  /** A part of PDF.js that the page asks for: it may load nothing by itself. */
  private async give(part: string): Promise<void> {
    const uri = vscode.Uri.joinPath(this.context.extensionUri, 'dist', 'pdf', part);
    const bytes = /^[\w-]+(\.[\w-]+)+$/.test(part)
      ? await vscode.workspace.fs.readFile(uri).then(plain, () => null)
      : null;
    this.post({ part, bytes });
  }
}

/** Node's own kind of bytes does not reach a webview as bytes. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

const NOWHERE: Heading = {
  page: '',
  spoken: '',
  file: '',
  hasPrevious: false,
  hasNext: false,
  kept: { uri: '', line: 0 },
};

import * as vscode from 'vscode';
import { escaped, nonce } from './html';

/**
 * What the page in a panel tells: that something was chosen, by the name that its element bears, at what
 * sight (the value of `data-sight` then); whether it has the focus.
 */
type Told = { readonly act: string; readonly sight?: string } | { readonly focused: boolean; readonly ready?: true };

export interface Panel extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  /** Puts this into the page; what has the focus keeps it, where it is still there. */
  show(html: string): void;
  /** Brings it to the front and gives it the focus. */
  focus(): Promise<void>;
  /** Gives it the focus again after something else of VS Code had it, unless a person is elsewhere by now. */
  regain(): Promise<void>;
}

/** How a panel is to be opened; `restored` is one that the editor opened again, to be filled. */
interface Wish {
  readonly id: string;
  readonly title: string;
  readonly style: string;
  readonly column: vscode.ViewColumn;
  readonly restored?: vscode.WebviewPanel;
  /** Whether its page stays as it is behind another tab: for one that is left and come back to again and again. */
  readonly stays?: boolean;
}

/** In milliseconds: so long the focus may take to arrive, at one try after the other. */
const PATIENCE = [150, 300, 600, 1200];

/**
 * A panel that shows what we draw. Nothing is loaded but our own style and script, by a nonce; there is no network. Elements
 * with `data-act` are chosen by click, Enter and blank; those with `data-key` by a key as well; what has `data-say` is
 * read out by screen readers when it became another.
 */
export function openPanel(
  { extensionUri }: vscode.ExtensionContext,
  { id, title, style, column, restored, stays = false }: Wish,
  chosen: (act: string, sight?: string) => void,
): Panel {
  const media = vscode.Uri.joinPath(extensionUri, 'client', 'media');
  const options = { enableScripts: true, localResourceRoots: [media] };
  const place = { viewColumn: column, preserveFocus: false };
  const whole = { ...options, retainContextWhenHidden: stays };
  const panel = restored ?? vscode.window.createWebviewPanel(id, title, place, whole);
  const { webview } = panel;
  webview.options = options;
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  panel.iconPath = {
    light: vscode.Uri.joinPath(media, 'newspaper-light.svg'),
    dark: vscode.Uri.joinPath(media, 'newspaper-dark.svg'),
  };
  let latest = '';
  let focused = false;
  /** Whether its page is there: before that nothing in it can have the focus, and asking takes it from whoever has it. */
  let loaded = false;
  /** Whether it had the focus since it was given to it: a person may have moved on by a key since. */
  let arrived = false;
  /** Whether a person went to a text since: that may be long before the page is loaded. */
  let left = false;
  /**
   * VS Code puts the focus on the frame around the page, and a moment later into it; not where it hears only between the two
   * that the page had lost the focus before. No key does anything then: it is asked again, unless a person has gone elsewhere.
   */
  const insist = async () => {
    arrived = false;
    let came = false;
    for (const patience of PATIENCE) {
      await new Promise((resolve) => setTimeout(resolve, patience));
      if (focused || arrived || left || (came && !panel.active)) break;
      // That it came to the front is heard late, too.
      came ||= panel.active;
      if (came) panel.reveal();
    }
  };
  const listening = webview.onDidReceiveMessage((message: Told) => {
    if ('act' in message) return chosen(message.act, message.sight);
    focused = message.focused;
    arrived ||= focused;
    // VS Code keeps the focus it gave to a page until that is loaded, and gives it then: to a text's writer that is theft.
    if (focused && left && !panel.active)
      void vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    if (!message.ready) return;
    loaded = true;
    void webview.postMessage({ html: latest });
    // A page that was behind another one is loaded anew when it comes back: too late for the focus.
    void insist();
  });
  const hiding = panel.onDidChangeViewState(() => {
    loaded &&= stays || panel.visible;
    if (panel.active) left = false;
  });
  const leaving = vscode.window.onDidChangeActiveTextEditor((editor) => {
    left ||= editor !== undefined;
  });
  panel.onDidDispose(() => vscode.Disposable.from(listening, hiding, leaving).dispose());
  webview.html = page({ nonce: nonce(), title, styles: ['panel.css', style].map(uri), script: uri('panel.js') });
  return {
    panel,
    show(html) {
      latest = html;
      void webview.postMessage({ html });
    },
    async focus() {
      panel.reveal();
      await this.regain();
    },
    async regain() {
      left = false;
      // Once its page is loaded it insists by itself.
      if (loaded) await insist();
    },
    dispose: () => panel.dispose(),
  };
}

/** What a panel shows until the server has read the text: that may take a while where it has just been started. */
export const reading = (): string => `<p class="reading" data-say>${escaped(vscode.l10n.t('Reading the text…'))}</p>`;

interface Parts {
  readonly nonce: string;
  readonly title: string;
  readonly styles: readonly string[];
  readonly script: string;
}

function page({ nonce, title, styles, script }: Parts): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const links = styles.map((style) => `<link rel="stylesheet" nonce="${nonce}" href="${style}">`);
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
${links.join('\n')}
</head>
<body><main id="content"></main><p id="spoken" class="spoken" role="status"></p><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}

import * as vscode from 'vscode';
import { nonce } from './html';

/** What the page in a panel tells: that something was chosen, by the name that its element bears. */
export interface Chosen {
  readonly act: string;
}

export interface Panel extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  /** Puts this into the page; what has the focus keeps it, where it is still there. */
  show(html: string): void;
}

/** How a panel is to be opened; `restored` is one that the editor opened again, to be filled. */
interface Wish {
  readonly id: string;
  readonly title: string;
  readonly style: string;
  readonly column: vscode.ViewColumn;
  readonly restored?: vscode.WebviewPanel;
}

/**
 * A panel that shows what we draw. Nothing is loaded but our own style and script, by a nonce; there is no network. Elements
 * with `data-act` are chosen by click, Enter and blank; those with `data-key` by a key as well; what has `data-say` is
 * read out by screen readers when it became another.
 */
export function openPanel(
  { extensionUri }: vscode.ExtensionContext,
  { id, title, style, column, restored }: Wish,
  chosen: (act: string) => void,
): Panel {
  const media = vscode.Uri.joinPath(extensionUri, 'client', 'media');
  const options = { enableScripts: true, localResourceRoots: [media] };
  const place = { viewColumn: column, preserveFocus: false };
  const panel = restored ?? vscode.window.createWebviewPanel(id, title, place, options);
  const { webview } = panel;
  webview.options = options;
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  panel.iconPath = {
    light: vscode.Uri.joinPath(media, 'newspaper-light.svg'),
    dark: vscode.Uri.joinPath(media, 'newspaper-dark.svg'),
  };
  let latest = '';
  const listening = webview.onDidReceiveMessage((message: Chosen | { ready: true }) => {
    if ('act' in message) return chosen(message.act);
    void webview.postMessage({ html: latest });
    // A page that was behind another one is loaded anew when it comes back: too late for the focus, which is given again.
    if (panel.active) panel.reveal();
  });
  panel.onDidDispose(() => listening.dispose());
  webview.html = page({ nonce: nonce(), title, styles: ['panel.css', style].map(uri), script: uri('panel.js') });
  return {
    panel,
    show(html) {
      latest = html;
      void webview.postMessage({ html });
    },
    dispose: () => panel.dispose(),
  };
}

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

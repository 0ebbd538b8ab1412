import * as vscode from 'vscode';

/**
 * The addresses of the rules' pages. They open as they read and not as their source: see `workbench.editorAssociations`
 * in package.json. Not a command's address, as VS Code runs no commands from a problem's code any more.
 */
const SCHEME = 'galley-rules';
export const RULE_PAGES = `${SCHEME}:/`;

/** Gives the pages that come with the extension: no network is asked. */
export function rulePages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const page = vscode.Uri.joinPath(extensionUri, 'server', 'rules', path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    },
  });
}

import * as vscode from 'vscode';

const SCHEME = 'galley-issue';

/** The address of a row of the Issue view that has so many problems: nothing is ever read there. */
export const badged = (id: string, problems: number): vscode.Uri =>
  vscode.Uri.from({ scheme: SCHEME, path: `/${id}`, query: String(problems) });

/**
 * The number of problems at the end of a row, where the Explorer has it for files: what stands behind a name is the first to
 * be cut off in a narrow view. VS Code has room for two characters.
 */
export const problemBadges = (): vscode.Disposable =>
  vscode.window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, query }) {
      const problems = scheme === SCHEME ? Number(query) : 0;
      return problems > 0 ? new vscode.FileDecoration(problems < 100 ? String(problems) : '9+') : undefined;
    },
  });

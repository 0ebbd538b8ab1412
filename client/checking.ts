import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { problems as counted } from './counts';
import type { Server } from './server';

/** `galley.checkWorkspace`: the problems of every newspaper file into the Problems view, with a way to stop. */
export function checking(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('galley.checkWorkspace', () =>
    vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Galley: checking the workspace'),
        cancellable: true,
      },
      async (_, token) => {
        const client = await server.start();
        try {
          const { files, of, problems, unread } = await client.sendRequest<requests.CheckWorkspaceResult>(
            requests.checkWorkspace,
            {},
            token,
          );
          await vscode.commands.executeCommand('workbench.actions.view.problems');
          const told = vscode.l10n.t(
            '{0} found; files checked: {1} of {2}.',
            counted(problems, vscode.l10n),
            files,
            of,
          );
          if (unread === 0) void vscode.window.showInformationMessage(told);
          else
            void vscode.window.showWarningMessage(
              `${told} ${vscode.l10n.t('{0} could not be read: see the log.', unread)}`,
            );
        } catch (error) {
          if (!token.isCancellationRequested) throw error;
        }
      },
    ),
  );
}

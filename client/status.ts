import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { LANGUAGE } from './client';

/** The item beside the language's name: whether the server works, and the way to its log where it does not. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('galley.status', { language: LANGUAGE });
  item.name = 'Galley';
  const show = (state: State) => {
    item.busy = state === State.Starting;
    item.text = state === State.Stopped ? vscode.l10n.t('Galley has stopped') : 'Galley';
    item.severity =
      state === State.Stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command =
      state === State.Stopped
        ? { command: 'galley.restartServer', title: vscode.l10n.t('Restart') }
        : { command: 'galley.showLog', title: vscode.l10n.t('Show log') };
  };
  show(client.state);
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => show(newState)),
  );
}

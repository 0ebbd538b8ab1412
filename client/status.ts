import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE } from './editors';

/** The item beside the language's name: whether the server works, and the way to its log where it does not. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('galley.status', { language: LANGUAGE });
  item.name = 'Galley';
  const show = () => {
    const stopped = client.needsStart();
    item.busy = !stopped && !client.isRunning();
    item.text = stopped ? vscode.l10n.t('Galley has stopped') : 'Galley';
    item.severity = stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command = stopped
      ? { command: 'galley.restartServer', title: vscode.l10n.t('Restart') }
      : { command: 'galley.showLog', title: vscode.l10n.t('Show log') };
  };
  show();
  return vscode.Disposable.from(item, client.onDidChangeState(show));
}

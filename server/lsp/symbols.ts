import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { type SymbolKind as Kind, workspaceSymbols } from '../features/workspaceSymbols';
import { breath } from './breath';
import { locationOf } from './navigation';
import type { Session } from './session';

export const symbolsNamed = (session: Session, { query }: WorkspaceSymbolParams): SymbolInformation[] =>
  workspaceSymbols(session.workspace.issue, query).map(({ kind, name, container, location }) => ({
    name,
    kind: ICONS[kind],
    location: locationOf(session, location),
    containerName: container ?? undefined,
  }));

/** Does with pauses what the first query after the index was read would wait for. */
export async function warmed({ workspace }: Pick<Session, 'workspace'>): Promise<void> {
  const { issue } = workspace;
  for (const digest of issue.digests()) {
    issue.foresee(digest);
    if (digest.names !== '') await breath();
  }
  workspaceSymbols(issue, 'galley');
}

const ICONS: Readonly<Record<Kind, SymbolKind>> = {
  article: SymbolKind.Class,
  person: SymbolKind.Variable,
  section: SymbolKind.Field,
  column: SymbolKind.Namespace,
};

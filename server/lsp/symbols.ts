import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { type SymbolKind as Kind, workspaceSymbols } from '../features/workspaceSymbols';
import { locationOf } from './navigation';
import type { Session } from './session';

export const symbolsNamed = (session: Session, { query }: WorkspaceSymbolParams): SymbolInformation[] =>
  workspaceSymbols(session.workspace.issue, query).map(({ kind, name, container, location }) => ({
    name,
    kind: ICONS[kind],
    location: locationOf(session, location),
    containerName: container ?? undefined,
  }));

const ICONS: Readonly<Record<Kind, SymbolKind>> = {
  article: SymbolKind.Class,
  person: SymbolKind.Variable,
  section: SymbolKind.Field,
  column: SymbolKind.Namespace,
};

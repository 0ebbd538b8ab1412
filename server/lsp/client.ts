import type { InitializeParams } from 'vscode-languageserver';
import { type Language, languageOf } from '../text/words';

/** What the other end can do and wants, read once from `initialize`; a client that says nothing gets the plainest form. */
export interface Client {
  readonly language: Language;
  readonly hierarchicalSymbols: boolean;
  readonly locationLinks: boolean;
  /** The most folds it takes. */
  readonly foldLimit: number;
  readonly codeActionLiterals: boolean;
  readonly versionedEdits: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshHints: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly watchedFiles: boolean;
  /** It answers our own `galley/files/…` requests: files that are not on this machine's disk come through it. */
  readonly readsFiles: boolean;
}

export function clientOf({ capabilities, locale, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  return {
    language: languageOf(locale),
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    locationLinks: textDocument?.definition?.linkSupport ?? false,
    foldLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshHints: workspace?.inlayHint?.refreshSupport ?? false,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? textDocument?.diagnostic !== undefined,
    configuration: workspace?.configuration ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    readsFiles: initializationOptions?.readsFiles === true,
  };
}

import type { InitializeParams } from 'vscode-languageserver';
import { type Language, languageOf } from '../text/words';
import type { InitializationOptions } from './requests';

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
  readonly refreshLenses: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly watchedFiles: boolean;
  /** It answers our own `galley/files/…` requests: files that are not on this machine's disk come through it. */
  readonly readsFiles: boolean;
  /** Where it says that the index may be stored: a `file:` URI, `client`, or null. */
  readonly storage: string | null;
  readonly showsStories: boolean;
  readonly keepsNotes: boolean;
  /** Where the rules' pages are, or null: see `InitializationOptions`. */
  readonly rulePages: string | null;
  /** Edits may ask to be confirmed. */
  readonly changeAnnotations: boolean;
  readonly refreshTokens: boolean;
  readonly refreshFolds: boolean;
  readonly progress: boolean;
  /** It shows a document when the server asks it to. */
  readonly showsDocuments: boolean;
  /** The workspace folders at the start. */
  readonly folders: readonly string[];
}

export function clientOf(params: InitializeParams): Client {
  const { capabilities, locale } = params;
  const { textDocument, workspace, window } = capabilities;
  const options: InitializationOptions = params.initializationOptions ?? {};
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
    refreshLenses: workspace?.codeLens?.refreshSupport ?? false,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? textDocument?.diagnostic !== undefined,
    configuration: workspace?.configuration ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    readsFiles: options.readsFiles === true,
    storage: typeof options.storage === 'string' ? options.storage : null,
    showsStories: options.showsStories === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    keepsNotes: options.keepsNotes === true,
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : null,
    refreshTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    refreshFolds: workspace?.foldingRange?.refreshSupport ?? false,
    progress: window?.workDoneProgress ?? false,
    showsDocuments: window?.showDocument?.support ?? false,
    folders: foldersOf(params),
  };
}

/** `rootUri` is what clients say that know of one folder only. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

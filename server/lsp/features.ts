import {
  CodeActionKind,
  CodeActionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/semanticTokens';
import { codeActions, FIX_ALL } from './codeActions';
import { pulledDiagnostics } from './diagnostics';
import { documentFeature, type Feature } from './feature';
import { formatting, rangeFormatting } from './formatting';
import { definitions } from './navigation';
import { documentSymbols, foldingRanges, selectionRanges, semanticTokens, semanticTokensIn } from './structure';

const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** Every feature of the server, one line each: the request, what is offered for it, and who answers. */
export const features: readonly Feature[] = [
  documentFeature(DocumentSymbolRequest.type, { documentSymbolProvider: { label: 'Galley' } }, documentSymbols),
  documentFeature(DefinitionRequest.type, { definitionProvider: true }, definitions),
  documentFeature(FoldingRangeRequest.type, { foldingRangeProvider: true }, foldingRanges),
  documentFeature(SelectionRangeRequest.type, { selectionRangeProvider: true }, selectionRanges),
  documentFeature(
    SemanticTokensRequest.type,
    { semanticTokensProvider: { legend, full: true, range: true } },
    semanticTokens,
  ),
  documentFeature(SemanticTokensRangeRequest.type, {}, semanticTokensIn),
  documentFeature(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } },
    codeActions,
  ),
  documentFeature(DocumentFormattingRequest.type, { documentFormattingProvider: true }, formatting),
  documentFeature(DocumentRangeFormattingRequest.type, { documentRangeFormattingProvider: true }, rangeFormatting),
  documentFeature(
    DocumentDiagnosticRequest.type,
    ({ pullDiagnostics }) =>
      pullDiagnostics
        ? { diagnosticProvider: { identifier: 'galley', interFileDependencies: true, workspaceDiagnostics: false } }
        : {},
    pulledDiagnostics,
  ),
];

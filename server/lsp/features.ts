import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionKind,
  CodeActionRequest,
  CodeLensRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/semanticTokens';
import { checkWorkspace } from './checkWorkspace';
import { choicesOf, openProblems } from './choices';
import { codeActions, FIX_ALL } from './codeActions';
import { commands, execute } from './commands';
import { articleLines, certainFixes, copied } from './copied';
import { pulledDiagnostics } from './diagnostics';
import { exported } from './exporting';
import { documentFeature, type Feature, feature, own } from './feature';
import { formatting, rangeFormatting } from './formatting';
import { hoverAt } from './hover';
import { indexState, readOn } from './indexState';
import { documentLinks, hintsIn, resolvedLink } from './links';
import { unlessMisread } from './misreading';
import { moveArticle, nextStop, unitsAt } from './moving';
import { definitions, documentHighlights, referencesTo } from './navigation';
import { countNotes, listNotes, removeNotes, sayingsAt, undoNote } from './noting';
import { edition, editions } from './overview';
import * as requests from './requests';
import { prepareStory, storyAfter, storyBefore } from './story';
import { documentSymbols, foldingRanges, selectionRanges, semanticTokens, semanticTokensIn } from './structure';
import { symbolsNamed } from './symbols';
import { codeLenses, joinedStory } from './wholeStory';

const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** Every feature of the server, one line each: the request, what is offered for it, and who answers. */
export const features: readonly Feature[] = [
  documentFeature(DocumentSymbolRequest.type, { documentSymbolProvider: { label: 'Galley' } }, documentSymbols),
  documentFeature(DefinitionRequest.type, { definitionProvider: true }, definitions),
  documentFeature(ReferencesRequest.type, { referencesProvider: true }, referencesTo),
  documentFeature(DocumentHighlightRequest.type, { documentHighlightProvider: true }, documentHighlights),
  documentFeature(DocumentLinkRequest.type, { documentLinkProvider: { resolveProvider: true } }, documentLinks),
  feature(DocumentLinkResolveRequest.type, {}, resolvedLink),
  documentFeature(HoverRequest.type, { hoverProvider: true }, hoverAt),
  documentFeature(InlayHintRequest.type, { inlayHintProvider: true }, hintsIn),
  documentFeature(CallHierarchyPrepareRequest.type, { callHierarchyProvider: true }, prepareStory),
  feature(CallHierarchyIncomingCallsRequest.type, {}, storyBefore),
  feature(CallHierarchyOutgoingCallsRequest.type, {}, storyAfter),
  feature(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, symbolsNamed),
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
    { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] } },
    unlessMisread([], codeActions),
  ),
  feature(ExecuteCommandRequest.type, { executeCommandProvider: { commands } }, execute),
  feature(own<object, requests.ListNotesResult>(requests.listNotes), {}, listNotes),
  feature(own<requests.RemoveNotesParams, null>(requests.removeNotes), {}, removeNotes),
  feature(own<requests.CountNotesParams, number>(requests.countNotes), {}, countNotes),
  feature(own<requests.FileParams, requests.UndoNoteResult>(requests.undoNote), {}, undoNote),
  documentFeature(own<requests.SayingsAtParams, requests.SayingsAtResult>(requests.sayingsAt), {}, sayingsAt),
  documentFeature(DocumentFormattingRequest.type, { documentFormattingProvider: true }, unlessMisread([], formatting)),
  documentFeature(
    DocumentRangeFormattingRequest.type,
    { documentRangeFormattingProvider: true },
    unlessMisread([], rangeFormatting),
  ),
  documentFeature(
    DocumentDiagnosticRequest.type,
    ({ pullDiagnostics }) =>
      pullDiagnostics
        ? { diagnosticProvider: { identifier: 'galley', interFileDependencies: true, workspaceDiagnostics: false } }
        : {},
    pulledDiagnostics,
  ),
  documentFeature(
    CodeLensRequest.type,
    ({ showsStories }) => (showsStories ? { codeLensProvider: {} } : {}),
    codeLenses,
  ),
  feature(own<requests.WholeStoryParams, requests.WholeStoryResult | null>(requests.wholeStory), {}, joinedStory),
  feature(own<object, requests.CheckWorkspaceResult>(requests.checkWorkspace), {}, checkWorkspace),
  feature(own<object, requests.IndexState>(requests.indexState), {}, indexState),
  feature(own<object, null>(requests.readOn), {}, readOn),
  documentFeature(own<requests.NextStopParams, requests.NextStopResult>(requests.nextStop), {}, nextStop),
  documentFeature(own<requests.UnitsAtParams, requests.UnitsAtResult>(requests.unitsAt), {}, unitsAt),
  documentFeature(
    own<requests.MoveArticleParams, requests.MoveArticleResult>(requests.moveArticle),
    {},
    unlessMisread(null, moveArticle),
  ),
  feature(own<requests.EditionsParams, requests.EditionsResult>(requests.editions), {}, editions),
  feature(own<requests.EditionParams, requests.EditionResult | null>(requests.edition), {}, edition),
  feature(own<requests.CopiedParams, requests.CopiedResult>(requests.copied), {}, copied),
  feature(own<requests.ExportedParams, requests.ExportedResult>(requests.exported), {}, exported),
  feature(own<requests.ArticleLinesParams, requests.ArticleLinesResult>(requests.articleLines), {}, articleLines),
  feature(own<requests.CertainFixesParams, requests.CertainFixesResult>(requests.certainFixes), {}, certainFixes),
  documentFeature(
    own<requests.ProblemsOfParams, requests.ProblemsOfResult>(requests.problemsOf),
    {},
    unlessMisread([], openProblems),
  ),
  documentFeature(
    own<requests.ChoicesOfParams, requests.ChoicesOfResult>(requests.choicesOf),
    {},
    unlessMisread({ fixes: [], dismissals: [] }, choicesOf),
  ),
];

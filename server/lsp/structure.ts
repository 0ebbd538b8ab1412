import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import { folding } from '../features/folding';
import { titlesIn } from '../features/location';
import { type Outlined, outline } from '../features/outline';
import { selection } from '../features/selection';
import { tokens, tokenTypes } from '../features/semanticTokens';
import { offsetOf, rangeOf } from '../text/range';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import { type Language, say } from '../text/words';
import { locationOf, spanIn, symbolKindOf } from './convert';
import type { OpenDocument } from './document';
import { contextOf, type Session } from './session';
import { sheetOf } from './sheets';

export function documentSymbols(
  session: Session,
  document: OpenDocument,
  _params: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] {
  const { client } = session;
  const { uri, text } = document;
  const { file, sheet, issue } = contextOf(session, document);
  const nodes = outline(sheet, titlesIn(issue, file));
  return client.hierarchicalSymbols
    ? nodes.map((node) => nested(text, client.language, node))
    : nodes.flatMap((node) => flat(uri, text, client.language, node));
}

function nested(
  text: Text,
  language: Language,
  { kind, name, detail, span, selection, children }: Outlined,
): DocumentSymbol {
  return {
    name: say(language, name),
    detail: detail.map((part) => say(language, part)).join(' · '),
    kind: symbolKindOf[kind],
    range: rangeOf(text, span),
    selectionRange: rangeOf(text, selection),
    children: children.map((child) => nested(text, language, child)),
  };
}

function flat(uri: string, text: Text, language: Language, node: Outlined, container?: string): SymbolInformation[] {
  const name = say(language, node.name);
  return [
    { name, kind: symbolKindOf[node.kind], location: locationOf(uri, text, node.span), containerName: container },
    ...node.children.flatMap((child) => flat(uri, text, language, child, name)),
  ];
}

/** Where a client takes only so many folds, it gets the outer ones of the whole text rather than all of its beginning. */
export function foldingRanges(
  { client }: Session,
  { text }: OpenDocument,
  _params: FoldingRangeParams,
): FoldingRange[] {
  const folds = folding(sheetOf(text));
  const kept =
    folds.length <= client.foldLimit
      ? folds
      : [...folds].sort((a, b) => a.depth - b.depth || a.first - b.first).slice(0, client.foldLimit);
  return kept.sort((a, b) => a.first - b.first).map(({ first, last }) => ({ startLine: first, endLine: last }));
}

export function selectionRanges(
  _: Session,
  { text }: OpenDocument,
  { positions }: SelectionRangeParams,
): SelectionRange[] {
  const sheet = sheetOf(text);
  return positions.map((position) => {
    const at = offsetOf(text, position);
    const outward = [...selection(sheet, at)].reverse();
    const none: SelectionRange = { range: rangeOf(text, { from: at, to: at }) };
    return (
      outward.reduce<SelectionRange | undefined>(
        (parent, span) => ({ range: rangeOf(text, span), parent }),
        undefined,
      ) ?? none
    );
  });
}

export const semanticTokens = (_: Session, { text }: OpenDocument, _params: SemanticTokensParams): SemanticTokens =>
  encoded(text);

export const semanticTokensIn = (
  _: Session,
  { text }: OpenDocument,
  { range }: SemanticTokensRangeParams,
): SemanticTokens => encoded(text, spanIn(text, range));

/** The protocol's numbers; a token of several lines becomes one for each, as not every client takes the other. */
function encoded(text: Text, within?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type } of tokens(sheetOf(text), within)) {
    for (let line = text.lineAt(span.from); line < text.lineCount && text.lineStart(line) < span.to; line++) {
      const from = Math.max(span.from, text.lineStart(line));
      const to = Math.min(span.to, text.lineEnd(line));
      if (from < to) builder.push(line, from - text.lineStart(line), to - from, tokenTypes.indexOf(type), 0);
    }
  }
  return { data: builder.build().data };
}

import {
  DiagnosticSeverity,
  SymbolKind as kinds,
  type Location,
  type Range,
  type SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { OutlineKind } from '../features/outline';
import type { Severity } from '../rules/rule';
import type { Edit } from '../text/edit';
import { rangeOf, spanOfRange } from '../text/range';
import type { Span } from '../text/span';
import type { Text } from '../text/text';

// Our values in the protocol's form. Both count UTF-16 units and 0-based lines, so `text/range.ts` does the arithmetic.

/** The span of a range; its ends are clamped to the text as the protocol says, and may come back to front. */
export function spanIn(text: Text, range: Range): Span {
  const { from, to } = spanOfRange(text, range);
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

export const locationOf = (uri: string, text: Text, span: Span): Location => ({ uri, range: rangeOf(text, span) });

export const textEditsOf = (text: Text, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.insert }));

export const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The icons that editors draw: a page is a file's part, an article a thing of its own, its parts are named after. */
export const symbolKindOf: Readonly<Record<OutlineKind, SymbolKind>> = {
  page: kinds.Module,
  article: kinds.Class,
  section: kinds.Field,
  subhead: kinds.Method,
};

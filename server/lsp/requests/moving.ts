// What the client asks to move about in a text, and to move its articles.

import type { OfDocument, Position, Range } from './shared';

/** Client → server: where the next article or headline begins; null where there is none. */
export const nextStop = 'galley/nextStop';
export interface NextStopParams extends OfDocument {
  readonly position: Position;
  readonly stop: 'article' | 'headline';
  readonly direction: 'next' | 'previous';
}
export type NextStopResult = Position | null;

/** Client → server: the sentence, paragraph or article at each place; null where there is none. */
export const unitsAt = 'galley/unitsAt';
export interface UnitsAtParams extends OfDocument {
  readonly positions: readonly Position[];
  readonly unit: 'sentence' | 'paragraph' | 'article';
}
export type UnitsAtResult = readonly (Range | null)[];

/** Client → server: the edits that let an article change places with its neighbour; null where it has none on its page. */
export const moveArticle = 'galley/moveArticle';
export interface MoveArticleParams extends OfDocument {
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}
export interface MovedArticle {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** By how many lines the article comes to stand lower, or, negative, higher. */
  readonly lines: number;
}
export type MoveArticleResult = MovedArticle | null;

// What the client asks of whole issues, to draw and to list them.

import type { Filter } from '../../features/overview';

export type { Filter };

/** Client → server: every issue (one day's paper) known, the latest first; those that hold an article with the words. */
export const editions = 'galley/editions';
export interface EditionsParams {
  readonly filter?: Filter;
}
export interface EditionSummary {
  /** The same while its pages are read. */
  readonly key: string;
  /** ISO 8601. */
  readonly date: string | null;
  readonly paper: string | null;
  readonly pages: number;
  readonly articles: number;
  readonly characters: number;
}
export type EditionsResult = readonly EditionSummary[];

/** Client → server: the pages of one issue, named by its key or by one of its files; null where it is not known. */
export const edition = 'galley/edition';
export interface EditionParams {
  readonly key?: string;
  readonly uri?: string;
  readonly filter?: Filter;
}
export interface EditionResult extends EditionSummary {
  readonly leaves: readonly PageOverview[];
  /** Weighed errors for each 10,000 characters. */
  readonly errorRate: number;
  readonly problems: number;
}
export interface PageOverview {
  readonly uri: string;
  /** Which page of its file it is, from 0; -1 for what stands before the first of them. */
  readonly index: number;
  /** As printed or told by the path; empty where neither tells. */
  readonly label: string;
  readonly name: string | null;
  /** Its first and last line, 0-based. */
  readonly first: number;
  readonly last: number;
  readonly characters: number;
  readonly problems: number;
  readonly errorRate: number;
  readonly articles: readonly ArticleOverview[];
}
export interface ArticleOverview {
  readonly id: string;
  readonly name: string;
  /** False where the name is only its first words. */
  readonly titled: boolean;
  readonly people: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly characters: number;
  readonly errorRate: number;
  readonly problems: readonly { readonly line: number; readonly severity: string }[];
  readonly parts: readonly {
    readonly kind: 'section' | 'subhead' | 'caption';
    readonly name: string;
    readonly line: number;
  }[];
  /** Where it goes on. */
  readonly continues: readonly { readonly uri: string; readonly id: string }[];
}

/**
 * What is true of a raw text: the shape of NAME.gold.json beside NAME.txt, which the accuracy measure reads. Lines are 1-based
 * physical lines.
 */
export interface Gold {
  articles: GoldArticle[];
  /** Lines whose line end is no paragraph end. */
  breaks: number[];
  pages: { line: number; page: string }[];
  problems: GoldProblem[];
  /** What may be said of a line and is neither asked for nor held against anyone. */
  allowed: { line: number; codes: readonly string[] }[];
  looseLines: number[];
  looseHeadLines: number[];
  ambiguousStarts: number[];
  style: string;
  damaged: boolean;
  halfwidth: boolean;
  pattern: string[];
  lines: number;
  file: string;
  /** Every problem of the file is known. */
  complete: boolean;
}

export interface GoldProblem {
  line: number;
  code: string;
}

export interface GoldArticle {
  line: number;
  endLine: number;
  headlineLines: number[];
  bylines: { line: number; outlet: string | null; people: string[] }[];
  sections: { line: number; label: string }[];
  subheads: number[];
  captions: number[];
  continuations: GoldContinuation[];
}

export interface GoldContinuation {
  line: number;
  direction: 'to' | 'from';
  page: string;
  mark: string;
  /** The line of the other end, and the file where that is another one. */
  target?: number;
  targetFile?: string;
}

export const blankGold = (file: string, style: string): Gold => ({
  articles: [],
  breaks: [],
  pages: [],
  problems: [],
  allowed: [],
  looseLines: [],
  looseHeadLines: [],
  ambiguousStarts: [],
  style,
  damaged: false,
  halfwidth: false,
  pattern: [],
  lines: 0,
  file,
  complete: true,
});

export const goldArticle = (line: number): GoldArticle => ({
  line,
  endLine: line,
  headlineLines: [],
  bylines: [],
  sections: [],
  subheads: [],
  captions: [],
  continuations: [],
});

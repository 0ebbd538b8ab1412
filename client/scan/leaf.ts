/** Which leaf of a file with several is a page's: what is known of the page. */
export interface LeafFacts {
  /** As printed: `02`, `A2`; may be empty. */
  readonly label: string;
  /** Whether the file holds the whole issue, or else only the pages of one text file. */
  readonly ofIssue: boolean;
  /** Place among the pages of the text file, from 0, and their count. */
  readonly inFile: number;
  readonly fileLeaves: number;
  /** Place among the pages of the issue, from 0. */
  readonly inIssue: number;
}

/**
 * The leaf (from 0) of a PDF or TIFF with `count` of them. The labels that the file itself gives its leaves go first, then the
 * folio's number, then the page's place. A file that belongs to one page alone is opened at its first leaf.
 */
export function leafOf(facts: LeafFacts, count: number, labels: readonly string[] | null = null): number {
  const { label, ofIssue, inFile, fileLeaves, inIssue } = facts;
  const last = (place: number): number => Math.min(Math.max(0, place), count - 1);
  if (count <= 1) return 0;
  if (!ofIssue && (fileLeaves === 1 || fileLeaves === count)) return last(inFile);
  const named = labels?.findIndex((other) => plain(other) !== '' && plain(other) === plain(label)) ?? -1;
  if (named >= 0) return named;
  const number = /^\d+$/.test(plain(label)) ? Number(plain(label)) : 0;
  return number > 0 && number <= count ? number - 1 : last(ofIssue ? inIssue : inFile);
}

/** 02 and 2 are one page, a02 and A2 too. */
const plain = (label: string): string =>
  label
    .trim()
    .toUpperCase()
    .replace(/^([A-Z]*)0+(?=\d)/, '$1');

/** What a non-blank line can be in the search for the best reading of a page. */
export enum State {
  Folio,
  /** The first line of a headline block: an article starts here. */
  Head,
  /** A further line of the block. */
  HeadMore,
  /** The rest of a headline line that was wrapped. */
  HeadRest,
  /** A line that is only a byline. */
  Byline,
  /** A paragraph's first (or only) line, whether body, abstract or list item. */
  Body,
  /** The rest of a paragraph that a line end has cut. */
  Rest,
  Subhead,
  /** Side matter known by its form: credit, caption, end note, attribution. */
  Note,
  /** A paragraph that opens with 上接…: a resumed article starts here. */
  Resumed,
  /** A section marker alone on its line. */
  Section,
}

export const STATES = 11;
export const STATE_NAMES = [
  'folio',
  'head',
  'head-more',
  'head-rest',
  'byline',
  'body',
  'rest',
  'subhead',
  'note',
  'resumed',
  'section',
] as const;

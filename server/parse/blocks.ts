import type { Text } from '../text/text';
import { headRoles } from './head';
import { type Line, Start } from './line';
import type { Block, BlockKind } from './sheet';
import { STATES, State } from './state';
import type { View } from './view';

/** The tiles of a text, and the indices of those at which an article starts. */
export interface Tiling {
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** Per block, the line it is; null for blanks and for paragraphs put together from several lines. */
  readonly whole: readonly (Line | null)[];
}

/** The tiles of a text from the state of each of its non-blank lines and from how likely that state is. */
export function blocksOf(text: Text, view: View, states: Uint8Array, likely: Float32Array): Tiling {
  const { lines } = view;
  const blocks: Block[] = [];
  const starts: number[] = [];
  const whole: (Line | null)[] = [];
  const roles = headRoles(lines, states);
  const at = text.lineStarts();
  let within = false; // an article has begun since the last folio
  let underHead = false; // a headline stands right above: a paper repeats it over what goes on from another page
  let next = 0; // the first physical line that no block holds yet
  const blank = (first: number, last: number): void => {
    const lines = { first, last };
    blocks.push({ kind: 'blank', from: at[first], to: at[last + 1], lines, confidence: 1, joins: NONE, joined: 1 });
    whole.push(null);
  };
  for (let i = 0; i < lines.length; ) {
    const first = lines[i].at;
    if (first > next) blank(next, first - 1);
    const state = states[i] as State;
    const confidence = likely[i * STATES + state];
    let joined = 1;
    let end = i + 1;
    for (; end < lines.length && (states[end] === State.Rest || states[end] === State.HeadRest); end++)
      joined = Math.min(joined, likely[end * STATES + states[end]]);
    const alone = end === i + 1;
    const rows = alone ? lines[i].rows : lines.slice(i, end).flatMap((line) => line.rows);
    // A page's text without a head is an article too, or it would be nowhere in the outline.
    if (state === State.Head || (state === State.Resumed && !underHead) || (!within && state !== State.Folio))
      starts.push(blocks.length);
    within = state !== State.Folio;
    underHead = state === State.Head || state === State.HeadMore || (underHead && state === State.Byline);
    const last = rows[rows.length - 1];
    const kind = roles.get(i) ?? kindOf(lines[i], state);
    const joins = rows.length === 1 ? NONE : rows.slice(0, -1);
    blocks.push({ kind, from: at[first], to: at[last + 1], lines: { first, last }, confidence, joins, joined });
    whole.push(alone ? lines[i] : null);
    next = last + 1;
    i = end;
  }
  if (at[next] < text.length) blank(next, text.lineCount - 1);
  return { blocks, starts, whole };
}

const NONE: readonly number[] = [];

function kindOf(line: Line, state: State): BlockKind {
  switch (state) {
    case State.Folio:
      return 'folio';
    case State.Byline:
      return 'byline';
    case State.Subhead:
      return 'subhead';
    case State.Section:
      return 'section';
    case State.Note:
      if (line.note === 'attribution') return 'attribution';
      if (line.note === 'row') return /\d/.test(line.text) ? 'table' : 'list';
      return line.note === 'caption' || line.note === 'credit' ? 'caption' : 'endnote';
    default:
      if (line.jump && line.jump.from <= line.first) return 'continuation';
      if (line.stops === 0 && (line.start === Start.Numbered || line.start === Start.Bullet) && line.columns < 60)
        return 'list';
      return 'body';
  }
}

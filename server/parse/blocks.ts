import type { Text } from '../text/text';
import type { View } from './evidence';
import { headRoles } from './head';
import { type Line, Start } from './line';
import type { Block, BlockKind } from './sheet';
import { STATES, State } from './state';

/** The tiles of a text, and the indices of those at which an article starts. */
export interface Tiling {
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
}

/** The tiles of a text from the state of each of its non-blank lines and from how likely that state is. */
export function blocksOf(text: Text, view: View, states: Uint8Array, likely: Float32Array): Tiling {
  const { lines } = view;
  const blocks: Block[] = [];
  const starts: number[] = [];
  let underHead = false; // a headline stands right above: the paper repeats it over what goes on from another page
  let within = false; // an article has begun since the last folio
  const roles = headRoles(lines, states);
  let next = 0; // the first physical line that no block holds yet
  const push = (kind: BlockKind, first: number, last: number, confidence: number, joins: number[]): void => {
    blocks.push({
      kind,
      from: text.lineStart(first),
      to: text.lineStart(last + 1),
      lines: { first, last },
      confidence,
      joins,
    });
  };
  for (let i = 0; i < lines.length; ) {
    const first = lines[i].at;
    if (first > next) push('blank', next, first - 1, 1, []);
    let end = i + 1;
    let confidence = likely[i * STATES + states[i]];
    while (end < lines.length && (states[end] === State.Rest || states[end] === State.HeadRest)) {
      confidence = Math.min(confidence, likely[end * STATES + states[end]]);
      end++;
    }
    const rows = lines.slice(i, end).flatMap((line) => line.rows);
    const last = rows[rows.length - 1];
    const state = states[i] as State;
    // A page's text without a head is an article too, or it would be nowhere in the outline.
    if (state === State.Head || (state === State.Resumed && !underHead) || (!within && state !== State.Folio))
      starts.push(blocks.length);
    within = state !== State.Folio;
    underHead = state === State.Head || state === State.HeadMore || (underHead && state === State.Byline);
    push(roles.get(i) ?? kindOf(lines[i], states[i]), first, last, confidence, rows.slice(0, -1));
    next = last + 1;
    i = end;
  }
  if (next < text.lineCount && text.lineStart(next) < text.length) push('blank', next, text.lineCount - 1, 1, []);
  return { blocks, starts };
}

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

import type { Text } from '../text/text';
import { likelihoods } from './confidence';
import { decisions } from './corrections';
import { bestReading, latticeOf } from './decode';
import type { View } from './evidence';
import type { Notes } from './notes';
import { type Declared, declarations } from './paper';
import { unwrapped } from './unwrap';
import { viewOf } from './view';

/** What each non-blank line of a text was taken for, and how likely each other reading was. */
export interface Reading {
  readonly view: View;
  /** A `State` per line of the view. */
  readonly states: Uint8Array;
  /** How likely each state is for each line: lines × STATES. */
  readonly likely: Float32Array;
}

/** The best reading of a text; a hard-wrapped one is first put together, then read again as it would stand unwrapped. */
export function readingOf(text: Text, notes: Notes): Reading {
  const plain = viewOf(text);
  const declared = declarations(plain.lines, notes.paper);
  const view = declaredView(plain, declared);
  const said = decisions(view.lines, notes.corrections);
  const decided = (line: number): number => said.get(line) ?? declared.get(line)?.states ?? 0;
  const lattice = latticeOf(view, decided);
  const states = bestReading(lattice);
  const whole = unwrapped(view, states);
  if (!whole) return { view, states, likely: likelihoods(lattice) };
  const again = latticeOf(whole, decided);
  return { view: whole, states: bestReading(again), likely: likelihoods(again) };
}

/** The view with what a declared folio says in the place of what its form alone would tell. */
function declaredView(view: View, declared: ReadonlyMap<number, Declared>): View {
  if (declared.size === 0) return view;
  const lines = view.lines.map((line) => {
    const folio = declared.get(line.at)?.folio;
    return folio ? { ...line, folio } : line;
  });
  return { ...view, lines };
}

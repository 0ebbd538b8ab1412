import type { Text } from '../text/text';
import { likelihoods } from './confidence';
import { decisions } from './corrections';
import { bestReading, type Lattice, latticeOf } from './decode';
import type { Notes } from './notes';
import { type Declared, declarations } from './paper';
import { unwrapped } from './unwrap';
import { type View, type Viewed, viewOf } from './view';

/** What each non-blank line of a text was taken for, and how likely each other reading was. */
export interface Reading {
  readonly view: View;
  /** A `State` per line of the view. */
  readonly states: Uint8Array;
  /** How likely each state is for each line: lines × STATES. */
  readonly likely: Float32Array;
  /** How it came about: what the reading of a text that comes of this one by edits can take up again. */
  readonly steps: Steps;
}

interface Steps {
  readonly plain: Viewed;
  readonly notes: Notes;
  readonly first: Lattice;
  /** What `first` was read as. */
  readonly states: Uint8Array;
  /** Of the text as it stands unwrapped, where it is hard-wrapped. */
  readonly second: Lattice | null;
}

/**
 * The best reading of a text; a hard-wrapped one is first put together, then read again as it would stand unwrapped.
 * `before`: of a text that this one came of by edits; it changes nothing but how long this takes.
 */
export function readingOf(text: Text, notes: Notes, before?: Reading): Reading {
  const plain = { text, view: viewOf(text, before?.steps.plain) };
  const declared = declarations(plain.view.lines, notes.paper);
  const view = declaredView(plain.view, declared);
  const said = decisions(view.lines, notes.corrections);
  const decided = (line: number): number => said.get(line) ?? declared.get(line)?.states ?? 0;
  const known = before?.steps.notes === notes ? before : undefined;
  const [one, two] = [known?.steps.first, known?.steps.second];
  const first = latticeOf(view, decided, one);
  const states = bestReading(first, known?.steps.states);
  const whole = unwrapped(view, states, one && two && { plain: one.view, whole: two.view });
  const second = whole && latticeOf(whole, decided, two);
  const steps = { plain, notes, first, states, second };
  if (!second) return { view, states, likely: likelihoods(first, two ? null : known?.likely), steps };
  const again = two && known;
  return { view: whole, states: bestReading(second, again?.states), likely: likelihoods(second, again?.likely), steps };
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

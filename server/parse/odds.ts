import { simplifications } from '../text/simplified';
import type { Line } from './line';
import odds from './odds.weights.json';

/** A table of log-odds by UTF-16 unit: asked of every character, so kept flat. What is not known counts as neutral, 0. */
class Odds {
  readonly values = new Int8Array(65536);

  load(table: Record<string, number>): void {
    this.values.fill(0);
    for (const character in table) this.values[character.charCodeAt(0)] = table[character];
  }

  /** The one character weighs what the other does. */
  equate(code: number, known: number): void {
    this.values[code] = this.values[known];
  }

  /** In nine steps; 4 is neutral. */
  step(code: number): number {
    return inSteps(this.values[code] / 8);
  }
}

const inSteps = (odds: number): number => {
  const step = Math.round(odds);
  return step < -4 ? 0 : step > 4 ? 8 : step + 4;
};

export const odd = { first: new Odds(), last: new Odds(), head: new Odds(), title: new Odds(), lead: new Odds() };

/** How much a line is made of the characters of headlines, and of those of titles, in nine steps each: the first times 9, and the second. */
export function madeOf({ text, first, last }: Line): number {
  const [head, title] = [odd.head.values, odd.title.values];
  let heads = 0;
  let titles = 0;
  for (let k = first; k < last; k++) {
    const code = text.charCodeAt(k);
    heads += head[code];
    titles += title[code];
  }
  const length = last - first;
  return inSteps(heads / length / 3) * 9 + inSteps(titles / length / 3);
}

/** Takes the tables of single characters' log-odds (in tenths) into use; the fit script tries others. */
export function useOdds(tables: Record<keyof typeof odd, Record<string, number>>): void {
  for (const name of Object.keys(odd) as (keyof typeof odd)[]) odd[name].load(tables[name]);
  const all = Object.values(odd);
  for (const [traditional, simplified] of simplifications())
    for (const each of all) each.equate(traditional.charCodeAt(0), simplified.charCodeAt(0));
}
useOdds(odds);

import { simplifications } from '../text/simplified';
import type { Line } from './line';
import odds from './odds.weights.json';

/** A table of log-odds by UTF-16 unit: asked of every character, so kept flat. Empty places count as not known. */
class Odds {
  private readonly values = new Int8Array(65536).fill(UNKNOWN);

  load(table: Record<string, number>): this {
    this.values.fill(UNKNOWN);
    for (const [character, value] of Object.entries(table)) this.values[character.charCodeAt(0)] = value;
    for (const [traditional, simplified] of simplifications())
      this.values[traditional.charCodeAt(0)] = this.values[simplified.charCodeAt(0)];
    return this;
  }

  /** In nine steps; 4 is neutral. */
  step(code: number): number {
    const value = this.values[code];
    if (value === UNKNOWN) return 4;
    const step = Math.round(value / 8);
    return step < -4 ? 0 : step > 4 ? 8 : step + 4;
  }

  /** How much a line is made of the characters that the table speaks for, 0 to 8. */
  madeOf({ text, first, last }: Line): number {
    let sum = 0;
    for (let k = first; k < last; k++) {
      const value = this.values[text.charCodeAt(k)];
      if (value !== UNKNOWN) sum += value;
    }
    const mean = Math.round(sum / (last - first) / 3);
    return mean < -4 ? 0 : mean > 4 ? 8 : mean + 4;
  }
}

const UNKNOWN = -128;
export const odd = { first: new Odds(), last: new Odds(), head: new Odds(), title: new Odds(), lead: new Odds() };

/** Takes the tables of single characters' log-odds (in tenths) into use; the fit script tries others. */
export function useOdds(tables: Record<keyof typeof odd, Record<string, number>>): void {
  for (const name of Object.keys(odd) as (keyof typeof odd)[]) odd[name].load(tables[name]);
}
useOdds(odds);

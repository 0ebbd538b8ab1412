import { namesDepartment } from './forms/department';
import { End, type Line, Start } from './line';
import type { HeadRole } from './sheet';
import { State } from './state';

/**
 * What each line of the headline blocks is: kicker (引题) before, deck (副题) behind the main headline, a standing column's
 * name. Keys are indices of the lines that begin a headline line.
 */
export function headRoles(lines: readonly Line[], states: Uint8Array): Map<number, HeadRole> {
  const roles = new Map<number, HeadRole>();
  for (let i = 0; i < lines.length; i++) {
    if (states[i] !== State.Head) continue;
    const block = [i];
    for (let j = i + 1; j < lines.length && (states[j] === State.HeadMore || states[j] === State.HeadRest); j++)
      if (states[j] === State.HeadMore) block.push(j);
    const main = mainOf(block.map((k) => lines[k]));
    block.forEach((k, n) => {
      roles.set(
        k,
        n < main
          ? isColumn(lines[k], block.length)
            ? 'column'
            : 'kicker'
          : n === main
            ? 'headline'
            : isColumn(lines[k], block.length)
              ? 'column'
              : 'deck',
      );
    });
  }
  return roles;
}

/** The main headline among a block's lines: the second of three, unless the marks of kicker and deck say otherwise. */
function mainOf(block: readonly Line[]): number {
  if (block.length === 1) return 0;
  const labelled = block.findIndex(({ titled }) => titled?.role === 'headline');
  if (labelled >= 0) return labelled;
  const leads = block[0].end === End.Dash || block[0].end === End.Colon || block[0].end === End.Pause;
  if (leads || (block.length === 2 && isColumn(block[0], 2))) return 1;
  const deck = block.findIndex((line, n) => n > 0 && line.start === Start.Dash);
  if (deck === 1) return 0;
  return block.length >= 3 ? 1 : 0;
}

/**
 * A standing column's name (栏目) on a line of its own is a word or two, with nothing that joins it to a sentence; above a headline
 * alone it says what it is, for a short headline above its deck looks the same.
 */
const isColumn = (line: Line, lines: number): boolean =>
  line.columns <= 12 &&
  line.pauses === 0 &&
  line.stops === 0 &&
  line.gaps === 0 &&
  line.end === End.Han &&
  (lines >= 3 || (lines === 2 && namesDepartment(line)));

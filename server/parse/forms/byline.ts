import { Trait } from '../traits';
import { affiliation } from './affiliation';
import { dateline } from './dateline';
import { fields } from './fields';
import { bareNames } from './names';
import { englishPeople } from './people';
import { bylineLine, reporterLine } from './reporters';
import { type Signature, signature } from './signature';

/**
 * The byline or dateline a line opens with (`本报北京6月1日电（记者甲）…`) or consists of (`□本报记者 甲 乙`), or null.
 * Which outlets there are is not asked: the form tells. `opening`: the traits of the line's first characters; `sentence`: it
 * has a full-width comma, and so is no list of names.
 */
export function byline(line: string, opening: number = Trait.Any, sentence = false): Signature | null {
  if (line.length === 0) return null;
  return (
    (opening & Trait.Label && line.length <= LONGEST_FIELDS ? fields(line) : null) ??
    (opening & Trait.Wire ? dateline(line) : null) ??
    (opening & Trait.Reporter ? reporterLine(line) : null) ??
    (opening & Trait.Trade && !sentence ? bylineLine(line) : null) ??
    (opening & Trait.Latin ? english(line) : null) ??
    (sentence ? null : (onlyNames(line) ?? affiliation(line)))
  );
}

function onlyNames(line: string): Signature | null {
  const names = bareNames(line);
  return names && { ...signature('whole', line, names), weak: !names.sure };
}

const LONGEST_FIELDS = 120;
const by = /^\s*(?:by|story by|photos? by|text by)\s+(?=[A-Z])/i;
const LONGEST = 80;

function english(line: string): Signature | null {
  const match = line.trim().length <= LONGEST ? by.exec(line) : null;
  const people = match ? englishPeople(line, match[0].length) : [];
  return people.length > 0 ? signature('whole', line, { to: line.length, people }) : null;
}

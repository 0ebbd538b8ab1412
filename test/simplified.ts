import { Converter } from 'opencc-js/t2cn';
import odds from '../server/parse/odds.weights.json';
import { odds as openings } from '../server/rules/openings.weights.json';

/**
 * Every traditional character whose simplified form a fitted table speaks of, right before that form. The labelled texts are
 * in simplified characters; what one tells of a line's place does not depend on how it is written.
 */
export function simplifiedPairs(): string {
  const known = new Set([...JSON.stringify(odds), ...Object.values(openings).join('')]);
  const simple = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const form = simple(character);
    if (form !== character && form.length === 1 && known.has(form)) pairs += character + form;
  }
  return pairs;
}

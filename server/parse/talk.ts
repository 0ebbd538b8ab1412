import { End, type Line } from './line';
import { Item } from './list';

// Interviews and conversations: who speaks a line, and what stands between two turns.

/** In an interview, a dialogue: 问：…, 甲：…, Q: …. */
export const isAnswer = ({ text, first }: Line): boolean =>
  '：:'.includes(text.charAt(first + 1) || ' ') && '问問答甲乙丙丁QAＱＡ'.includes(text[first]);

/** In lines: question, answer, and an answer's further paragraphs. */
const TALK = 4;

/** Whether line `turn` is spoken by the very name under which somebody spoke right above line `i`: 周刊：…, 石师傅：…. */
export function saidBefore(lines: readonly Line[], i: number, turn: number): boolean {
  const name = lines[turn] ? speaker(lines[turn]) : '';
  if (name === '') return false;
  for (let j = i - 1; j >= Math.max(0, i - TALK); j--) if (speaker(lines[j]) === name) return true;
  return false;
}

const LONGEST_NAME = 6;

/** Who speaks a line, as it says itself: a word before a colon that more follows. An export's fields are nobody, 问 and 答 neither. */
function speaker({ text, first, last, field, titled }: Line): string {
  if (field || titled) return '';
  const end = Math.min(last - 1, first + LONGEST_NAME + 1);
  for (let at = first + 2; at < end; at++) if (text[at] === '：' || text[at] === ':') return text.slice(first, at);
  return '';
}

/** In columns. */
const FEW_WORDS = 40;

/** Whether line `i`, which stands in a talk, is a few words without any mark below one that ends as a sentence does: what parts the talk is a subhead. */
export function partsTalk(lines: readonly Line[], i: number): boolean {
  const [before, line] = [lines[i - 1], lines[i]];
  const whole = before.end === End.Stop || before.end === End.StopQuote || before.end === End.Paren;
  const bare = line.stops + line.pauses === 0 && line.end === End.Han && line.item === Item.None && !line.note;
  return whole && bare && line.columns <= FEW_WORDS;
}

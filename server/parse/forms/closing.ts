import { dispatch, isOutlet } from './dateline';
import { namesRole } from './people';
import { AUTHORS } from './reporters';
import { allNamed, BRACKET, creditsAt, outletIn, type Signature, signature } from './signature';

const OPENS = '（(〔【［[';
const CLOSES = '）)〕】］]';
const ending = new RegExp(`^${BRACKET}[。]?$`);
/** How much of a line's end is looked at. */
const REACH = 110;

/** （作者系…）, （作者为…）: who the author is, not a byline. */
const about = /^(?:作者|[系为為]).*[系为為]/;
const stop = /[。！？…”」]$/;
const stopped = /[。！？；，]/;
const reporters = /记者|記者|通讯员|通訊員|作者|员|生|者/;
/** Two or three names, padded. */
const FEW = 14;

/**
 * The byline with which a paragraph ends: `（本报记者 甲）`, `（新华社北京6月1日电）`, `（文/甲）`, `（甲 乙）`; without
 * brackets only where the words say so: `…。本报记者 甲`. Null where it ends otherwise.
 */
export function closing(line: string): Signature | null {
  const trimmed = line.trimEnd();
  if (!CLOSES.includes(trimmed[trimmed.length - 1]) && !CLOSES.includes(trimmed[trimmed.length - 2]))
    return signed(trimmed);
  const from = lastOpening(trimmed);
  const match = from < 0 ? null : ending.exec(trimmed.slice(from));
  if (!match) return null;
  const before = line.slice(0, from).trimEnd();
  const said = wire(match[1], from + 1) ?? credited(match[1], from + 1, before);
  return said && signature(before.trim() === '' ? 'whole' : 'end', line, { ...said, from, to: line.length });
}

/** Where the last bracket opens near the end of a text, or -1. */
function lastOpening(text: string): number {
  for (let i = text.length - 1; i >= 0 && i >= text.length - REACH; i--) if (OPENS.includes(text[i])) return i;
  return -1;
}

type Said = Pick<Signature, 'outlet' | 'city' | 'date' | 'people'>;

/** 新华社北京6月1日电 记者甲: the words of a bracket, which stand at `at` in the line. */
function wire(words: string, at: number): Said | null {
  const found = dispatch(words);
  if (!found || found.kind === 'news' || namesRole(found.lead)) return null;
  const rest = words.slice(found.to);
  const people = rest.trim() === '' ? [] : namesRole(rest) ? creditsAt(rest, at + found.to)?.people : null;
  if (!people || !found.outlet || !(isOutlet(found.outlet) || found.date)) return null;
  return { outlet: found.outlet, city: found.place, date: found.date, people };
}

/** 本报记者甲, 文/甲; and names alone behind a sentence: behind a title, which has no full stop, they may be a column's name. */
function credited(inside: string, at: number, before: string): Said | null {
  if (about.test(inside)) return null;
  const source = /^(?:[综綜]合|据|據)\s*/.exec(inside)?.[0].length ?? 0;
  const words = inside.slice(source);
  const sentence = /。[”」]?$/.test(before) || (stop.test(before) && stopped.test(before.slice(0, -1)));
  const behindSentence = sentence && words.length <= FEW;
  if (!AUTHORS.test(words) && !namesRole(words) && !behindSentence) return null;
  const said = creditsAt(words, at + source);
  if (!said || !(reporters.test(words) || allNamed(said))) return null;
  return { outlet: outletIn(words), city: said.place, date: null, people: said.people };
}

/** Before the reporter stands some text, and a reporter's words are few. */
const SOME_TEXT = 12;
const LONGEST = 24;
const LONGEST_ROLE = 12;

/** `…。本报记者 甲`, `…。（完）本报记者甲`: behind a sentence, to the line's end. */
function signed(line: string): Signature | null {
  const end = line.slice(-LONGEST);
  const at = line.length - end.length + Math.max(end.lastIndexOf('记者'), end.lastIndexOf('記者'));
  if (at < SOME_TEXT || at < line.length - end.length) return null;
  const start = 1 + Math.max(...[...'。”！？'].map((mark) => line.lastIndexOf(mark, at)));
  const words = line.slice(start);
  if (start === 0 || at - start > LONGEST_ROLE || /[，,；;：:“”]|[摄攝图圖]\s*$/.test(words)) return null;
  const said = creditsAt(words, start);
  if (!said || !allNamed(said)) return null;
  const from = line.length - words.trimStart().length;
  return signature('end', line, {
    from,
    to: line.length,
    outlet: outletIn(words),
    city: said.place,
    people: said.people,
  });
}

import { isPadded, NAME } from './affiliation';
import { dispatch, isOutlet } from './dateline';
import { isName } from './names';
import { type Named, namesRole } from './people';
import { AUTHORS } from './reporters';
import { allNamed, BRACKET, creditsAt, HAN, outletIn, type Signature, signature } from './signature';

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
  const guest = sentence || before.trim() === '' ? introduced(inside, at) : null;
  if (guest) return { outlet: null, city: null, date: null, people: [guest] };
  const behindSentence = sentence && words.length <= FEW;
  if (!AUTHORS.test(words) && !namesRole(words) && !behindSentence) return null;
  const said = creditsAt(words, at + source);
  if (!said || !(reporters.test(words) || allNamed(said) || said.people.every(isPadded))) return null;
  return { outlet: outletIn(words), city: said.place, date: null, people: said.people };
}

const introduction = new RegExp(`^([${HAN}]{2,16})([ \\u3000]+)(${NAME})$`);
/** What the words for who somebody is end in: behind them any word is a name (大学生 阿蓉). */
const calling = /[民生师師员員者工农農户戶主士长長家友]$/;

const SHORTEST = 4;

/** A reader or an expert, and before the name who that is: 市民 岳清, 退休教师　白露, 市农科院　石　敢. */
function introduced(inside: string, at: number): Named | null {
  const [, who, gap, padded] = introduction.exec(inside) ?? [];
  if (!who || namesRole(who) || isName(who)) return null;
  const name = padded.replace(/\s/g, '');
  const called = calling.test(who);
  // 谈建平 邵德东: a word as short as a name may be one.
  if (!called && (who.length < SHORTEST || !(isName(name) || name !== padded))) return null;
  const from = at + who.length + gap.length;
  return { name, role: null, from, to: from + padded.length };
}

/** Before the reporter stands some text, and a reporter's words are few. */
const SOME_TEXT = 12;
const LONGEST = 24;
const LONGEST_ROLE = 12;
const REPORTERS = ['记者', '記者', '通讯员', '通訊員'];

/** `…。本报记者 甲`, `…。（完）本报记者甲`, `…。通讯员　甲`: behind a sentence, to the line's end. */
function signed(line: string): Signature | null {
  const end = line.slice(-LONGEST);
  const at = line.length - end.length + Math.max(...REPORTERS.map((word) => end.lastIndexOf(word)));
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

import type { View } from './evidence';
import { jump } from './forms/continuation';
import { endsReferring } from './forms/note';
import { End, type Line, Start } from './line';
import { Item, inList } from './list';
import { straddles } from './straddle';
import { PARAGRAPH_INDENT } from './wrap';

// Whether a line surely goes on with the one before it, or surely does not.

/** Whether line `i` is surely no rest of a paragraph that line `before` began or went on with. */
export function beginsAnew(view: View, i: number, before: Line): boolean {
  const { profile } = view;
  const line = view.lines[i];
  const full = view.wraps.full[i - 1] === 1;
  if (before.jump || line.section || isBulleted(line) || line.note === 'row' || before.note === 'row') return true;
  // A list's items, and what stands below the last of them.
  if (inList(view.lines, i) || ((!full || line.item !== Item.None) && inList(view.lines, i - 1))) return true;
  if (givesContact(line)) return true;
  // A reference to other pages closes its paragraph.
  if (before.end === End.Paren && endsReferring(before.text)) return true;
  // Where paragraphs are indented, a line that is indented begins one: no wrapped line is.
  const setIn = profile.indented ? isWrapped(view, i - 1) : before.indent === 0 && full;
  if (setIn && line.indent >= PARAGRAPH_INDENT) return true;
  // Of two quotations side by side the second begins a paragraph, twice in three times; questions stand in a row.
  if (!profile.indented && line.start === Start.Quote && before.text.endsWith('。”', before.last)) return true;
  if (isQuotedTitle(before)) return true;
  // At the wrap width any line may end, in mid-word and after a few words.
  return !full && endsEarly(view, i, before);
}

/** Whether line `before`, which does not fill the measure, is whole: then line `i` below it begins something. */
function endsEarly({ lines, wraps, profile }: View, i: number, before: Line): boolean {
  const line = lines[i];
  // A list's next item; and behind a byline, or below one, a paragraph is over.
  if (line.start === Start.Numbered || before.closing || before.signature?.place === 'whole') return true;
  if (profile.punctuation === 'none') return true;
  // A caption or an end note is whole: nothing goes on after it.
  if (before.note && (before.note !== 'caption' || before.end === End.Stop || before.end === End.Paren)) return true;
  // No paragraph is cut behind a sentence, a colon, a bracket or a quotation: none of 1,443 cuts in the labelled pages is there.
  if ((CLOSED.has(before.end) && wraps.width[i - 1] === 0) || endsSigned(before) || endsInNumber(before)) return true;
  // A few words without any mark are a list's item, a signature, a title: no paragraph is cut so early.
  const ordinal = before.start === Start.Numbered ? 1 : 0;
  if (before.columns < 30 && before.stops + before.pauses <= ordinal && before.end !== End.Pause) return true;
  // Two short lines are verse, a list, a dialogue: a column's edge cuts paragraphs further on.
  const measure = wraps.width[i - 1] || profile.wrapWidth || Number.POSITIVE_INFINITY;
  if (before.columns <= VERSE && line.columns <= VERSE && before.width < measure - SLACK) return true;
  return bitesItsTail(before, line);
}

/** In half-width columns: a line of verse at most. */
const VERSE = 40;

/** How far a line may fall short of the measure around it and still have been cut there. */
const SLACK = 4;

const CLOSED = new Set([End.Stop, End.StopQuote, End.Quote, End.Paren, End.Ellipsis, End.Colon]);

/** 地址：…, 咨询电话：…: how a notice's further lines begin. */
const contact =
  /^(?:(?:咨询|諮詢|报名|報名|订票|訂票|联系|聯繫|服务|服務|投诉|投訴|活动|活動|演出|展出|开放|開放|办公|辦公)?(?:地址|电话|電話|热线|熱線|网址|網址|邮编|郵編|邮箱|郵箱|联系人|聯繫人|时间|時間|地点|地點|票价|票價|传真|傳真))[：:]/;
export const givesContact = ({ text, first }: Line): boolean => contact.test(text.slice(first, first + 10));

/** Whether a letter or a question is signed where it ends: …能不能自己留种？　　河湾乡　石敢. */
const endsSigned = ({ text, last, gaps }: Line): boolean =>
  gaps > 0 && /[。！？”](?:\u3000|[ \u00a0]{2})[^，。！？；：]{2,20}$/.test(text.slice(Math.max(0, last - 30), last));

/** Whether a notice ends in the number at which to call. */
const endsInNumber = ({ text, last, end }: Line): boolean =>
  end === End.Digit &&
  /(?:电话|電話|热线|熱線|传真|傳真|手机|手機|邮编|郵編|phone|tel\.?|fax|call)[：: ]*[^，。；：]{0,16}\d{3}$/i.test(
    text.slice(Math.max(0, last - 40), last),
  );

/** ■, ▲, ●: what a dot joins is a name (阿依古丽·买买提) and may well be cut there. */
export const isBulleted = ({ start, text, first }: Line): boolean => start === Start.Bullet && text[first] !== '·';

const isWrapped = ({ lines, wraps }: View, i: number): boolean => wraps.width[i] > 0 || lines[i]?.rows.length > 1;

/** A whole line in quotation marks, without a stop before the closing one: it is set as a subhead. */
const isQuotedTitle = ({ start, end, text, first, last }: Line): boolean =>
  start === Start.Quote && end === End.Quote && /^“[^“”]*[^。！？…，”]”$/.test(text.slice(first, last));

/**
 * Whether a paragraph's lost beginning stands at its own end (案，即在… 做出了特别预): then it is no next line's beginning.
 */
const bitesItsTail = (line: Line, next: Line): boolean => {
  if (
    line.end !== End.Han ||
    line.start !== Start.Han ||
    !/^.{1,3}[，,、]/.test(line.text.slice(line.first, line.first + 5))
  )
    return false;
  const tail = line.text.slice(line.first, line.last);
  return straddles(tail, tail) && !straddles(tail, next.text.slice(next.first));
};

/** In the midst of a hard-wrapped paragraph: line `i` fills the measure, and so do the lines before it, none of which ends. */
export function runsOn({ lines, wraps: { full } }: View, i: number): boolean {
  if (i < RUN || full[i] === 0 || lines[i].indent > 0 || lines[i].note || lines[i].section) return false;
  for (let j = i - 1; j >= i - RUN; j--) {
    const { end } = lines[j];
    if (full[j] === 0 || !(end === End.Han || end === End.Pause) || lines[j + 1].blanksBefore > 0) return false;
  }
  return true;
}

/** So many full lines without a stop at their ends are no headline any more: the line after them goes on. */
const RUN = 3;

/** Whether a line end cuts a reference in two: 第七版） below …（下转, or ③ below 下转07版, is its rest. */
export const splitsJump = (before: Line | undefined, { text, first, last }: Line): boolean => {
  if (!before || last - first > END_OF_JUMP) return false;
  const head = before.text.slice(Math.max(before.first, before.last - 12), before.last);
  if (!/[转轉接]/.test(head)) return false;
  const whole = head + text.slice(first, last);
  const found = jump(whole);
  return found !== null && found.from < head.length && found.to === whole.length;
};

/** What a line end may leave of a reference: ①, 四版）, 第七版）①. */
const END_OF_JUMP = 8;

export const hangsOn = (before: Line | undefined, line: Line): boolean =>
  line.start === Start.Never &&
  before !== undefined &&
  (before.end === End.Han || before.end === End.Digit || before.end === End.Latin) &&
  !(before.note || before.jump || before.folio || before.section?.alone || before.signature?.place === 'whole');

export const splitsNumber = (line: Line | undefined, next: Line | undefined): boolean =>
  line?.end === End.Digit &&
  line.signature?.place !== 'whole' &&
  next?.start === Start.Digit &&
  (line.pauses > 0 || next.text[next.first] === '0');

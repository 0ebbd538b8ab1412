import type { View } from './evidence';
import { isDepartment } from './forms/department';
import { mayBeName } from './forms/names';
import { endsReferring } from './forms/note';
import { End, type Line, Start } from './line';
import { amidBareLines, Item, inList } from './list';
import { beginsAnew, givesContact, hangsOn, isBulleted, runsOn, splitsJump, splitsNumber } from './rest';
import { STATES, State } from './state';
import { isAnswer, partsTalk, saidBefore } from './talk';

const HEADS = (1 << State.Head) | (1 << State.HeadMore) | (1 << State.HeadRest);
const SUBHEAD = 1 << State.Subhead;
const TITLES = HEADS | SUBHEAD;
const CUT =
  (1 << State.Body) | (1 << State.Rest) | (1 << State.Resumed) | SUBHEAD | (1 << State.Byline) | (1 << State.Note);
const ALL = (1 << STATES) - 1;

/**
 * Per state, the states it may follow: a deck needs a headline before it, a paragraph's rest needs its beginning, and under
 * a subhead its article goes on.
 */
export const MAY_FOLLOW: readonly number[] = Array.from({ length: STATES }, (_, state) => {
  if (state === State.HeadMore || state === State.HeadRest) return HEADS;
  if (state === State.Rest) return CUT;
  const begins = state === State.Head || state === State.Resumed || state === State.Folio;
  return begins ? ALL & ~SUBHEAD : ALL;
});

const FREE =
  ALL & ~((1 << State.Folio) | (1 << State.Resumed) | (1 << State.Section) | (1 << State.Byline) | (1 << State.Note));

/** The states that a line's own form leaves open, as bits: what a pattern tells for sure is not weighed. */
export function openStates(view: View, i: number): number {
  const line = view.lines[i];
  if (line.resumption) return 1 << State.Resumed;
  if (line.titled) return 1 << (view.lines[i - 1]?.titled ? State.HeadMore : State.Head);
  if (isDepartment(line)) return (1 << State.Head) | (1 << State.HeadMore);
  if (isDeckOverByline(view, i)) return 1 << State.HeadMore;
  if (signsFurther(view.lines[i - 1], line)) return 1 << State.Byline;
  if (splitsJump(view.lines[i - 1], line)) return 1 << State.Rest;
  const indexed = line.item === Item.Paged && inList(view.lines, i);
  if (!indexed) {
    if (line.folio?.strong) return 1 << State.Folio;
    if (line.folio && (isHeadOfPage(view, i) || isPieceOfHeader(view, i))) return 1 << State.Folio;
  }
  if (line.section?.alone) return 1 << State.Section;
  if (line.signature?.place === 'whole' && !line.signature.weak) return 1 << State.Byline;
  if (line.signature?.place === 'start') return 1 << State.Body;
  // Text without punctuation has no broken lines to claim, and its long lines are text however they end.
  const unpunctuated = view.profile.punctuation === 'none';
  if (unpunctuated && line.columns >= 60) return 1 << State.Body;
  // A jump alone on its line ends a paragraph, and nothing but the next article comes behind a jump.
  if (line.jump && line.jump.from <= line.first) return (1 << State.Body) | (1 << State.Rest);
  // GB/T 15834: a number is never split, and no pause or closing mark begins a line. What stands so is cut from the line
  // before it, unless that line is whole.
  if (splitsNumber(view.lines[i - 1], line) || hangsOn(view.lines[i - 1], line)) return 1 << State.Rest;
  if (runsOn(view, i)) return 1 << State.Rest;
  let open = FREE;
  if (line.note) open |= 1 << State.Note;
  if (line.folio && !line.folio.piece && !indexed) open |= 1 << State.Folio;
  if (
    line.section ||
    line.jump ||
    line.start === Start.Never ||
    isAnswer(line) ||
    isSalutation(line) ||
    givesContact(line) ||
    line.field ||
    splitsNumber(line, view.lines[i + 1]) ||
    (line.note && line.note !== 'attribution')
  )
    open &= ~TITLES;
  // A sentence with a byline or a reference to other pages behind it, in brackets, is text.
  if (line.stops > 0 && line.end === End.Paren && (line.closing?.place === 'end' || endsReferring(line.text)))
    open &= ~TITLES;
  if (
    goesOnWithBullets(view.lines[i - 1], line) ||
    inList(view.lines, i) ||
    (!view.wraps.full[i] && amidBareLines(view.lines, i))
  )
    open &= ~TITLES;
  // Whoever signs a notice stands above its date.
  if (view.lines[i + 1]?.note === 'staff' && endsInDay(view.lines[i + 1])) open &= ~TITLES;
  // What closes a quotation that it did not open belongs to the line before it; a sentence that is quoted whole is text.
  if (line.end === End.StopQuote && (line.unopened > 0 || line.text[line.last - 2] === '。')) open &= ~TITLES;
  // No title ends in a full stop (GB/T 15834 leaves it out), so that 。 teaches nothing of those that end in ？ or ！.
  if (line.text[line.last - 1] === '。') open &= ~TITLES;
  if (!view.wraps.full[i] && endsInMidClause(line)) open &= ~TITLES;
  if (opensWithDay(line)) open &= ~SUBHEAD;
  // No headline counts its points; one that begins with a dash is a deck.
  if (line.start === Start.Numbered) open &= ~(1 << State.Head);
  if (line.start === Start.Dash) open &= ~((1 << State.Head) | SUBHEAD);
  // What stands in brackets from end to end is an aside, and no title breaks off at a pause unless the wrap width cut it.
  if (line.start === Start.Paren && line.end === End.Paren && line.open + line.unopened === 0)
    open &= ~((1 << State.Head) | SUBHEAD);
  if ((line.end === End.Pause || line.end === End.Semicolon) && !view.wraps.full[i] && !isHalfOfHead(view, i))
    open &= ~TITLES;
  if (saidBefore(view.lines, i, i)) open &= ~TITLES;
  const talking = saidBefore(view.lines, i, i + 1);
  if (talking) open &= ~HEADS;
  // Under a subhead its article goes on, and whoever is addressed is so at a letter's beginning.
  if (i === view.lines.length - 1 || isSalutation(view.lines[i + 1])) open &= ~SUBHEAD;
  const before = view.lines[i - 1] as Line | undefined;
  if (!before) return open & ~((1 << State.HeadMore) | (1 << State.HeadRest) | (1 << State.Rest));
  // A line with nothing but a name is a byline under a title; elsewhere it may be anything.
  if (
    line.signature &&
    before.stops === 0 &&
    before.columns <= 70 &&
    before.end !== End.Stop &&
    before.end !== End.Colon &&
    !(line.signature.loose && (inList(view.lines, i) || view.wraps.full[i - 1] || isHalf(view.lines, i)))
  )
    open = paddedName(line, view.lines[i + 1])
      ? 1 << State.Byline
      : (open & ~asReader(line, view.lines[i + 1])) | (1 << State.Byline);
  if (before.jump || before.closing || before.note === 'endnote') open &= ~SUBHEAD;
  if (talking && open & SUBHEAD && partsTalk(view.lines, i)) return SUBHEAD;
  return beginsAnew(view, i, before) ? open & ~(1 << State.Rest) : open;
}

/** A bare page number and a name are a header where the text begins, and where the file heads its pages so. */
const isHeadOfPage = ({ lines, profile }: View, i: number): boolean =>
  (i === 0 || profile.barePages) && /^[A-Z]/.test(lines[i].folio?.label ?? '');

/** A reader's signature closes his letter; between a title and a text whoever signs is its author. */
const asReader = ({ note }: Line, next: Line | undefined): number =>
  note === 'endnote' && next && next.stops + next.pauses > 0 ? 1 << State.Note : 0;

/** A page's header is set over so many lines at most. */
const HEADER = 4;

/** Whether line `i`, which may be a header's piece, stands beside what surely is one, or with others of its kind where the text begins. */
function isPieceOfHeader(view: View, i: number): boolean {
  const { lines } = view;
  const { folio } = lines[i];
  const sure = (j: number): boolean => Boolean(lines[j].folio?.strong || isHeadOfPage(view, j));
  for (let j = i - 1; j >= Math.max(0, i - HEADER) && lines[j].folio; j--) {
    // Below a header that names its page a word more is a column's name.
    if (folio?.name && lines[j].folio?.name) return false;
    if (sure(j)) return true;
  }
  // A day above a header may close a notice on the page before.
  if (i > 0 && !folio?.paper && !lines[i - 1].folio) return false;
  for (let j = i + 1; j < Math.min(lines.length, i + HEADER) && lines[j].folio; j++)
    if (lines[j].folio?.strong) return true;
  return false;
}

/**
 * Whether line `i`, which may be an author's, is half a headline rather: no text stands below it or no title above, it is set
 * in less than the line above, or it is a word below a word, as a title stands below its column's name.
 */
function isHalf(lines: readonly Line[], i: number): boolean {
  const [before, line, next] = [lines[i - 1], lines[i], lines[i + 1] as Line | undefined];
  const word = line.columns < WORD && !mayBeName(line.text.slice(line.first, line.last));
  if (!next || next.columns < line.columns || next.stops + next.pauses === 0 || before.note) return true;
  return line.indent < before.indent || (word && before.columns < WORD);
}
/** In columns: five Han characters. */
const WORD = 10;

/** A name set with blanks inside, above a text: 何　舟. */
const paddedName = ({ signature, gaps }: Line, next: Line | undefined): boolean =>
  signature?.people.length === 1 &&
  !signature.loose &&
  gaps > 0 &&
  signature.to - signature.from <= PADDED &&
  next !== undefined &&
  next.columns > 60;
/** 叶　知　秋, in characters. */
const PADDED = 6;

/** Whom a letter or a notice is addressed to. */
const salutation =
  /^(?=.{2,40}[：:]$)(?:(?:尊敬|亲爱|親愛|敬爱|敬愛)的|各.{1,8}[，、].*|.{0,14}(?:同志|先生|女士|小姐|[友学學志]们|编辑部|編輯部|钧鉴|鈞鑒|台鉴|台鑒|大鉴|大鑒)[：:]$)|^(?:编辑|編輯)(?:同志|先生|部)?[：:]?$/;

/** Whether line `i` is opened by a dash and stands between a short line and a byline: ——访渡口村的老艄公. All 107 such lines of the labelled pages are decks, but for four that are signed at once. */
function isDeckOverByline({ lines }: View, i: number): boolean {
  const [before, line, next] = [lines[i - 1] as Line | undefined, lines[i], lines[i + 1] as Line | undefined];
  if (line.start !== Start.Dash || line.note || line.stops > 0 || line.end === End.Stop || line.columns > 60)
    return false;
  if (!next?.signature || next.signature.weak || !before || before.columns > 60) return false;
  return !(
    before.folio ||
    before.note ||
    before.signature ||
    before.section ||
    before.jump ||
    before.text[before.last - 1] === '。'
  );
}

/** An English byline's second line: Gazette Reporter, Special to the Herald, anna@herald.example. */
const signsFurther = (before: Line | undefined, { text, first, last, columns, latin }: Line): boolean =>
  latin > 0 &&
  columns <= 50 &&
  before?.signature?.place === 'whole' &&
  before.latin > 0 &&
  rank.test(text.slice(first, last));
const rank =
  /^(?:(?:[A-Z][\w.’']*\s+){0,4}(?:Reporter|Writer|Correspondent|Editor|Columnist|Critic|Photographer|Staff)s?|(?:Special to|For) [Tt]he [A-Z][\w ]+|[\w.+-]+@[\w.-]+)$/i;

const isSalutation = ({ text, first, last, columns, end }: Line): boolean =>
  columns <= 80 && (end === End.Colon || '编編'.includes(text[first])) && salutation.test(text.slice(first, last));

/** In columns: a headline that is set in two lines is short in both. */
const HALF = 32;

/** Whether line `i`, which ends at a pause, is a headline's first half: 小巷里的热水， above 烧到半夜十二点 and a byline or a text. */
function isHalfOfHead({ lines, profile }: View, i: number): boolean {
  const [before, line, rest, text] = [lines[i - 1] as Line | undefined, lines[i], lines[i + 1], lines[i + 2]];
  if (!text || line.end !== End.Pause || line.stops + line.pauses > 0 || line.columns > HALF) return false;
  if (rest.columns > HALF || rest.stops + rest.pauses > 0 || !(rest.end === End.Han || rest.end === End.Quote))
    return false;
  if (profile.indented && (line.indent > 0 || rest.indent > 0)) return false;
  const over = !before || before.end === End.Stop || before.end === End.StopQuote || before.end === End.Paren;
  return (over || before.jump !== null) && (text.signature !== null || text.stops + text.pauses > 0);
}

/** Briefs and items under one department, each behind the same ornament. */
const goesOnWithBullets = (before: Line | undefined, line: Line): boolean =>
  isBulleted(line) && before?.start === Start.Bullet && before.text[before.first] === line.text[line.first];

/** None of 6,500 titles in the labelled pages ends so, but one in 的; 70 cut paragraphs do. */
const endsInMidClause = ({ text, last }: Line): boolean => '的和在“（《'.includes(text[last - 1]);

/** 3月15日，…: a report opens so, 33 cut paragraphs do, and none of 1,446 subheads. */
const opensWithDay = ({ text, first, start }: Line): boolean =>
  (start === Start.Digit || '近日昨今'.includes(text[first])) &&
  /^(?:\d{1,2}月\d{1,2}日|近日|日前|[昨今][天日])[，,]/.test(text.slice(first, first + 8));

const endsInDay = ({ text, last }: Line): boolean => /[日号號]/.test(text[last - 1]);

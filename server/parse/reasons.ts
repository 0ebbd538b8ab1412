import type { Text } from '../text/text';
import type { Words } from '../text/words';
import { evidence, FEATURES } from './evidence';
import { fitted, MOST_FEATURES } from './model';
import { type Notes, silence } from './notes';
import { openStates } from './open';
import { readingOf } from './reading';
import { STATES } from './state';

/** Why a line was read as it was, against the next likeliest reading; strongest first, weights in log-odds. */
export interface Reasons {
  readonly pro: readonly Reason[];
  readonly contra: readonly Reason[];
  /** Its form alone decided, and nothing had to be weighed. */
  readonly certain: boolean;
}

export interface Reason {
  readonly words: Words;
  readonly weight: number;
}

/** The reasons for the reading of a line (0-based); null where the line is blank. Reads the text anew: for a question asked. */
export function reasons(text: Text, line: number, notes: Notes = silence): Reasons | null {
  const { view, states, likely } = readingOf(text, notes);
  const i = view.lines.findIndex((l) => l.rows.includes(line));
  if (i < 0) return null;
  const state = states[i];
  let rival = -1;
  for (let s = 0; s < STATES; s++) {
    if (s === state || !(openStates(view, i) & (1 << s))) continue;
    if (rival < 0 || likely[i * STATES + s] > likely[i * STATES + rival]) rival = s;
  }
  if (rival < 0) return { pro: [], contra: [], certain: true };
  const features = new Int32Array(MOST_FEATURES);
  const count = evidence(view, i, features);
  const sums = new Map<Words, number>();
  for (let k = 0; k < count; k++) {
    const row = features[k] * STATES;
    const topic = TOPICS[FEATURES[features[k]].replace(/:.*/, '')];
    if (topic) sums.set(topic, (sums.get(topic) ?? 0) + (fitted.unary[row + state] - fitted.unary[row + rival]) / 100);
  }
  const ranked = [...sums].map(([words, weight]) => ({ words, weight })).sort((a, b) => b.weight - a.weight);
  return {
    pro: ranked.filter((r) => r.weight > LEAST).slice(0, 4),
    contra: ranked
      .filter((r) => r.weight < -LEAST)
      .slice(-2)
      .reverse(),
    certain: false,
  };
}

/** Half a log-odds unit: what shifts even odds to three in five. Less is not worth a word. */
const LEAST = 0.5;

const LENGTH: Words = { en: 'its length', zh: '本行的长度' };
const BEGINNING: Words = { en: 'how it begins', zh: '本行的开头' };
const ENDING: Words = { en: 'how it ends', zh: '本行的结尾' };
const LAYOUT: Words = { en: 'indents and blank lines here', zh: '此处的缩进与空行' };
const PUNCTUATION: Words = { en: 'the marks inside it', zh: '行内的标点' };
const FORM: Words = { en: 'its printed form', zh: '本行的版面形式' };
const BEFORE: Words = { en: 'the line before it', zh: '上一行' };
const BEHIND: Words = { en: 'the lines after it', zh: '后面几行' };
const SHAPE: Words = { en: 'how it stands among its neighbours', zh: '与前后行的搭配' };
const SEAM: Words = { en: 'the seam with the line before', zh: '与上一行的衔接' };
const LIKENESS: Words = {
  en: 'its words come again in the text after it, or before it',
  zh: '其用词与后文、前文的重合',
};
const TOPIC: Words = { en: 'whether the text after it goes on from the text before', zh: '前后文是否同一话题' };
const DICTION: Words = { en: 'the characters it is made of', zh: '本行的用字' };
const PLACE: Words = {
  en: 'its distance from other titles, datelines and jumps',
  zh: '与其他标题、电头、转接语的距离',
};
const WRAPPING: Words = { en: 'whether lines fill the wrap width', zh: '各行是否排满折行宽度' };

/** What each family of features is about, in words; families that say nothing by themselves are left out. */
const TOPICS: Record<string, Words | undefined> = {
  length: LENGTH,
  start: BEGINNING,
  numbered: BEGINNING,
  'first-character': BEGINNING,
  end: ENDING,
  'last-character': ENDING,
  'left-open': ENDING,
  'column-name': ENDING,
  indent: LAYOUT,
  level: LAYOUT,
  'previous-indent': LAYOUT,
  'next-indent': LAYOUT,
  'blank-before': LAYOUT,
  'blank-after': LAYOUT,
  stops: PUNCTUATION,
  pauses: PUNCTUATION,
  gaps: PUNCTUATION,
  unopened: PUNCTUATION,
  unpunctuated: PUNCTUATION,
  form: FORM,
  dateline: FORM,
  closing: FORM,
  jump: FORM,
  section: FORM,
  'weak-folio': FORM,
  'previous-end': BEFORE,
  'previous-length': BEFORE,
  'previous-form': BEFORE,
  'previous-jump': BEFORE,
  'previous-closing': BEFORE,
  'previous-bare': BEFORE,
  'after-end': BEFORE,
  'next-start': BEHIND,
  'next-length': BEHIND,
  'next-end': BEHIND,
  'next-form': BEHIND,
  'next-dateline': BEHIND,
  'second-length': BEHIND,
  'second-form': BEHIND,
  'second-dateline': BEHIND,
  opening: BEHIND,
  shape: SHAPE,
  break: SHAPE,
  'short-run': SHAPE,
  seam: SEAM,
  straddle: SEAM,
  'split-number': SEAM,
  kinship: LIKENESS,
  'kinship-opening': LIKENESS,
  'same-pairs': TOPIC,
  'same-triples': TOPIC,
  topic: TOPIC,
  headlike: DICTION,
  titlelike: DICTION,
  latin: DICTION,
  parallel: PLACE,
  interval: PLACE,
  'since-anchor': PLACE,
  'until-anchor': PLACE,
  full: WRAPPING,
  'full-start': WRAPPING,
};

import type { Profile } from '../parse/profile';
import { type Language, message, say, type Words } from '../text/words';

/** The habits of a file in words: whatever is said of one of its lines is said with these in mind. */
export function habits({ indented, blankLines, wrapWidth, punctuation }: Profile, language: Language): string {
  const all = [
    indented ? INDENTED : FLUSH,
    BLANK_LINES[blankLines],
    ...(wrapWidth === null ? [] : [WRAPPED]),
    PUNCTUATION[punctuation],
  ].map((words) => say(language, message(words, wrapWidth ?? 0)));
  return say(language, message(HABITS, all.join(language === 'zh' ? '；' : '; ')));
}

const HABITS: Words = { en: 'Habits of this file: {0}', zh: '本文件的版式习惯：{0}' };
const INDENTED: Words = { en: 'paragraphs are indented', zh: '段首缩进' };
const FLUSH: Words = { en: 'paragraphs are not indented', zh: '段首不缩进' };
const BLANK_LINES: Record<Profile['blankLines'], Words> = {
  paragraphs: { en: 'blank lines between paragraphs', zh: '段间有空行' },
  articles: { en: 'blank lines here and there, as between articles', zh: '仅个别处（如稿件之间）有空行' },
  none: { en: 'no blank lines', zh: '没有空行' },
};
const WRAPPED: Words = { en: 'hard-wrapped at {0} columns', zh: '每行按 {0} 列硬换行' };
const PUNCTUATION: Record<Profile['punctuation'], Words> = {
  full: { en: 'full-width punctuation', zh: '用全角标点' },
  half: { en: 'half-width punctuation', zh: '用半角标点' },
  none: { en: 'hardly any punctuation', zh: '几乎不用标点' },
};

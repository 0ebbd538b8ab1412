import type { Edit } from '../text/edit';
import type { Text } from '../text/text';
import { message } from '../text/words';
import { RADICALS } from './radicals';
import type { Context, Finding, Fix, Problem, Rule } from './rule';
import { extent, type Hits, samples, scan } from './scan';

/**
 * Characters that look like others and are none: Kangxi radicals and radical supplements, compatibility ideographs,
 * ligatures and vertical forms. PDF conversion leaves them behind; a search never finds the word. What each stands for
 * is Unicode's word: its compatibility decomposition (UAX #15), for supplements EquivalentUnifiedIdeograph (UAX #44).
 */
export const compatCharacter: Rule = {
  code: 'compat-character',
  title: { en: 'Compatibility character', zh: '兼容字符' },
  severity: 'warning',
  *find({ sheet }): Generator<Finding> {
    for (const hits of scan(sheet.text, COMPAT)) {
      const wrong = { ...hits, spans: hits.spans.filter(({ from, to }) => changes(sheet.text.slice(from, to))) };
      if (wrong.spans.length > 0) yield found(sheet.text, wrong);
    }
  },
  fix({ sheet: { text } }: Context, { span }: Problem): Fix[] {
    const edits: Edit[] = [];
    for (const match of text.slice(span.from, span.to).matchAll(COMPAT)) {
      const from = span.from + match.index;
      if (changes(match[0])) edits.push({ from, to: from + match[0].length, insert: usual(match[0]) });
    }
    const removes = edits.map((edit) => text.slice(edit.from, edit.to)).join('');
    const adds = edits.map((edit) => edit.insert).join('');
    // A vertical form may be there on purpose in a page set vertically.
    const tier = VERTICAL.test(removes) ? 'likely' : 'certain';
    return [
      {
        title: message({ en: 'Write the usual characters', zh: '换成通用字' }),
        tier,
        edits,
        declares: { removes, adds },
      },
    ];
  },
};

const COMPAT = /[\u2E80-\u2FD5\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE19\uFE30-\uFE4F\u{2F800}-\u{2FA1F}]/gu;
const VERTICAL = /[\uFE10-\uFE19\uFE30-\uFE4F]/u;

/** The usual character for a compatible one, or the same where Unicode names none. */
const usual = (character: string): string => RADICALS.get(character) ?? character.normalize('NFKC');
const changes = (character: string): boolean => usual(character) !== character;

function found(text: Text, hits: Hits): Finding {
  const seen = samples(text, hits);
  const pairs = seen.map((c) => `${c} (U+${c.codePointAt(0)?.toString(16).toUpperCase()}) → ${usual(c)}`).join(', ');
  return { span: extent(hits), confidence: 'high', message: message(FOUND, hits.spans.length, pairs) };
}

const FOUND = {
  en: '{0} character(s) only look like usual ones, so a search misses the words: {1}. Replace them.',
  zh: '有 {0} 个字符貌似常用字而编码不同，检索不到：{1}。请替换。',
};
